import type { UndoReport } from '../core/undone.js';
import type { Context } from './context.js';
/** What the last withdrawal removed, what it could not and why; a reload is offered where code goes on running, never forced. */
export declare function settingsReport(context: Context, { removed, left, running }: UndoReport): unknown;

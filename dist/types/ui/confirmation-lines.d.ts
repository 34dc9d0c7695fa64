import type { UndoReport } from '../core/undone.js';
import type { Context } from './context.js';
/** What was chosen, how long it is kept, how to change it. */
export declare function confirmationLines(context: Context): readonly string[];
/** What was removed, what could not be, and whether something still runs. */
export declare function reportLines({ removed, left, running }: UndoReport, context: Context): readonly string[];

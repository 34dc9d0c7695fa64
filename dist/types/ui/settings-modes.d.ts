import type { Filling } from './settings-answer.js';
/** The three modes; none is ticked before a choice. */
export declare function settingsModes({ context, draft, change }: Filling): unknown;

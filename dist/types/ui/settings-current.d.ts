import type { Context } from './context.js';
/** What holds now, since when and by whom; the rest of it stands in the record. */
export declare function settingsCurrent(context: Context): unknown;

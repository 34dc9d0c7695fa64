import type { Context } from './context.js';
/** Who collects what, for what, and the visitor's rights, as a labelled list; nothing where no agency is configured. */
export declare function rightsNotice(context: Context): unknown;

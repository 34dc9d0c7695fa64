import type { Detach } from './core/attachment.js';
import type { Context } from './ui/context.js';
/** Asks the questions of notify mode: first on the page, where the first Tab leads. */
export declare function attach(context: Context): Detach;

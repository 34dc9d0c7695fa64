import type { Detach } from './core/attachment.js';
import type { Context } from './ui/context.js';
/** Fills the cookie tables of the page. */
export declare function attach(context: Context): Detach;

import type { Detach } from './core/attachment.js';
import type { Context } from './ui/context.js';
/** Shows placeholders for what the gate holds. */
export declare function attach(context: Context): Detach;

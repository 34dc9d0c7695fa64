import type { Detach } from './core/attachment.js';
import type { Context } from './ui/context.js';
/** Adds the settings to the page, closed. */
export declare function attach(context: Context): Detach;
/** Shows the settings, the focus on their heading; a router may have taken them out of the page meanwhile. */
export declare function open(): void;

import type { Detach } from '../core/attachment.js';
import type { Context } from './context.js';
/** The name under which the placeholder is registered. */
export declare const embedTag = "cookie-modes-embed";
/** Puts a placeholder before each held element that a visitor would miss and that the site has not put into one itself. */
export declare function placeholders(context: Context): Detach;

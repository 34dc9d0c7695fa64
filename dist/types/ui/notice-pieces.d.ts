import type { Context } from './context.js';
import type { Piece } from './light-dom.js';
/**
 * What the notice says while it asks, as children for its light DOM.
 * @param revised it asks anew, since the policy was revised
 */
export declare function noticePieces(context: Context, revised: boolean): readonly Piece[];
/** The slot for a child that the site wrote. */
export declare function noticeSlot(child: Element): string;

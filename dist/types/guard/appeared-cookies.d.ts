import type { Attachment } from '../core/attachment.js';
/**
 * Asks whether to keep cookies that are there without the guard having let them through: set by the server or by a frame, or
 * left from before.
 * @param undo called when one is there that the visitor refuses
 */
export declare const appearedCookies: (undo: () => void) => Attachment;

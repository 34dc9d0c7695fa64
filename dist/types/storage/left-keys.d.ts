import type { Attachment } from '../core/attachment.js';
/**
 * Has the stored items of refused services undone that are there when a page begins: a visitor may refuse and leave the page before
 * the code that undoes has come.
 */
export declare const leftKeys: (undo: () => void) => Attachment;

import type { Attachment } from './core/attachment.js';
export { undo } from './storage/undo.js';
/** Asks about cookies that appear by themselves, or has them undone; posts receipts where the configuration asks for it. */
export declare const follow: (undo: () => void) => Attachment;

import {attachAll} from './core/attachment.ts';
import {appearedCookies} from './guard/appeared-cookies.ts';
import {leftOver} from './storage/left-over.ts';
import {receiptPost} from './storage/receipt-post.ts';
import type {Attachment} from './core/attachment.ts';

// What the script tag loads when there is something to undo, or something appeared that no script of the page wrote.
export {undo} from './storage/undo.ts';

/** Asks about cookies that appear by themselves, or has them undone; posts receipts where the configuration asks for it. */
export const follow = (undo: () => void): Attachment =>
  attachAll(appearedCookies(undo), leftOver(undo), receiptPost);

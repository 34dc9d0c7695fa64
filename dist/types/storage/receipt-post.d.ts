import type { Attachment } from '../core/attachment.js';
/**
 * Posts a copy of each receipt, as JSON, to `record.receiptUrl`; without one, nothing. Nothing waits for it. Every open tab hears of a
 * choice and posts it: the receiver tells copies by their id.
 */
export declare const receiptPost: Attachment;

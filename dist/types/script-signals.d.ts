import type { Attachment } from './core/attachment.js';
/** Tells vendors what is allowed, where the configuration asks for it. */
export declare const signals: Attachment;

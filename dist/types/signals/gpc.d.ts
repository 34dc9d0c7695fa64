import type { Attachment } from '../core/attachment.js';
/** Global Privacy Control counts as refusal until the visitor explicitly chooses otherwise (https://w3c.github.io/gpc/). */
export declare const gpc: Attachment;

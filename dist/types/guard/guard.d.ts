import type { Attachment } from '../core/attachment.js';
/**
 * Holds cookie and storage writes back until they are allowed. For well-behaved scripts, no security boundary:
 * fresh iframe realms, references taken earlier, HTTP headers, HttpOnly cookies and workers get past it.
 */
export declare const guard: Attachment;

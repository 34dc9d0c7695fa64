import type { Attachment } from '../core/attachment.js';
/**
 * Holds back what is marked with `data-purpose` or `data-service` until it is allowed: scripts (`type="text/plain"`), whatever
 * has `data-src`, `data-srcset`, `data-poster` or, a link, `data-href`, and templates. A withdrawal closes all but scripts again.
 *
 * An extra net, no promise: scripts and frames that nobody marked, but whose URL a declared service names. The browser has
 * fetched such a script by then; it is kept from running. Scripts that other scripts insert are not stopped.
 */
export declare const gate: Attachment;

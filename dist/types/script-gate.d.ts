import type { Attachment } from './core/attachment.js';
/** The script tag's gate, in a file of its own: what is marked is inert until it comes. Signals, where asked for, go before it. */
export declare const gate: Attachment;

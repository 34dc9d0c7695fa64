import type { Context } from './context.js';
/** The record in words, and as it is written. */
export declare function receiptView(context: Context): unknown;

import type { Receipt } from '../core/receipt.js';
/** A receipt as a machine reads it. */
export declare const receiptJson: (receipt: Receipt) => string;
/** Hands the visitor a copy of the receipt, as a file. */
export declare function downloadReceipt(receipt: Receipt): void;

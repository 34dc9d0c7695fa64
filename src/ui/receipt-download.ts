import type {Receipt} from '../core/receipt.ts';

/** A receipt as a machine reads it. */
export const receiptJson = (receipt: Receipt): string => JSON.stringify(receipt, null, 2);

/** Hands the visitor a copy of the receipt, as a file. */
export function downloadReceipt(receipt: Receipt): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([receiptJson(receipt)], {type: 'application/json'}));
  link.href = url;
  link.download = `cookie-choice-${receipt.time.slice(0, 10)}.json`;
  link.click();
  // Safari reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

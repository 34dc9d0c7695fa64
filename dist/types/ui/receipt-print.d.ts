/** Prints the receipt without the page around it: `host`, a child of the body, says in its styles what that is. */
export declare function printReceipt(host: HTMLElement): void;

/** Tells vendors what is allowed, those that the configuration asks for. Attach it before the gate. */
export declare const vendorSignals: import("../index.js").Attachment;

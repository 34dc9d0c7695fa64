import type { Consent } from './consent.js';
/** Undoes an attachment; the page is then as if it had never been attached. */
export type Detach = () => void;
/** For what cannot be undone, or need not be. */
export declare const stay: Detach;
/** Something that follows the visitor's choice: a gate, the guard, a signal, the whole user interface. */
export type Attachment = (consent: Consent) => Detach;
/** Several attachments as one, attached in their order. */
export declare const attachAll: (...attachments: readonly Attachment[]) => Attachment;

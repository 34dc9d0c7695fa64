import type { Consent } from '../core/consent.js';
import type { Service } from '../core/declaration.js';
/** Tells services that they are withdrawn: by `onWithdraw()`, and by the event `cookie-modes-withdraw` on the document. */
export declare function withdrawServices(consent: Consent, services: readonly Service[]): void;

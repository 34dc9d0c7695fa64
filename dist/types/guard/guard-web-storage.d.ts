import type { Consent } from '../core/consent.js';
import type { Detach } from '../core/attachment.js';
import type { Submit } from './held-writes.js';
/**
 * Holds writes of declared keys to `localStorage` and `sessionStorage`: `setItem()`, and assignment to a property, which only
 * a proxy in place of the area can see. Without declared keys nothing is touched.
 */
export declare function guardWebStorage(consent: Consent, submit: Submit): Detach;

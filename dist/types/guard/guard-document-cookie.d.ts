import type { Consent } from '../core/consent.js';
import type { Detach } from '../core/attachment.js';
import type { Submit } from './held-writes.js';
/**
 * Holds what scripts assign to `document.cookie`: on the prototype, and on the document itself where somebody
 * (an auditor's recorder, say) has put a property of its own in front of it.
 */
export declare function guardDocumentCookie(consent: Consent, submit: Submit): Detach;

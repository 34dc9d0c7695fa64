import type { Consent } from '../core/consent.js';
/** A plain link opens the settings, and so does a settings button whose code has not come yet. */
export declare function openByLink(consent: Consent, until?: AddEventListenerOptions): void;

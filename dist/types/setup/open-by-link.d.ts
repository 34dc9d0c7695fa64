import type { Consent } from '../core/consent.js';
/** Listens to clicks: a plain link opens the settings, and so does a settings button whose code has not come yet. */
export declare const openByLink: (consent: Consent) => (event: Event) => void;

import type { Consent } from '../core/consent.js';
/**
 * Whether a vendor may do something for one of several purposes that all stand for it: the first that the site uses decides; where
 * services of that vendor are declared for it, the nearest answer for them.
 * @param vendor tells the vendor's services by the URLs of their scripts
 */
export declare function granted(consent: Consent, purposes: readonly string[], vendor: RegExp): boolean;

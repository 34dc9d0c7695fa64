import type { Consent } from '../core/consent.js';
import type { Write } from './held-writes.js';
/**
 * Reads a cookie string (RFC 6265bis §5.6); of an attribute given twice, the last one counts, and Max-Age goes before Expires.
 * @param carryOut writes the string given, to end with the browser session where `session` is true
 */
export declare function cookieWrite(consent: Consent, attempt: string, carryOut: (line: string, session?: boolean) => void): Write;

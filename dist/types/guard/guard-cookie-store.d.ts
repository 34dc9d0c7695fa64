import type { Consent } from '../core/consent.js';
import type { Detach } from '../core/attachment.js';
import type { Submit } from './held-writes.js';
/**
 * Holds `cookieStore.set()`. Its promise stays pending while the write is held; then it resolves as the browser's own does,
 * or rejects with a `NotAllowedError`. Deletions pass.
 */
export declare function guardCookieStore(consent: Consent, submit: Submit): Detach;

import type { Consent } from '../core/consent.js';
/** Forgetting the cookies of this page, through the browser's own accessor. Each function may throw where cookies are blocked. */
export declare function forgetCookies(consent: Consent, cookie: PropertyDescriptor | undefined): {
    names: () => string[];
    /** Names that were written on this page, also where they cannot be seen from now. */
    written: () => string[];
    /** Deletes a cookie with the attributes it was written with; else, while it can be seen, with every variant. */
    remove(name: string): void;
    /**
     * Whether an `HttpOnly` cookie of that name exists: scripts cannot see it, but neither can they write a cookie in its place, where
     * they can write others. Written, read and deleted in one step, so nothing is left and no other script of the page meets it
     * (`cookieStore` tells of it afterwards). Chromium on https only: Firefox and WebKit pretend that the write succeeded, and their
     * copies of the jar in other tabs could keep what two tabs write and delete at the same moment.
     */
    hidden: (name: string) => boolean;
};

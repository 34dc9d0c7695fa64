import type { Detach } from './core/attachment.js';
import type { Consent } from './core/consent.js';
import type { Context, Sources } from './ui/context.js';
import type { Messages } from './i18n/messages.js';
/**
 * The context all parts of the interface share, once the texts of the page's language are there; one for each consent until it is
 * forgotten.
 * @param english sections that elements in the page's own markup read at once
 */
export declare function ready(consent: Consent, sources: Sources, english?: Partial<Messages>): Promise<Context>;
/** The next one to ask for the context of a consent gets a new one. */
export declare const forget: (consent: Consent) => void;
/** Shows the notice, first in the document unless the site has placed one. */
export declare function attach(context: Context): Detach;

import type { Detach } from './core/attachment.js';
import type { Consent } from './core/consent.js';
import type { Context, Sources } from './ui/context.js';
/** The context all parts of the interface share, once the texts of the page's language are there; one for each consent. */
export declare function ready(consent: Consent, sources: Sources): Promise<Context>;
/** Shows the notice, first in the document unless the site has placed one. */
export declare function attach(context: Context): Detach;

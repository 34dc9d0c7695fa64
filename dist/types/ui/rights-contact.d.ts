import type { Contact } from '../core/declaration.js';
import type { Context } from './context.js';
/** A telephone link (RFC 3966); undefined where there is no number in the text. */
export declare function phoneLink({ phone, extension }: Contact): string | undefined;
/** A mail link (RFC 6068) to exactly one address, without header fields. */
export declare const mailLink: ({ email }: Contact) => string | undefined;
/** Whom to ask about data that the site holds itself. */
export declare function rightsContact(context: Context): unknown;

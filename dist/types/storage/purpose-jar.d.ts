import Cookies from 'js-cookie';
/** A js-cookie jar for the site's own use. */
export type PurposeJar = typeof Cookies;
/** A jar that claims each cookie before writing it, so that the guard knows its purpose. */
export declare const purposeJar: (claim: (name: string) => void) => PurposeJar;

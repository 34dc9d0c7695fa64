/** What a cookie is written with, besides name and value. */
export interface JarAttributes {
    /** Days from now, or a date; without it the cookie ends with the browser. */
    readonly expires?: number | Date | undefined;
    /** `/` unless said otherwise. */
    readonly path?: string | undefined;
    readonly domain?: string | undefined;
    readonly secure?: boolean | undefined;
    readonly sameSite?: 'strict' | 'Strict' | 'lax' | 'Lax' | 'none' | 'None' | undefined;
    /** Any other attribute, written as it is. */
    readonly [attribute: string]: unknown;
}
/** How values are turned into cookie text and back. */
export interface JarConverter<Value = string> {
    readonly write?: ((value: string | Value, name: string) => string) | undefined;
    readonly read?: ((value: string, name: string) => string | Value) | undefined;
}
/** A js-cookie jar for the site's own use: what js-cookie documents, its writes obeying the answers for one purpose. */
export interface PurposeJar<Value = string> {
    readonly attributes: JarAttributes;
    readonly converter: Required<JarConverter>;
    /** @returns the cookie as it was handed on; what becomes of it the answers decide. */
    set(name: string, value: string | Value, attributes?: JarAttributes): string | undefined;
    /** What is really stored; a value that is held cannot be read. */
    get(name: string): string | Value | undefined;
    get(): Record<string, string | Value>;
    /** Path and domain have to be those it was written with. */
    remove(name: string, attributes?: JarAttributes): void;
    withAttributes(attributes: JarAttributes): PurposeJar<Value>;
    /** A `write` of your own takes the place of the one that names the purpose: let it end in this jar's `converter.write`. */
    withConverter<To = string>(converter: JarConverter<To>): PurposeJar<To>;
}
/** A jar that claims each cookie before writing it, so that the guard knows its purpose. */
export declare const purposeJar: (claim: (name: string) => void) => PurposeJar;

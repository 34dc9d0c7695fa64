/**
 * The browser's own `document.cookie`, captured before anything else runs: `<img name=cookie>` hides the property of the document,
 * and the guard stands before it later.
 */
export declare const nativeCookie: PropertyDescriptor | undefined;
/** The cookies that scripts of this page can see, as `name=value`; none where storage is blocked. */
export declare function visibleCookies(): string[];
/** Whether nobody has opened this page yet: until then nothing is decided, asked or opened. */
export declare const prerendering: () => boolean | undefined;

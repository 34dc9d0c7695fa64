/**
 * The browser's own `document.cookie`, captured before anything else runs: `<img name=cookie>` hides the property of the document,
 * and the guard stands before it later.
 */
export const nativeCookie: PropertyDescriptor | undefined = Object.getOwnPropertyDescriptor(
  globalThis.Document?.prototype ?? {},
  'cookie',
);

/** The cookies that scripts of this page can see, as `name=value`; none where storage is blocked. */
export function visibleCookies(): string[] {
  try {
    return `${nativeCookie?.get?.call(document)}`.split('; ').filter(Boolean);
  } catch {
    return [];
  }
}

/** Whether nobody has opened this page yet: until then nothing is decided, asked or opened. */
export const prerendering = (): boolean | undefined => (document as {prerendering?: boolean}).prerendering;

/**
 * The browser's own `document.cookie`, captured before anything else runs: `<img name=cookie>` hides the property of the document,
 * and the guard stands before it later.
 */
export const nativeCookie: PropertyDescriptor | undefined = Object.getOwnPropertyDescriptor(
  globalThis.Document?.prototype ?? {},
  'cookie',
);

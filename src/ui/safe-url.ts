/** An address a link may lead to, resolved against the page; undefined for `javascript:` and its like. */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url, document.baseURI)) return;
  const {href, protocol} = new URL(url, document.baseURI);
  return /^(https?|mailto|tel):$/.test(protocol) ? href : undefined;
}

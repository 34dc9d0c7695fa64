/** A configuration that cannot even be read as JSON. */
const unreadable = (what: string, remedy: string) => new SyntaxError(`cookie-modes: ${what}. ${remedy}`);

/**
 * The configuration that a script tag names, or that its own `data-` attributes give.
 * @throws SyntaxError naming the remedy, when there is none to read.
 */
export function readTag(tag: HTMLElement): unknown {
  const {config, policyUrl, policyVersion, locale, placement} = tag.dataset;
  let json: Record<string, Record<string, unknown>> = {};
  if (config || !policyUrl) {
    const selector = config ?? '#cookie-modes-config';
    const block = document.querySelector(`script${selector}`)?.textContent;
    if (block == null)
      throw unreadable(
        `no <script id> matches data-config="${selector}"`,
        'Put the block before the script tag.',
      );
    const twice = keyTwice(block);
    if (twice) throw unreadable(`the key ${twice} stands twice in one object`, 'Keep one.');
    try {
      json = JSON.parse(block);
    } catch (error) {
      throw unreadable(
        `the configuration is no JSON: ${(error as Error).message}`,
        'Mind quotes and commas.',
      );
    }
  }
  const override = (key: string, values: Record<string, string | undefined>) => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    if (given[0]) json = {...json, [key]: {...json[key], ...Object.fromEntries(given)}};
  };
  override('policy', {url: policyUrl, version: policyVersion});
  override('notice', {locale, placement});
  return json;
}

/** `JSON.parse` keeps the last of two equal keys in silence; a purpose would be lost. */
function keyTwice(json: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token] of json.matchAll(/"(?:\\.|[^"\\])*"(?:\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token.endsWith(':')) {
      if (open.at(-1)?.has(token)) return token;
      open.at(-1)?.add(token);
    }
  }
}

import {refuse} from './shape.ts';

/**
 * The configuration that a script tag names, or that its own `data-` attributes give.
 * @throws ConfigError naming the remedy, when there is none to read.
 */
export function readTag(tag: HTMLElement): unknown {
  const {config, policyUrl, policyVersion, locale, placement} = tag.dataset;
  let json: Record<string, Record<string, unknown>> | null = {};
  const selector = config ?? '#cookie-modes-config';
  const where = `.data-config="${selector}"`;
  let block = '';
  try {
    const found = document.querySelector(`script${selector}`);
    if (found || config || !policyUrl) {
      // No such block, or no such selector, is no JSON either.
      block = `${found?.textContent}`;
      json = JSON.parse(block);
    }
  } catch (error) {
    refuse(where, `must name a JSON block above it (${(error as Error).message})`);
  }
  const twice = keyTwice(block);
  if (twice) refuse(where, `must not say ${twice} twice`);
  const override = (key: string, values: Record<string, string | undefined>) => {
    for (const name in values)
      if (values[name] !== undefined) json = {...json, [key]: {...json?.[key], [name]: values[name]}};
  };
  override('policy', {url: policyUrl, version: policyVersion});
  override('notice', {locale, placement});
  return json;
}

/** `JSON.parse` keeps the last of two equal keys in silence; a purpose would be lost. */
function keyTwice(json: string): string | undefined {
  const open: string[][] = [];
  for (const [token] of json.matchAll(/"(?:\\.|[^"\\])*"(?:\s*:)?|[{}]/g)) {
    if (token === '{') open.unshift([]);
    else if (token === '}') open.shift();
    else if (token.endsWith(':') && open[0]) {
      if (open[0].includes(token)) return token;
      open[0].push(token);
    }
  }
}

/** What the guard must know of a cookie string (RFC 6265bis §5.6). */
export interface CookieLine {
  readonly name: string;
  /** Name, domain and path: equal for strings that replace each other. */
  readonly slot: string;
  readonly deletion: boolean;
  /** Seconds, where the string has a Max-Age; it goes before Expires. */
  readonly maxAge: number;
}

/** Reads the string that a script assigns to `document.cookie`; of an attribute given twice, the last valid one counts. */
export function readCookieLine(line: string): CookieLine {
  const [pair = '', ...rest] = line.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(equals, 0)).trim();
  const attributes: Record<string, string> = {};
  for (const attribute of rest) {
    const [, key = '', value = ''] = /^\s*([^=]*?)\s*(?:=\s*(.*?)\s*)?$/s.exec(attribute) ?? [];
    const word = key.toLowerCase();
    if (word === 'max-age' ? /^-?\d+$/.test(value) : word !== 'expires' || moment(value))
      attributes[word] = value;
  }
  const {domain, path, expires = ''} = attributes;
  const maxAge = Number(attributes['max-age'] ?? NaN);
  return {
    name,
    slot: [name, domain, path].join(),
    deletion: maxAge <= 0 || (isNaN(maxAge) && moment(expires) <= Date.now()),
    maxAge,
  };
}

/** Browsers also take dates with dashes ("01-Jan-1970"). */
const moment = (date: string) => Date.parse(date.replaceAll('-', ' '));

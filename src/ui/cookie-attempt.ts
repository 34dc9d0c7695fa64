import type {Question} from '../core/question.ts';

/** A cookie as it was attempted, for showing. */
export interface CookieAttempt {
  readonly value: string;
  /** As written; without one, the cookie is for this host only. */
  readonly domain: string | undefined;
  /** Undefined for a cookie that appeared, where the browser does not tell; nor is its end known then. */
  readonly path: string | undefined;
  /** Milliseconds since 1970; undefined until the browser is closed. */
  readonly until: number | undefined;
  /** URL of the script that writes, where the call stack tells. */
  readonly script: string | undefined;
}

/** The path that a cookie without one gets: the page's, up to its last slash (RFC 6265bis §5.1.4). */
const defaultPath = (page: string) => page.replace(/\/[^/]*$/, '') || '/';

/** Browsers also take dates with dashes ("01-Jan-2030"). */
const moment = (date: string) => Date.parse(date.replaceAll('-', ' '));

/**
 * Reads the URLs in a call stack, nearest call first. Chromium writes "at f (url:1:2)", Firefox and WebKit "f@url:1:2",
 * and Firefox adds " line 1 > eval" for evaluated code.
 */
const urlsIn = (stack: string) =>
  stack.split('\n').flatMap((line) => /[a-z-]+:\/\/\S+?(?=(?::\d+)*\)?(?:, |$| line ))/.exec(line) ?? []);

/** The first script in a call stack that is not ours: our own two calls come first. */
function writerIn(stack: string): string | undefined {
  const urls = urlsIn(stack);
  const own = urls.slice(0, 2);
  return urls.find((url) => !own.includes(url)) ?? urls[2];
}

/**
 * Reads a held cookie for showing; of an attribute given twice, the last valid one counts, and Max-Age goes before Expires.
 * @param page path of the page
 */
export function readCookieAttempt(
  {attempt, time, stack, appeared}: Pick<Question, 'attempt' | 'time' | 'stack' | 'appeared'>,
  page: string = location.pathname,
): CookieAttempt {
  const [pair = '', ...attributes] = attempt.split(';');
  let domain: string | undefined;
  let path = appeared ? undefined : defaultPath(page);
  let maxAge: number | undefined;
  let expires: number | undefined;
  for (const attribute of attributes) {
    const equals = attribute.indexOf('=');
    if (equals < 0) continue;
    const word = attribute.slice(0, equals).trim().toLowerCase();
    const value = attribute.slice(equals + 1).trim();
    if (word === 'domain') domain = value.replace(/^\./, '') || undefined;
    else if (word === 'path') path = value.startsWith('/') ? value : defaultPath(page);
    else if (word === 'max-age' && /^-?\d+$/.test(value)) maxAge = time + Number(value) * 1e3;
    else if (word === 'expires' && moment(value)) expires = moment(value);
  }
  const until = maxAge ?? expires;
  return {
    value: pair.slice(pair.indexOf('=') + 1).trim(),
    domain,
    path,
    // No date in JavaScript lies further away.
    until: until === undefined ? until : Math.min(until, 8.64e15),
    script: stack && writerIn(stack),
  };
}

import type {Consent} from '../core/consent.ts';
import type {Write} from './held-writes.ts';

/** Browsers take dates with dashes ("01-Jan-1970"), but none without the month's name and a time of day ("0", say). */
const past = (date: string) =>
  /[a-z]{3}.*:/i.test(date) && Date.parse(date.replaceAll('-', ' ')) <= Date.now();

/**
 * Reads a cookie string (RFC 6265bis §5.6); of an attribute given twice, the last one counts, and Max-Age goes before Expires.
 * @param carryOut writes the string given, to end with the browser session where `session` is true
 */
export function cookieWrite(
  consent: Consent,
  attempt: string,
  carryOut: (line: string, session?: boolean) => void,
): Write {
  const [pair, ...rest] = attempt.split(';') as [string, ...string[]]; // what is split has a first part
  const name = pair.slice(0, Math.max(pair.indexOf('='), 0)).trim();
  const attributes: Record<string, string> = {};
  for (const attribute of rest) {
    const [key, ...parts] = attribute.split('=') as [string, ...string[]];
    const word = key.trim().toLowerCase();
    const value = parts.join('=').trim();
    if (word !== 'max-age' || /^-?\d+$/.test(value)) attributes[word] = value;
  }
  const {domain, path, expires = '', 'max-age': maxAge} = attributes;
  const deletion = maxAge ? Number(maxAge) <= 0 : past(expires);
  const lane = [name, domain, path].join();
  return {
    kind: 'cookie',
    id: name,
    attempt,
    lane,
    deletion,
    verdict: () => consent.decide(name),
    carryOut(waited) {
      consent.written.set(lane, attempt);
      // On a shared computer nothing outlives the browser; a lifetime counts from the attempt.
      if (consent.choice?.session && !deletion && !consent.necessary(name)) {
        carryOut(attempt.replace(/;\s*(expires|max-age)\s*=[^;]*/gi, ''), true);
      } else carryOut(waited && maxAge ? `${attempt};max-age=${Number(maxAge) - waited}` : attempt);
    },
  };
}

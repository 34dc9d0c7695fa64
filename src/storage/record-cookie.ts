import Cookies from 'js-cookie';
import {recordName} from '../core/record.ts';
import {nativeCookie, prerendering, visibleCookies} from './native-cookie.ts';
import type {RecordStorage} from '../core/storage-port.ts';

/** The record as a first-party cookie, readable by any server language; js-cookie writes it. */
export function recordCookie(domain?: string): RecordStorage {
  const jar = Cookies.withConverter({read: (value) => value, write: String});
  const start = `${recordName}=`;

  const read = () =>
    prerendering()
      ? []
      : visibleCookies()
          .filter((pair) => pair.startsWith(start))
          .map((pair) => pair.slice(start.length));

  const set = (value: string, attributes: Cookies.CookieAttributes) => {
    try {
      const secure = location.protocol === 'https:';
      const line = jar.set(recordName, value, {sameSite: 'Lax', secure, ...attributes});
      // Where the page hides document.cookie, js-cookie wrote to nothing.
      if (line && read().includes(value) !== !!value) nativeCookie?.set?.call(document, line);
    } catch {
      // Storage is blocked (a sandboxed frame), as read() tells.
    }
  };

  const clear = () => {
    const parts = location.hostname.split('.');
    set('', {expires: -1});
    for (const index of parts.keys()) set('', {expires: -1, domain: parts.slice(index).join('.')});
  };

  return {
    read,
    clear,
    write(record, until) {
      const put = () => set(record, {domain, expires: until && new Date(until)});
      put();
      // A second record, left by a sub-domain or an earlier configuration, would make both count for nothing.
      if (1 in read()) {
        clear();
        put();
      }
      return read()[0] === record;
    },
  };
}

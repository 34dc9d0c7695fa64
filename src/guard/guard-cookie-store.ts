import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import {cookieWrite} from './cookie-write.ts';
import type {Consent} from '../core/consent.ts';
import type {Detach} from '../core/attachment.ts';
import type {Submit} from './held-writes.ts';

/** Some browsers take a number of seconds, too. */
type Init = CookieInit & {readonly maxAge?: number | null};

/**
 * Holds `cookieStore.set()`. Its promise stays pending while the write is held; then it resolves as the browser's own does,
 * or rejects with a `NotAllowedError`. Deletions pass.
 */
export function guardCookieStore(consent: Consent, submit: Submit): Detach {
  const store: Pick<CookieStore, 'set' | 'delete'> | undefined = globalThis.CookieStore?.prototype;
  if (!store) return stay;
  let on = true;
  const detachers = (['set', 'delete'] as const).map((method) => {
    const native = store[method];
    const ours = async function (this: CookieStore, ...given: unknown[]): Promise<void> {
      const [first, value] = given;
      const init = (typeof first === 'object' ? first : {name: first, value}) as Init;
      const carryOut = (session?: boolean) =>
        Reflect.apply(
          native,
          this,
          session ? [{...init, expires: null, maxAge: undefined}] : given,
        ) as Promise<void>;
      if (!on || !first) return carryOut();
      // The same cookie as a string, for the question and for undoing.
      const {name, value: text, expires, maxAge, domain, path} = init;
      let line = `${name}=${text}`;
      const date = expires == null ? expires : new Date(expires).toUTCString();
      const attributes = {domain, path, expires: date, 'max-age': method === 'delete' ? 0 : maxAge};
      for (const [key, is] of Object.entries(attributes)) if (is != null) line += `;${key}=${is}`;
      return new Promise((resolve, reject) =>
        submit(
          cookieWrite(consent, line, (_, session) => resolve(carryOut(session))),
          () => reject(new DOMException('Refused', 'NotAllowedError')),
        ),
      );
    };
    Object.assign(store, {[method]: ours});
    if (!detachable) return stay;
    return () => {
      if (store[method] === ours) Object.assign(store, {[method]: native});
    };
  });
  if (!detachable) return stay;
  return () => {
    on = false;
    for (const detach of detachers) detach();
  };
}

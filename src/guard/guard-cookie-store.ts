import type {Consent} from '../core/consent.ts';
import type {Detach} from '../core/attachment.ts';
import type {Submit} from './held-writes.ts';

/**
 * Holds `cookieStore.set()`. Its promise stays pending while the write is held; then it resolves as the browser's own does,
 * or rejects with a `NotAllowedError`. Deletions pass.
 */
export function guardCookieStore(consent: Consent, submit: Submit): Detach {
  const store = globalThis.CookieStore?.prototype as Pick<CookieStore, 'set' | 'delete'> | undefined;
  if (!store) return () => undefined;
  let on = true;
  const before = {set: store.set, delete: store.delete};
  const intercept = (method: 'set' | 'delete') =>
    function (this: CookieStore, ...given: unknown[]): Promise<void> {
      const native = () => Reflect.apply(before[method], this, given);
      const [first, second] = given;
      if (!on || !first) return native();
      const init = (typeof first === 'object' ? first : {name: first, value: second}) as Partial<CookieInit>;
      const name = `${init.name}`;
      const {value, expires, domain, path} = init;
      const attempt = `${name}=${value}${expires ? `;expires=${new Date(expires).toUTCString()}` : ''}${domain ? `;domain=${domain}` : ''};path=${path ?? '/'}`;
      const deletion = method === 'delete' || (expires != null && expires <= Date.now());
      return new Promise((resolve, reject) => {
        submit(
          {
            kind: 'cookie',
            id: name,
            attempt,
            slot: {},
            verdict: () => consent.decide(name),
            carryOut() {
              consent.written.set([name, domain, path].join(), attempt);
              if (consent.choice?.session && !deletion && !consent.necessary(name))
                given = [{...init, expires: null}];
              native().then(resolve, reject);
            },
            drop: () => reject(new DOMException('Refused by the visitor.', 'NotAllowedError')),
          },
          deletion,
        );
      });
    };
  const ours = {set: intercept('set'), delete: intercept('delete')};
  Object.assign(store, ours);
  return () => {
    on = false;
    for (const method of ['set', 'delete'] as const) {
      if (store[method] === ours[method]) Object.assign(store, {[method]: before[method]});
    }
  };
}

import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import type {Consent} from '../core/consent.ts';
import type {Detach} from '../core/attachment.ts';
import type {Submit} from './held-writes.ts';

/**
 * Holds writes of declared keys to `localStorage` and `sessionStorage`: `setItem()`, and assignment to a property, which only
 * a proxy in place of the area can see. Without declared keys nothing is touched.
 */
export function guardWebStorage(consent: Consent, submit: Submit): Detach {
  const detachers: Detach[] = [];
  if (consent.declaration.services.some(({storage}) => storage)) {
    const {setItem} = Storage.prototype;
    const areas = new WeakMap<Storage, Storage>();
    let on = true;
    const hold = function (this: Storage, ...given: [string, string]) {
      const [id, value] = given;
      const area = areas.get(this) ?? this;
      const carryOut = () => Reflect.apply(setItem, area, given);
      const attempt = `${id}`;
      const service = consent.owner(attempt, 'storage');
      if (!on || !service) return carryOut();
      submit({
        kind: 'service',
        id: service.id,
        attempt,
        slot: [area === window.sessionStorage, attempt, value === undefined].join(),
        verdict: () => consent.decide(attempt, 'storage'),
        carryOut,
      });
    };
    Storage.prototype.setItem = hold;
    if (detachable)
      detachers.push(() => {
        on = false;
        if (Storage.prototype.setItem === hold) Storage.prototype.setItem = setItem;
      });
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      try {
        const area = window[name];
        const before = Object.getOwnPropertyDescriptor(window, name);
        const proxy = new Proxy(area, {
          get(target, key) {
            const value: unknown = Reflect.get(target, key, target);
            return typeof value === 'function' ? value.bind(target) : value;
          },
          set: (target, key, value) => (
            key in Storage.prototype
              ? Reflect.set(target, key, value, target)
              : hold.call(target, key as string, value),
            true
          ),
        });
        areas.set(proxy, area);
        const get = () => proxy;
        Object.defineProperty(window, name, {...before, get});
        if (detachable)
          detachers.push(() => {
            if (before && Object.getOwnPropertyDescriptor(window, name)?.get === get)
              Object.defineProperty(window, name, before);
          });
      } catch {
        // Blocked: there is nothing to guard.
      }
    }
  }
  if (!detachable) return stay;
  return () => {
    for (const detach of detachers) detach();
  };
}

import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import type {Consent} from '../core/consent.ts';
import type {Detach} from '../core/attachment.ts';
import type {Submit} from './held-writes.ts';

type Method = (this: object, ...given: unknown[]) => unknown;
type Methods = Record<string, Method>;
/** Those that are ours once the loop below has been through. */
type Ours = Record<'setItem' | 'removeItem', Method>;

/**
 * Holds writes of declared keys to `localStorage` and `sessionStorage`: `setItem()`, and assignment to a property, which only
 * a proxy in place of the area can see. Without declared keys nothing is touched.
 */
export function guardWebStorage(consent: Consent, submit: Submit): Detach {
  if (!consent.declaration.services.some(({storage}) => storage)) return stay;
  const prototype = Storage.prototype as unknown as Methods; // its methods, by name
  const areas = new WeakMap<object, object>();
  const ours = {} as Methods & Ours;
  const tried = new Set<string>();
  const detachers: Detach[] = [];
  let on = true;

  // Those that write nothing are here too: none of the browser's own methods takes our proxy for an area.
  for (const method of ['setItem', 'removeItem', 'getItem', 'key', 'clear']) {
    const native = prototype[method];
    const own =
      (ours[method] =
      prototype[method] =
        function (...given) {
          const area = areas.get(this) ?? this;
          const carryOut = () => native?.apply(area, given);
          const attempt = `${given[0]}`;
          const service = consent.owner(attempt, 'storage');
          if (method === 'clear') {
            carryOut();
            // What is held would come back when it is allowed.
            tried.forEach((key) => ours.removeItem.call(this, key));
          }
          if (!on || !service || !/^[sr]/.test(method)) return carryOut();
          tried.add(attempt);
          return submit({
            kind: 'service',
            id: service.id,
            attempt,
            lane: `${area === areas.get(sessionStorage)}\n${attempt}`, // no cookie's lane has a line break
            deletion: method === 'removeItem',
            verdict: () => consent.decide(attempt, 'storage'),
            carryOut,
          });
        });
    if (detachable) {
      detachers.push(() => {
        on = false;
        if (prototype[method] === own && native) prototype[method] = native;
      });
    }
  }
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    try {
      const area = window[name] as unknown as Record<PropertyKey, unknown>; // it has any key
      const before = Object.getOwnPropertyDescriptor(window, name);
      const proxy = new Proxy(area, {
        get(target, key) {
          const value = target[key];
          // Once detached, the browser's own methods stand on the prototype again.
          return detachable && typeof value === 'function' ? value.bind(target) : value;
        },
        set: (target, key, value) => (
          key in prototype ? (target[key] = value) : ours.setItem.call(target, key, value),
          true
        ),
        deleteProperty: (target, key) => (ours.removeItem.call(target, key), true),
      });
      areas.set(proxy, area);
      const get = () => proxy;
      Object.defineProperty(window, name, {...before, get});
      if (detachable) {
        detachers.push(() => {
          if (before && Object.getOwnPropertyDescriptor(window, name)?.get === get) {
            Object.defineProperty(window, name, before);
          }
        });
      }
    } catch {
      // Blocked: there is nothing to guard.
    }
  }
  if (!detachable) return stay;
  return () => {
    for (const detach of detachers) detach();
  };
}

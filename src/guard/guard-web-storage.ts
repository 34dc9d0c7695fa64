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
  if (!consent.declaration.services.some(({storage}) => storage)) return stay;
  const {prototype} = Storage;
  const natives = {setItem: prototype.setItem, removeItem: prototype.removeItem};
  const areas = new WeakMap<Storage, Storage>();
  const detachers: Detach[] = [];
  let on = true;

  const hold = (method: keyof typeof natives, proxy: Storage, given: unknown[]) => {
    const area = areas.get(proxy) ?? proxy;
    const carryOut = () => void Reflect.apply(natives[method], area, given);
    const attempt = `${given[0]}`;
    const service = consent.owner(attempt, 'storage');
    if (!on || !service) return carryOut();
    submit({
      kind: 'service',
      id: service.id,
      attempt,
      slot: [area === areas.get(window.sessionStorage), attempt].join(),
      deletion: method === 'removeItem',
      verdict: () => consent.decide(attempt, 'storage'),
      carryOut,
    });
  };

  for (const method of ['setItem', 'removeItem'] as const) {
    const ours = function (this: Storage, ...given: unknown[]) {
      hold(method, this, given);
    };
    Object.assign(prototype, {[method]: ours});
    if (detachable) {
      detachers.push(() => {
        on = false;
        if (prototype[method] === ours) Object.assign(prototype, {[method]: natives[method]});
      });
    }
  }
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
          key in prototype ? Reflect.set(target, key, value, target) : hold('setItem', target, [key, value]),
          true
        ),
        deleteProperty: (target, key) => (hold('removeItem', target, [key]), true),
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

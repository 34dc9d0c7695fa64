import type {Consent} from '../core/consent.ts';
import type {Detach} from '../core/attachment.ts';
import type {Submit} from './held-writes.ts';

const areas = ['localStorage', 'sessionStorage'] as const;

/**
 * Holds writes of declared keys to `localStorage` and `sessionStorage`: `setItem()`, and assignment to a property, which only
 * a proxy in place of the area can see. Without declared keys nothing is touched.
 */
export function guardWebStorage(consent: Consent, submit: Submit): Detach {
  if (!consent.declaration.services.some(({storage}) => storage)) return () => undefined;
  let on = true;
  const {setItem} = Storage.prototype;
  const hold = (area: Storage, key: string, value: string) => {
    const carryOut = () => setItem.call(area, key, value);
    const service = consent.owner(key, 'storage');
    if (!on || !service) return carryOut();
    submit({
      kind: 'service',
      id: service.id,
      attempt: key,
      slot: [area === raw[0], key].join(),
      verdict: () => consent.decideKey(key),
      carryOut,
    });
  };
  const raw: (Storage | undefined)[] = [];
  const proxied = new WeakMap<object, Storage>();
  const ours = function (this: Storage, ...given: [string, string]) {
    const area = proxied.get(this) ?? this;
    if (given.length < 2) return Reflect.apply(setItem, area, given);
    hold(area, `${given[0]}`, `${given[1]}`);
  };
  Storage.prototype.setItem = ours;

  const restore = areas.map((name, index) => {
    const before = Object.getOwnPropertyDescriptor(window, name);
    let area: Storage;
    try {
      area = window[name];
    } catch {
      return; // Blocked: there is nothing to guard.
    }
    raw[index] = area;
    if (!before?.configurable) return;
    const proxy = new Proxy(area, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(key === 'setItem' ? proxy : target) : value;
      },
      set(target, key, value) {
        if (typeof key === 'string' && !(key in Storage.prototype)) hold(target, key, `${value}`);
        else Reflect.set(target, key, value, target);
        return true;
      },
      defineProperty(target, key, descriptor) {
        if (typeof key === 'string' && 'value' in descriptor) hold(target, key, `${descriptor.value}`);
        return true;
      },
    });
    proxied.set(proxy, area);
    const get = () => (on ? proxy : area);
    Object.defineProperty(window, name, {...before, get});
    return () => {
      if (Object.getOwnPropertyDescriptor(window, name)?.get === get)
        Object.defineProperty(window, name, before);
    };
  });
  return () => {
    on = false;
    if (Storage.prototype.setItem === ours) Storage.prototype.setItem = setItem;
    for (const detach of restore) detach?.();
  };
}

import type {Consent} from '../core/consent.ts';
import type {Service} from '../core/declaration.ts';

/** Services told, until they are allowed again: one withdrawal is told once, however many changes follow it. */
const told = new WeakMap<Consent, Set<string>>();

const toldBy = (consent: Consent): Set<string> => {
  const known = told.get(consent);
  if (known) return known;
  const ids = new Set<string>();
  told.set(consent, ids);
  consent.addEventListener('change', () => {
    for (const id of ids) if (consent.allows(id)) ids.delete(id);
  });
  return ids;
};

/** Tells services that they are withdrawn: by `onWithdraw()`, and by the event `cookie-modes-withdraw` on the document. */
export function withdrawServices(consent: Consent, services: readonly Service[]): void {
  const ids = toldBy(consent);
  for (const {id, onWithdraw} of services) {
    if (ids.has(id)) continue;
    ids.add(id);
    const complain = (error: unknown) =>
      console.error(`cookie-modes: onWithdraw() of "${id}" failed.`, error);
    try {
      // What it returns is not waited for, but not lost either.
      Promise.resolve(onWithdraw?.()).catch(complain);
    } catch (error) {
      complain(error);
    }
    document.dispatchEvent(new CustomEvent('cookie-modes-withdraw', {detail: {service: id}}));
  }
}

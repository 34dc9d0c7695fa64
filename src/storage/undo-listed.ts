import {matches} from '../core/matches.ts';
import {forgetCaches} from './forget-caches.ts';
import {forgetDatabases} from './forget-databases.ts';
import {forgetServiceWorkers} from './forget-service-workers.ts';
import type {Service} from '../core/declaration.ts';
import type {Obstacle, Trace} from '../core/undone.ts';

const lists = [
  ['indexedDB', 'indexed-db', forgetDatabases],
  ['caches', 'cache', forgetCaches],
  ['serviceWorkers', 'service-worker', forgetServiceWorkers],
] as const;

/**
 * Removes the databases, caches and service workers that denied services declare; never throws.
 * @param report is told of each that was there, and what kept it.
 */
export async function undoListed(
  services: readonly Service[],
  denied: (service: Service) => unknown,
  report: (trace: Trace, why: Obstacle | undefined) => void,
): Promise<void> {
  for (const [list, kind, forget] of lists) {
    // What nobody declares is not even looked at.
    const declared = services.flatMap((service) =>
      denied(service) ? (service[list] ?? []).map((name) => ({name, service: service.id})) : [],
    );
    if (!declared[0]) continue;
    // Scopes of service workers are declared relative to the page.
    const fits = (one: string, name: string) =>
      matches(list === 'serviceWorkers' ? new URL(one, document.baseURI).href : one, name);
    const owner = (name: string) => services.find((service) => service[list]?.some((one) => fits(one, name)));
    const goes = (name: string) => {
      const service = owner(name);
      return service && denied(service);
    };
    try {
      const exact = declared.map(({name}) => name).filter((name) => !name.includes('*'));
      for (const [name, why] of await forget(goes, exact))
        report({kind, name, service: owner(name)?.id}, why);
    } catch {
      // Whether anything is there cannot be known.
      for (const one of declared) report({kind, ...one}, 'blocked');
    }
  }
}

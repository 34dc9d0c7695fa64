import type {Obstacle} from '../core/undone.ts';

/**
 * Unregisters service workers; one that controls a page goes on until that page is closed.
 * @param goes whether the worker of a scope URL is to go
 * @returns each scope that had one, with what kept it.
 */
export async function forgetServiceWorkers(
  goes: (scope: string) => unknown,
): Promise<Map<string, Obstacle | undefined>> {
  // Plain http has none, so that nothing can be registered.
  const workers = (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.getRegistrations();
  const found = new Map<string, Obstacle | undefined>();
  for (const worker of (await workers) ?? []) {
    if (goes(worker.scope)) found.set(worker.scope, (await worker.unregister()) ? undefined : 'blocked');
  }
  return found;
}

import type {Obstacle} from '../core/undone.ts';

/**
 * Deletes entries of Cache Storage.
 * @param goes whether a name is to be deleted
 * @returns each that was there, with what kept it.
 */
export async function forgetCaches(
  goes: (name: string) => unknown,
): Promise<Map<string, Obstacle | undefined>> {
  // Plain http has none, so that nothing can be in it.
  const store = globalThis.caches as CacheStorage | undefined;
  const names = ((await store?.keys()) ?? []).filter(goes);
  await Promise.all(names.map((name) => store?.delete(name)));
  const left = (await store?.keys()) ?? [];
  return new Map(names.map((name) => [name, left.includes(name) ? 'blocked' : undefined]));
}

import type {Obstacle} from '../core/undone.ts';

/** Every connection is told when its database is to go; one that has not closed by then will not. */
const patience = 3000;

const remove = (name: string) =>
  new Promise<Obstacle | undefined | null>((resolve) => {
    // The request cannot be taken back: once the last connection closes, at the latest with the page, the database goes. WebKit
    // may forget the request with the page; then the next page asks again.
    const request = indexedDB.deleteDatabase(name);
    // Version 0 is what a database that was not there had.
    request.onsuccess = (event) => resolve((event as IDBVersionChangeEvent).oldVersion ? undefined : null);
    request.onerror = () => resolve('blocked');
    request.onblocked = () => resolve('in-use');
    setTimeout(resolve, patience, 'in-use');
  });

/**
 * Deletes databases.
 * @param goes whether a name is to be deleted
 * @param exact names to try where the browser does not list its databases (Firefox before 126)
 * @returns each that was there, with what kept it.
 */
export async function forgetDatabases(
  goes: (name: string) => unknown,
  exact: readonly string[],
): Promise<Map<string, Obstacle | undefined>> {
  const found = new Map<string, Obstacle | undefined>();
  const list = indexedDB.databases as IDBFactory['databases'] | undefined;
  const names = list ? (await list.call(indexedDB)).map(({name = ''}) => name) : exact;
  await Promise.all(
    names.filter(goes).map(async (name) => {
      const why = await remove(name);
      if (why !== null) found.set(name, why);
    }),
  );
  return found;
}

import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import {nativeCookie} from '../../src/storage/native-cookie.ts';
import {undo} from '../../src/storage/undo.ts';
import type {Config} from '../../src/core/declaration.ts';
import type {ChangeDetail} from '../../src/core/events.ts';
import type {Choice} from '../../src/core/record.ts';
import type {UndoReport} from '../../src/core/undone.ts';
import type {Mode} from '../../src/core/words.ts';

/** A consent of its own, kept in memory. */
export const consentFor = (config: Omit<Config, 'policy'>): Consent =>
  new Consent(declare({policy: {url: '/privacy'}, ...config}), {storage: memoryStorage()});

/** A choice on the same declaration, by a consent of its own. */
export function choiceOf(mode: Mode, {declaration}: Consent): Choice | undefined {
  const other = new Consent(declaration, {storage: memoryStorage()});
  other.choose(mode);
  return other.choice;
}

/** Undoes on this page, after a choice that took the place of an acceptance unless told otherwise. */
export const undoHere = (
  consent: Consent,
  why: Partial<Pick<ChangeDetail, 'erased' | 'before'>> = {},
  running: readonly string[] = [],
  cookie: PropertyDescriptor | undefined = nativeCookie,
): Promise<UndoReport> =>
  undo(consent, {before: choiceOf('accept-all', consent), ...why}, {running: new Set(running), cookie});

/** Names of cookies that the page sees now, sorted. */
export const cookieNames = (): string[] =>
  document.cookie
    .split('; ')
    .filter(Boolean)
    .map((pair) => pair.split('=', 1)[0] ?? '')
    .sort();

/** A report in words: `kind name` or `kind name: why`, sorted. */
export const inWords = ({removed, left}: UndoReport): string[] =>
  [
    ...removed.map(({kind, name}) => `${kind} ${name}`),
    ...left.map(({kind, name, why}) => `${kind} ${name}: ${why}`),
  ].sort();

/** A connection to a database, which is made where there is none. */
export const openDatabase = (name: string) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const deleteDatabase = (name: string) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });

/** Leaves the page as a test should find it. */
export async function clearPage(): Promise<void> {
  do {
    for (const name of cookieNames()) document.cookie = `${name}=x;path=/;max-age=0`;
    // A busy WebKit shows a cookie again that has gone: what its processes still had to tell of it comes before an answer.
    await fetch(location.href);
  } while (cookieNames()[0]);
  localStorage.clear();
  sessionStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  for (const {name} of await indexedDB.databases()) if (name) await deleteDatabase(name);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}

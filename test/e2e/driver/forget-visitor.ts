import {createServer} from 'node:http';
import {connect, type AddressInfo} from 'node:net';

const host = '127.0.0.1';

/** An empty page on the tests' own host: what belongs to the host can be reached from it, also when a test's site is gone. */
const blank = createServer((_, response) =>
  response.writeHead(200, {'content-type': 'text/html'}).end('<!doctype html><title>blank</title>'),
);
const blankPage = new Promise<string>((resolve) => {
  blank.listen(0, host, () => resolve(`http://${host}:${(blank.address() as AddressInfo).port}/`));
  blank.unref();
});

/** Runs in a page: empties what its origin stores; cookies are the driver's to delete. */
async function emptyStorage(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
  for (const {name = ''} of await indexedDB.databases()) {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = request.onblocked = () => reject(new Error(`${name} is in use`));
    });
  }
}

/** Whether the site of an origin still answers. */
const isThere = (origin: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(new URL(origin).port), host);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const ofHost = (url: string) => new URL(url).hostname === host;

/** The one page that a visitor has left open. */
export interface LastPage {
  goto(url: string): Promise<unknown>;
  /** Evaluates an expression that gives a promise. */
  run(expression: string): Promise<unknown>;
  /** @returns those that are left */
  deleteCookies(): Promise<readonly unknown[]>;
}

/**
 * Makes a page belong to a visitor never seen before, with a fraction of the work of a new profile.
 * @param visited addresses the visitor has been to
 * @returns whether that is certain: it is not after pages of several hosts, or when something did not go
 */
export async function forgetVisitor(page: LastPage, visited: Iterable<string>): Promise<boolean> {
  const pages = [...visited].filter((url) => url !== 'about:blank');
  if (!pages.every(ofHost)) return false;
  try {
    await page.goto(await blankPage);
    for (const origin of new Set(pages.map((url) => new URL(url).origin))) {
      // A site that is gone leaves nothing that a later one could meet.
      if (!(await isThere(origin))) continue;
      await page.goto(`${origin}/blank`);
      await page.run(`(${emptyStorage})()`);
    }
    return !(await page.deleteCookies())[0];
  } catch {
    return false;
  }
}

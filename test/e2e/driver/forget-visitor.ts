import {createServer} from 'node:http';
import {connect, type AddressInfo} from 'node:net';
import type {WebDriverSession} from '../../browsers/webdriver.ts';

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

const emptying = `const done = arguments[0]; (${emptyStorage})().then(() => done(''), (error) => done(String(error)))`;

/** Whether the site of an origin still answers. */
const isThere = (origin: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(new URL(origin).port), host);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const ofHost = (url: string) => new URL(url).hostname === host;

/**
 * Makes a session's next page belong to a visitor never seen before, with a tenth of the work of a new session. Answers its window, or
 * nothing where that is not certain: after pages of several hosts, or when something did not go.
 * @param visited addresses the visitor has been to
 */
export async function forgetVisitor(
  session: WebDriverSession,
  visited: Iterable<string>,
): Promise<string | undefined> {
  const urls = new Set(visited);
  const handles = await session.send<string[]>('GET', '/window/handles');
  for (const [place, handle] of handles.entries()) {
    await session.send('POST', '/window', {handle});
    urls.add(await session.send<string>('GET', '/url'));
    if (place < handles.length - 1) await session.send('DELETE', '/window');
  }
  const pages = [...urls].filter((url) => url !== 'about:blank');
  if (!pages.every(ofHost)) return undefined;
  const go = (url: string) => session.send('POST', '/url', {url});
  await go(await blankPage);
  for (const origin of new Set(pages.map((url) => new URL(url).origin))) {
    // A site that is gone leaves nothing that a later one could meet.
    if (!(await isThere(origin))) continue;
    await go(`${origin}/blank`);
    const failed = await session.send<string>('POST', '/execute/async', {script: emptying, args: []});
    if (failed) return undefined;
  }
  await session.send('DELETE', '/cookie');
  const left = await session.send<unknown[]>('GET', '/cookie');
  return left.length ? undefined : handles.at(-1);
}

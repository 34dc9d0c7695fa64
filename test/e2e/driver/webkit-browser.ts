import {pressActions} from '../../browsers/keys.ts';
import type {WebDriverSession} from '../../browsers/webdriver.ts';
import {startWebKit} from '../../browsers/webkit.ts';
import {setInnerSize, webkitPage} from '../../browsers/webkit-page.ts';
import type {Browser, Cookie, Media, Page} from './browser.ts';
import {forgetVisitor, type LastPage} from './forget-visitor.ts';
import {pageActions} from './page-actions.ts';

interface WebDriverCookie extends Omit<Cookie, 'expires'> {
  expiry?: number;
}

type Turn = <T>(run: () => Promise<T>) => Promise<T>;

/** The commands of a WebDriver session go to its current window: each page takes its turn in its own. */
function windowTurns(session: WebDriverSession): (handle: string) => Turn {
  let queue: Promise<unknown> = Promise.resolve();
  let current = '';
  return (handle) => (run) => {
    const turn = queue.then(async () => {
      if (current !== handle) await session.send('POST', '/window', {handle});
      current = handle;
      return run();
    });
    queue = turn.catch(() => (current = ''));
    return turn;
  };
}

// The answer carries a failure as text: WebKit's driver would only say "javascript error".
const asyncScript = (expression: string) => `const done = arguments[arguments.length - 1];
  (${expression}).then((value) => done({value}), (error) => done({error: String(error) + '\\n' + error?.stack}));`;

/** Evaluates an expression that gives a promise, in the session's current window. */
async function run(session: WebDriverSession, expression: string): Promise<unknown> {
  const body = {script: asyncScript(expression), args: []};
  const {value, error} = await session.send<{value?: unknown; error?: string}>(
    'POST',
    '/execute/async',
    body,
  );
  if (error !== undefined) throw new Error(error);
  return value ?? undefined;
}

/** Closes all windows of a session but one; answers its name, and the addresses that were in them. */
async function closeOthers(session: WebDriverSession): Promise<{handle: string; urls: string[]}> {
  const handles = await session.send<string[]>('GET', '/window/handles');
  const urls: string[] = [];
  for (const [place, handle] of handles.entries()) {
    await session.send('POST', '/window', {handle});
    urls.push(await session.send<string>('GET', '/url'));
    if (place < handles.length - 1) await session.send('DELETE', '/window');
  }
  return {handle: handles.at(-1) ?? '', urls};
}

function wrap(session: WebDriverSession, turn: Turn, visited: (url: string) => void): Page {
  const {keyboard, mouse} = webkitPage(session);
  const post = (path: string, body: object = {}) => turn(() => session.send<void>('POST', path, body));
  const actions = pageActions({
    run: (expression) => turn(() => run(session, expression)),
    clickAt: (x, y) => turn(() => mouse.click(x, y)),
    typeText: (text) => turn(() => keyboard.type(text)),
  });
  const setViewport = (width: number, height: number) => turn(() => setInnerSize(session, width, height));
  return {
    ...actions,
    messages: [],
    goto(url) {
      visited(url);
      return post('/url', {url});
    },
    reload: () => post('/refresh'),
    back: () => post('/back'),
    url: () => turn(() => session.send<string>('GET', '/url')),
    press: (chord) => post('/actions', pressActions(chord)),
    setViewport,
    async emulate({colorScheme, reducedMotion, forcedColors}) {
      return actions.evaluate(
        (queries: string[]) => queries.every((query) => matchMedia(query).matches),
        [
          colorScheme ? `(prefers-color-scheme: ${colorScheme})` : 'all',
          reducedMotion ? `(prefers-reduced-motion: ${reducedMotion})` : 'all',
          forcedColors ? `(forced-colors: ${forcedColors})` : 'all',
        ],
      );
    },
    screenshot: () => Promise.reject(new Error('WebKit takes no picture with the renderer it has here')),
    async cookies() {
      const cookies = await turn(() => session.send<WebDriverCookie[]>('GET', '/cookie'));
      return cookies.map(({expiry, ...cookie}) => ({...cookie, ...(expiry && {expires: expiry})}));
    },
    accessibilityTree: () => Promise.reject(new Error('Only Chromium tells its accessibility tree')),
    instances: () => Promise.reject(new Error('Only Chromium counts objects')),
    // Taking a turn in a window brings it to the front.
    bringToFront: () => turn(async () => undefined),
    close: () => turn(() => session.send<void>('DELETE', '/window')),
  };
}

const lastPage = (session: WebDriverSession): LastPage => ({
  goto: (url) => session.send('POST', '/url', {url}),
  run: (expression) => run(session, expression),
  async deleteCookies() {
    await session.send('DELETE', '/cookie');
    return session.send<unknown[]>('GET', '/cookie');
  },
});

/** Starts WebKitGTK; `media` is how every page of it is shown. */
export async function webkitBrowser(media: Media): Promise<Browser> {
  const webkit = await startWebKit({unhandledPromptBehavior: 'dismiss'}, media);
  let session = webkit.session;
  let turns = windowTurns(session);
  const visited = new Set<string>();
  /** The page a visitor begins with, until it is asked for. */
  let first: Page | undefined;
  const open = async (handle: string) => {
    const page = wrap(session, turns(handle), (url) => visited.add(url));
    await page.setViewport(1024, 768);
    return page;
  };
  // A visitor counts as there once their page can be used: what does not come up fails here, where it can be replaced.
  const begin = async (handle?: string) => {
    turns = windowTurns(session);
    visited.clear();
    first = await open(handle ?? (await session.send<string>('GET', '/window')));
  };
  await begin().catch(async (error: unknown) => {
    await webkit.close();
    throw error;
  });
  return {
    engine: 'webkit',
    async newPage() {
      const page = first;
      first = undefined;
      return (
        page ?? open((await session.send<{handle: string}>('POST', '/window/new', {type: 'window'})).handle)
      );
    },
    async fresh() {
      if (first) return;
      const last = await closeOthers(session).catch(() => undefined);
      const forgotten = last && (await forgetVisitor(lastPage(session), [...visited, ...last.urls]));
      if (!forgotten) session = await webkit.renew();
      await begin(forgotten ? last.handle : undefined);
    },
    close: () => webkit.close(),
  };
}

import {setTimeout as wait} from 'node:timers/promises';
import puppeteer, {
  type BrowserContext,
  type JSHandle,
  type KeyInput,
  type Page as PuppeteerPage,
} from 'puppeteer-core';
import {launchOptions} from '../../browsers/launch-options.ts';
import {namedSpace} from '../../browsers/named-space.ts';
import type {Browser, Cookie, Media, Page} from './browser.ts';
import {forgetVisitor} from './forget-visitor.ts';
import {pageActions} from './page-actions.ts';

type Engine = 'chromium' | 'firefox';

// A start that fails is tried once more, a test never is.
async function launch(engine: Engine, media: Media) {
  const options = launchOptions(engine, media);
  return puppeteer.launch(options).catch(() => puppeteer.launch(options));
}

async function emulateInChromium(page: PuppeteerPage, media: Media): Promise<void> {
  const features = [
    {name: 'prefers-color-scheme', value: media.colorScheme ?? ''},
    {name: 'prefers-reduced-motion', value: media.reducedMotion ?? ''},
    {name: 'forced-colors', value: media.forcedColors ?? ''},
  ];
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', {media: '', features});
}

function mediaQueries({colorScheme, reducedMotion, forcedColors}: Media): string[] {
  return [
    ...(colorScheme ? [`(prefers-color-scheme: ${colorScheme})`] : []),
    ...(reducedMotion ? [`(prefers-reduced-motion: ${reducedMotion})`] : []),
    ...(forcedColors ? [`(forced-colors: ${forcedColors})`] : []),
  ];
}

async function readCookies(context: BrowserContext): Promise<Cookie[]> {
  return (await context.cookies()).map((cookie) => ({
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain,
    path: cookie.path ?? '/',
    secure: cookie.secure ?? false,
    httpOnly: cookie.httpOnly ?? false,
    sameSite: cookie.sameSite ?? '',
    ...(cookie.expires > 0 && {expires: cookie.expires}),
  }));
}

function wrap(engine: Engine, page: PuppeteerPage, messages: string[], visited: (url: string) => void): Page {
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  // The engines differ in whether the message begins with the kind of error.
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? error.message : String(error);
    messages.push(`pageerror: ${text.replace(/^\w*Error: /, '')}`);
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  const actions = pageActions({
    run: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    typeText: (text) => page.keyboard.type(text),
  });
  return {
    ...actions,
    messages,
    async goto(url) {
      visited(url);
      await page.goto(url);
    },
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    url: async () => page.url(),
    async press(chord) {
      const keys = chord.split('+') as KeyInput[];
      const last = keys.pop();
      for (const key of keys) await page.keyboard.down(key);
      if (last) await page.keyboard.press(last);
      for (const key of keys.reverse()) await page.keyboard.up(key);
    },
    setViewport: (width, height) => page.setViewport({width, height}),
    async emulate(media) {
      if (engine === 'chromium') await emulateInChromium(page, media);
      return actions.evaluate(
        (queries: string[]) => queries.every((query) => matchMedia(query).matches),
        mediaQueries(media),
      );
    },
    async screenshot(path, size) {
      if (size) await page.setViewport(size);
      await page.screenshot({path: path as `${string}.png`});
    },
    cookies: () => readCookies(page.browserContext()),
    async accessibilityTree() {
      if (engine !== 'chromium') throw new Error('Only Chromium tells its accessibility tree');
      return page.accessibility.snapshot();
    },
    async instances(className) {
      if (engine !== 'chromium') throw new Error('Only Chromium counts objects');
      const prototype = (await page.evaluateHandle(`${className}.prototype`)) as JSHandle<object>;
      const objects = await page.queryObjects(prototype);
      return objects.evaluate((list) => list.length);
    },
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** Milliseconds; sometimes Firefox never answers when a database is to be deleted, and then a new context is the quicker way. */
const patience = 3000;

/** The next visitor of a context is a new one, on the page that is left of the last; false where that is not certain. */
async function forgetIn(
  context: BrowserContext,
  page: PuppeteerPage,
  visited: readonly string[],
): Promise<boolean> {
  const pages = await context.pages();
  const urls = pages.map((one) => one.url());
  for (const one of pages) if (one !== page) await one.close();
  return forgetVisitor(
    {
      goto: (url) => page.goto(url),
      run: (expression) => page.evaluate(expression),
      async deleteCookies() {
        await context.deleteCookie(...(await context.cookies()));
        return context.cookies();
      },
    },
    [...visited, ...urls],
  );
}

/** Starts Chromium or Firefox; `media` is how every page of it is shown from the start. */
export async function puppeteerBrowser(engine: Engine, media: Media): Promise<Browser> {
  const browser = await launch(engine, media);
  let context = await browser.createBrowserContext();
  const visited = new Set<string>();
  const open = async () => {
    const page = namedSpace(await context.newPage());
    const messages: string[] = [];
    return {page, messages, shown: wrap(engine, page, messages, (url) => visited.add(url))};
  };
  type Opened = Awaited<ReturnType<typeof open>>;
  /** The first page of this visitor; left of the last visitor, it waits for the next one. */
  let begun: Opened | undefined;
  let waiting: Opened | undefined;
  return {
    engine,
    async newPage() {
      const one = waiting ?? (await open());
      waiting = undefined;
      begun ??= one;
      await one.page.setViewport({width: 1024, height: 768});
      // Only when there is something to say: with a session of ours attached to a page, Chromium prerenders nothing for it.
      if (engine === 'chromium' && mediaQueries(media)[0]) await emulateInChromium(one.page, media);
      return one.shown;
    },
    async fresh() {
      if (waiting) return;
      const last = begun;
      begun = undefined;
      // A new context costs Firefox half a second of a processor, forgetting half of that.
      const forgotten =
        engine === 'firefox' &&
        last &&
        !last.page.isClosed() &&
        (await Promise.race([
          forgetIn(context, last.page, [...visited]).catch(() => false),
          wait(patience, false, {ref: false}),
        ]));
      visited.clear();
      if (forgotten) {
        last.messages.splice(0);
        waiting = last;
        return;
      }
      const old = context;
      context = await browser.createBrowserContext();
      await old.close();
    },
    close: () => browser.close(),
  };
}

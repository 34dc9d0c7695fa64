import puppeteer, {type BrowserContext, type KeyInput, type Page as PuppeteerPage} from 'puppeteer-core';
import {launchOptions} from '../../browsers/launch-options.ts';
import {namedSpace} from '../../browsers/named-space.ts';
import type {Browser, Cookie, Media, Page} from './browser.ts';
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

function wrap(engine: Engine, page: PuppeteerPage): Page {
  const messages: string[] = [];
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
    goto: async (url) => void (await page.goto(url)),
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
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** Starts Chromium or Firefox; `media` is how every page of it is shown from the start. */
export async function puppeteerBrowser(engine: Engine, media: Media): Promise<Browser> {
  const browser = await launch(engine, media);
  let context = await browser.createBrowserContext();
  return {
    engine,
    async newPage() {
      const page = await context.newPage();
      await page.setViewport({width: 1024, height: 768});
      // Only when there is something to say: with a session of ours attached to a page, Chromium prerenders nothing for it.
      if (engine === 'chromium' && mediaQueries(media)[0]) await emulateInChromium(page, media);
      return wrap(engine, namedSpace(page));
    },
    async fresh() {
      const old = context;
      context = await browser.createBrowserContext();
      await old.close();
    },
    close: () => browser.close(),
  };
}

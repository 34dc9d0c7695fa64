import {after, before, beforeEach, describe} from 'node:test';
import {engineNames, type EngineName} from '../../browsers/engine-names.ts';
import type {Browser, Media, Page} from './browser.ts';
import {openBrowser} from './open-browser.ts';

/** What the tests of one engine are handed. */
export interface Visitor {
  readonly engine: EngineName;
  /** A new tab of this test's visitor, who has no cookies and no storage at the start of each test. */
  newPage(): Promise<Page>;
  /** Makes the same test's next tab belong to a visitor never seen before. */
  fresh(): Promise<void>;
}

/** What may differ from one group of tests to another. */
export interface Circumstances {
  /** How the browser shows every page. */
  readonly media?: Media;
  /** Engines to keep to, where the others cannot show it. */
  readonly only?: readonly EngineName[];
  /** One visitor for all tests, which then clear what they leave: a new one for each costs more than a short test. */
  readonly sameVisitor?: boolean;
}

// `npm run test:e2e -- --engine firefox` says it through the environment, as test files run in processes of their own.
const chosen = process.env['ENGINES']?.split(',');

/** Browsers that run, by engine and media; each goes on to the next file. */
const browsers = new Map<string, Promise<Browser>>();

/** A browser with a visitor never seen before; one that has died is replaced. */
async function arriveIn(engine: EngineName, media: Media): Promise<Browser> {
  const key = engine + JSON.stringify(media);
  const known = await browsers.get(key)?.catch(() => undefined);
  const alive = await known?.fresh().then(
    () => true,
    () => false,
  );
  if (known && alive) return known;
  await known?.close().catch(() => undefined);
  const started = openBrowser(engine, media);
  browsers.set(key, started);
  return started;
}

after(async () => {
  for (const browser of browsers.values()) await (await browser.catch(() => undefined))?.close();
});

/**
 * Declares the same tests for each engine: one browser for all of them, a new visitor for each test. Hooks that `declare` registers
 * come after that visitor, when the last one's pages are gone; hooks of the file come before.
 */
export function forEachEngine(
  name: string,
  declare: (visitor: Visitor) => void,
  {media = {}, only = engineNames, sameVisitor = false}: Circumstances = {},
): void {
  for (const engine of only) {
    if (chosen && !chosen.includes(engine)) continue;
    describe(`${name} (${engine})`, () => {
      let browser: Browser | undefined;
      const running = () => {
        if (!browser) throw new Error('A page can only be opened inside a test');
        return browser;
      };
      const arrive = async () => void (browser = await arriveIn(engine, media));
      const each = sameVisitor ? before : beforeEach;
      each(arrive);
      declare({engine, newPage: () => running().newPage(), fresh: arrive});
    });
  }
}

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

// `npm run test:e2e -- --engine firefox` says it through the environment, as test files are processes of their own.
const chosen = process.env['ENGINES']?.split(',');

/**
 * Declares the same tests for each engine: one browser per engine and file, a new visitor for each test.
 * @param only engines to keep to, where the others cannot show it, or the time for all three is not there
 */
export function forEachEngine(
  name: string,
  declare: (visitor: Visitor) => void,
  media: Media = {},
  only: readonly EngineName[] = engineNames,
): void {
  for (const engine of only) {
    if (chosen && !chosen.includes(engine)) continue;
    describe(`${name} (${engine})`, () => {
      let browser: Browser | undefined;
      const running = () => {
        if (!browser) throw new Error('A page can only be opened inside a test');
        return browser;
      };
      before(async () => void (browser = await openBrowser(engine, media)));
      beforeEach(() => running().fresh());
      after(() => browser?.close());
      declare({engine, newPage: () => running().newPage(), fresh: () => running().fresh()});
    });
  }
}

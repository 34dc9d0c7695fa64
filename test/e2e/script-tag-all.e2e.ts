import assert from 'node:assert/strict';
import {after, before, beforeEach, it} from 'node:test';
import type {Page} from './driver/browser.ts';
import {askedFor} from './driver/asked-for.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {none, right, tagSite, traces, type TagSite} from './script-tag-kit.ts';

declare const ran: string[];
declare const heard: string[];
declare const first: unknown;

let tags: TagSite;
before(async () => {
  tags = await tagSite();
});
after(() => tags.own.close());

const asks = (tab: Page) =>
  tab.waitFor(() => document.querySelectorAll('cookie-modes[open] button[data-mode]').length === 3);
/** The picture is asked for by itself, after the scripts or before; the next test must not meet it. */
const pictured = () => askedFor(tags.own.paths, /^\/pixel/);

forEachEngine('the build in a single file', (visitor) => {
  beforeEach(() => tags.own.forget());
  for (const [lang, accept] of [
    ['en', 'Accept all cookies'],
    ['zh-Hant-TW', '接受所有 Cookie'],
  ] as const) {
    it(`does the same main job alone (${lang})`, async () => {
      const tab = await visitor.newPage();
      await tab.goto(tags.page({config: right, src: '/dist/cookie-modes.all.js', lang}));
      await asks(tab);
      assert.deepEqual(await traces(tab, tags), none);
      await tab.click(`cookie-modes button:has-text("${accept}")`);
      await tab.waitFor(() => ran.length === 3);
      assert.deepEqual(await tab.evaluate(() => ran), ['inline', 'external', 'last']);
      await pictured();
      await tab.evaluate(() => window.cookieModes.openSettings());
      await tab.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
      await tab.click('cookie-modes-settings-dialog >>> button[data-mode="refuse-all"]');
      await tab.waitFor(() => !document.cookie.includes('track=1'));
      assert.deepEqual(tags.asked(/^\/dist\//), ['/dist/cookie-modes.all.js']);
      assert.deepEqual(await tab.evaluate(() => heard), []);
    });
  }

  it('fetches other languages from beside itself', async () => {
    const tab = await visitor.newPage();
    await tab.goto(tags.page({config: right, src: '/elsewhere/cookie-modes.all.js', lang: 'ja'}));
    await asks(tab);
    assert.deepEqual(tags.asked(/locales/), ['/elsewhere/locales/ja.js']);
  });
});

forEachEngine('two script tags on a page', (visitor) => {
  beforeEach(() => tags.own.forget());
  const files = ['cookie-modes', 'cookie-modes.all'];
  for (const [one, two] of files.flatMap((one) => files.map((two) => [one, two] as const))) {
    it(`make one instance and one warning: ${one}.js and ${two}.js`, async () => {
      const tab = await visitor.newPage();
      await tab.goto(
        tags.page({
          config: right,
          src: `/dist/${one}.js`,
          head: `<script>var first = window.cookieModes</script><script src="/dist/${two}.js"></script>`,
          body: '<cookie-modes-settings></cookie-modes-settings>',
        }),
      );
      await asks(tab);
      assert.equal(await tab.evaluate(() => first === window.cookieModes), true);
      assert.deepEqual(await traces(tab, tags), none);
      await tab.click('cookie-modes-settings button');
      await tab.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
      await tab.press('Escape');
      await tab.waitFor(() => !document.querySelector('cookie-modes-settings-dialog[open]'));
      await tab.click('cookie-modes button[data-mode="accept-all"]');
      await tab.waitFor(() => ran.length === 3);
      await pictured();
      assert.deepEqual(
        await tab.evaluate(() =>
          ['cookie-modes', 'cookie-modes-settings-dialog'].map(
            (tag) => document.querySelectorAll(tag).length,
          ),
        ),
        [1, 1],
      );
      const told = await tab.evaluate(() => heard);
      assert.equal(told.length, 1, told.join('\n'));
      assert.match(told[0] ?? '', /^warn: cookie-modes: started twice/);
    });
  }
});

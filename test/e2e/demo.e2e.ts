import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {after, before, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {serve} from '../../demo/serve.mjs';
import {forEachEngine} from './driver/for-each-engine.ts';

// Another folder of built files, as the build takes it.
const dist = pathToFileURL(`${resolve(process.env['BUILD_DIR'] ?? 'dist')}/`);
let demo: Awaited<ReturnType<typeof serve>>;
before(async () => {
  demo = await serve({dist});
});
after(() => demo.close());

/** Each page, and words its notice must say. */
const routes: readonly (readonly [string, string])[] = [
  ['/seeds/000', 'you cannot enter the road safety quiz online'],
  ['/seeds/001', 'you have to pick your district each time you log on'],
  ['/seeds/002', 'Third parties that may set cookies here: Snowplow and Countly'],
  ['/seeds/003', 'Refuse all cookies'],
  ['/seeds/004', '無法於線上報名講習'],
  ['/bare', 'Notify me'],
  ['/hostile', 'Accept all cookies'],
  ['/spa', 'Accept all cookies'],
  ['/npm', 'Accept all cookies'],
  ['/rtl', 'لن تظهر خريطة العبّارات'],
];

forEachEngine(
  'the demo',
  (visitor) => {
    for (const [path, words] of routes) {
      it(`shows ${path}, stores nothing before a choice and keeps a refusal`, async () => {
        demo.requests.length = 0;
        const tab = await visitor.newPage();
        await tab.goto(`${demo.origin}${path}`);
        await tab.waitFor(
          (words) => document.querySelector('cookie-modes[open]')?.textContent.includes(words),
          words,
        );
        assert.deepEqual(await tab.cookies(), []);
        await tab.click('cookie-modes button[data-mode="refuse-all"]');
        await tab.waitFor(() => document.cookie.includes('mode=refuse-all'));
        await tab.reload();
        await tab.waitFor(
          () => document.readyState === 'complete' && window.cookieModes?.mode === 'refuse-all',
        );
        assert.deepEqual(
          (await tab.cookies()).map(({name}) => name),
          ['cookie_consent'],
        );
        const asked = demo.requests.map(({url}) => url ?? '');
        assert.deepEqual(
          asked.filter((url) => /^\/(vendor\/|collect|frames)/.test(url)),
          [],
        );
        assert.deepEqual(
          tab.messages.filter((text) => /^(error|pageerror|warn)/.test(text)),
          [],
        );
      });
    }
  },
  {},
  ['chromium', 'webkit'],
);

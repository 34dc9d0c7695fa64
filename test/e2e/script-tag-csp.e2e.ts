import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {forEachEngine} from './driver/for-each-engine.ts';
import {right, tagSite, type TagSite} from './script-tag-kit.ts';

declare const ran: string[];
declare const heard: string[];

const csp =
  "script-src 'nonce-n' 'strict-dynamic'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const body = `<style>h1 { color: red }</style><cookie-modes-settings></cookie-modes-settings><cookie-modes-table></cookie-modes-table>
  <iframe data-purpose="activity" data-src="/privacy" title="A map"></iframe>`;

let tags: TagSite;
before(async () => {
  tags = await tagSite();
});
after(() => tags.own.close());

forEachEngine('a strict content security policy', (visitor) => {
  for (const [file, lang] of [
    ['cookie-modes', 'en'],
    ['cookie-modes', 'zh-TW'],
    ['cookie-modes.all', 'zh-TW'],
  ] as const) {
    it(`is kept to by notice, question, settings, table and placeholder (${file}.js, ${lang})`, async () => {
      const tab = await visitor.newPage();
      await tab.goto(tags.page({config: right, src: `/dist/${file}.js`, lang, csp, body}));
      await tab.click('cookie-modes button[data-mode="notify"]');
      // A press counts once the question has stood there for a moment.
      await tab.waitFor(() => {
        const since = ((window as {since?: number | undefined}).since ??= document.querySelector(
          'cookie-modes-question[open]',
        )
          ? performance.now()
          : undefined);
        return since !== undefined && performance.now() - since > 400;
      });
      await tab.click('[data-answer="accept"]');
      await tab.waitFor(() => ran.length > 0);
      await tab.click('cookie-modes-settings button');
      await tab.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
      await tab.click('cookie-modes-settings-dialog >>> input[value="accept-all"]');
      await tab.click('cookie-modes-settings-dialog >>> button[data-action="save"]');
      await tab.waitFor(() => ran.length === 3);
      await tab.waitFor(
        () => !!document.querySelector('cookie-modes-table')?.shadowRoot?.textContent.includes('track'),
      );
      const words = await tab.evaluate(() => heard);
      // The page's own inline style is what the policy keeps out, and shows that violations are heard of.
      const [own, ...others] = words;
      assert.match(own ?? '', /^violation: style-src/);
      assert.deepEqual(others, []);
      const styled = () => getComputedStyle(document.querySelector('cookie-modes') ?? document.body).position;
      assert.equal(await tab.evaluate(styled), 'fixed');
    });
  }
});

import assert from 'node:assert/strict';
import {after, before, beforeEach, it} from 'node:test';
import {drawn} from '../a11y/drawn.ts';
import {findLayoutFaults} from '../a11y/find-layout-faults.ts';
import {arrive, stateSite} from '../a11y/state-site.ts';
import {languagesIn, shown, states, worthTrying} from '../a11y/states.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import type {Page} from './driver/browser.ts';
import type {Site} from './driver/site.ts';

declare const shifts: readonly number[];

let own: Site;
before(async () => {
  own = await stateSite();
});
after(() => own.close());

const style = (page: Page, css: string) =>
  page.evaluate((css: string) => {
    document.querySelector('style[data-test]')?.remove();
    const element = document.createElement('style');
    element.dataset['test'] = '';
    element.textContent = css;
    document.head.append(element);
  }, css);
/** WebKitGTK does not measure the rows of a grid anew when a window narrows; a page that begins narrow has them right. */
const beginsSo = (page: Page) =>
  page.evaluate(() => {
    document.body.hidden = true;
    void document.body.offsetHeight;
    document.body.hidden = false;
  });

const spacing =
  '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important} p {margin-block-end: 2em !important}';
/** How a page can be read larger; 400 % of 1280 × 1024 is 320 × 256. */
const circumstances: readonly (readonly [name: string, width: number, height: number, css: string])[] = [
  ['1280 px', 1280, 800, ''],
  ['320 px', 320, 640, ''],
  ['400 % zoom', 320, 256, ''],
  ['200 % text', 1280, 800, 'html {font-size: 200%}'],
  ['200 % text on a phone', 320, 700, 'html {font-size: 200%}'],
  ['text spacing', 1280, 800, spacing],
  ['text spacing on a phone', 320, 640, spacing],
];

forEachEngine(
  'layout',
  ({engine, newPage}) => {
    let page: Page;
    before(async () => {
      page = await newPage();
    });
    beforeEach(() => page.setViewport(1024, 768));

    for (const lang of languagesIn(engine)) {
      for (const state of worthTrying(engine, lang)) {
        it(`clips and overlaps nothing of ${state.name} in ${lang}, whatever the zoom, text size or spacing`, async () => {
          await arrive(page, own, state, lang);
          for (const [name, width, height, css] of circumstances) {
            await page.setViewport(width, height);
            await style(page, css);
            if (engine === 'webkit') await beginsSo(page);
            await drawn(page);
            const faults = await page.evaluate(
              findLayoutFaults,
              state.host,
              !/inline/.test(state.name) && !(/question/.test(state.name) && /text on a phone/.test(name)),
            );
            assert.deepEqual(faults, [], name);
          }
        });
      }
    }

    it('leaves half the window to what is read in the settings, whatever the zoom or text size', async () => {
      const state = states.find(({name}) => name === 'settings-1-top');
      assert.ok(state);
      await arrive(page, own, state);
      for (const [name, width, height, css] of circumstances) {
        await page.setViewport(width, height);
        await style(page, css);
        if (engine === 'webkit') await beginsSo(page);
        await drawn(page);
        const room = await page.evaluate((host: string) => {
          const parts = document.querySelector(host)?.shadowRoot?.querySelectorAll('dialog, .body') ?? [];
          const scrolling = [...parts].filter((one) => getComputedStyle(one).overflowY === 'auto').at(-1);
          return (scrolling?.clientHeight ?? 0) / innerHeight;
        }, state.host);
        assert.ok(room > 0.5, `${name}: ${room}`);
      }
    });

    it('grows and shrinks with the A− A A+ of the page', async () => {
      await arrive(page, own, {name: 'notice', host: 'cookie-modes'});
      const sizes = [];
      for (const size of ['14px', '16px', '20px', '24px']) {
        await style(page, `html {font-size: ${size}}`);
        sizes.push(
          await page.evaluate(() => {
            const texts = document.querySelectorAll('cookie-modes :is(p, button)');
            return [...texts].map((one) => Math.round(parseFloat(getComputedStyle(one).fontSize)));
          }),
        );
      }
      assert.deepEqual(
        sizes.map((all) => [...new Set(all)]),
        [[14], [16], [20], [24]],
      );
    });

    it('gives every target 44 px, also where the page makes its texts tiny', async () => {
      for (const css of ['', '* {font-size: 6px !important}', 'html {font-size: 62.5%}']) {
        for (const state of states.filter(({name}) => /bottom|cookie$|settings-1|placeholder-f/.test(name))) {
          await arrive(page, own, state);
          await style(page, css);
          await drawn(page);
          const small = await page.evaluate((selector: string) => {
            const host = document.querySelector(selector);
            const all = [
              ...(host?.shadowRoot?.querySelectorAll('*') ?? []),
              ...(host?.querySelectorAll('*') ?? []),
            ];
            return all
              .filter((one) => one.matches('button, a, select, summary, label') && one.checkVisibility())
              .filter((one) => !one.closest('p'))
              .map((one) => [one.getBoundingClientRect(), one.textContent?.trim()] as const)
              .filter(([{height, width}]) => height < 43.9 || width < 24)
              .map(([{height, width}, text]) => `${text} ${width} × ${height}`);
          }, state.host);
          assert.deepEqual(small, [], `${state.name} ${css}`);
        }
      }
    });

    it('keeps its texts readable where the page makes everything tiny', async () => {
      await arrive(page, own, {name: 'notice', host: 'cookie-modes'}, 'en', {
        css: '* {font-size: 6px !important}',
      });
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('cookie-modes :is(h2, p, a, label, button)')].map((one) =>
          parseFloat(getComputedStyle(one).fontSize),
        ),
      );
      assert.ok(sizes.length >= 7 && sizes.every((size) => size >= 14), `${sizes}`);
    });

    it('leaves the end of the page and its accessibility mark reachable', async () => {
      for (const placement of ['bottom', 'corner', 'top'] as const) {
        await arrive(page, own, {name: 'notice', host: 'cookie-modes', placement}, 'en', {long: '40'});
        await page.setViewport(360, 640);
        await drawn(page);
        await drawn(page);
        const hit = await page.evaluate(async (placement: string) => {
          scrollTo({top: placement === 'top' ? 0 : 1e6, behavior: 'instant'});
          await new Promise(requestAnimationFrame);
          const mark = document.querySelector(placement === 'top' ? '#skip' : '#mark');
          if (!mark) return 'no mark';
          const {left, top, width, height} = mark.getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2)?.id;
        }, placement);
        assert.equal(hit, placement === 'top' ? 'skip' : 'mark', placement);
      }
    });

    if (engine === 'chromium') {
      it('shifts no layout when it appears and when it goes', async () => {
        await arrive(page, own, {name: 'notice', host: 'cookie-modes'}, 'en', {long: '40'});
        await page.waitFor(() => performance.now() > 800);
        // A press excuses shifts for half a second: the choice is made without one.
        await page.evaluate(() => window.cookieModes.choose('refuse-all'));
        await page.waitFor(() => !document.querySelector('cookie-modes[view=ask]'));
        await drawn(page);
        assert.deepEqual(await page.evaluate(() => shifts), []);
        await page.evaluate(() => document.querySelector('main')?.prepend(document.createElement('hr')));
        await page.waitFor(() => shifts.length > 0);
      });
    }

    it('is not printed', async () => {
      await arrive(page, own, {name: 'notice', host: 'cookie-modes'});
      // No engine here but one shows how a page prints: the rule is tried as if it were for the screen.
      const display = await page.evaluate(() => {
        const host = document.querySelector('cookie-modes');
        const sheets = host?.shadowRoot?.adoptedStyleSheets ?? [];
        let found = 0;
        for (const {cssRules} of sheets) {
          for (const rule of cssRules) {
            if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') {
              rule.media.mediaText = 'screen';
              found++;
            }
          }
        }
        return host && `${found > 0} ${getComputedStyle(host).display}`;
      });
      assert.equal(display, 'true none');
      await shown(page, 'main');
    });
  },
  {sameVisitor: true},
);

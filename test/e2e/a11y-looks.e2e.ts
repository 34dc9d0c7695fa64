import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {findFaint} from '../a11y/find-faint.ts';
import {arrive, stateSite} from '../a11y/state-site.ts';
import {states, type State} from '../a11y/states.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import type {Page} from './driver/browser.ts';
import type {Site} from './driver/site.ts';

let own: Site;
before(async () => {
  own = await stateSite();
});
after(() => own.close());

const notice: State = {name: 'notice', host: 'cookie-modes'};
const looked = states.filter(({name}) => /bottom|confirmation|major|grouped|settings-1|frame/.test(name));

const hostile: readonly string[] = [
  '* {font-size: 6px !important; line-height: 0.5 !important; opacity: 0.05 !important}',
  'button {display: none !important}',
  '[data-mode=refuse-all] {visibility: hidden !important; width: 9px !important; color: white !important; filter: blur(9px) !important}',
  '[data-mode=refuse-all] {all: unset !important; position: absolute !important; left: -9999px !important; clip-path: circle(1px) !important}',
  'body {transform: scale(0.5); overflow: hidden} cookie-modes {transform: scale(0.1) !important; height: 1px !important; display: none !important}',
];

for (const colorScheme of ['light', 'dark'] as const) {
  forEachEngine(
    `${colorScheme} looks`,
    ({newPage}) => {
      it('have 7:1 for every text and 3:1 for every edge of a control', async () => {
        const page = await newPage();
        for (const state of looked) {
          await arrive(page, own, state, state.name === 'confirmation' ? 'ar' : 'en');
          assert.deepEqual(await page.evaluate(findFaint, state.host), [], state.name);
        }
      });
    },
    {media: {colorScheme, reducedMotion: 'reduce'}, sameVisitor: true},
  );
}

forEachEngine(
  'the looks',
  ({engine, newPage}) => {
    let page: Page;
    before(async () => {
      page = await newPage();
    });

    for (const css of hostile) {
      it(`give the three choices equal weight under ${css.slice(0, 50)}…`, async () => {
        await arrive(page, own, notice, 'en', {css});
        const seen = await page.evaluate(() =>
          [...document.querySelectorAll('cookie-modes [data-mode]')].map((one) => {
            const {width, height, left, top} = one.getBoundingClientRect();
            const {color, backgroundColor, fontSize, fontWeight, visibility, filter, clipPath, transform} =
              getComputedStyle(one);
            return {
              size: `${Math.round(width)} × ${Math.round(height)}`,
              tall: height >= 43.9 && width >= 44,
              style: [
                color,
                backgroundColor,
                fontSize,
                fontWeight,
                visibility,
                filter,
                clipPath,
                transform,
              ].join(),
              large: parseFloat(fontSize) >= 14,
              opaque: Number(getComputedStyle(one).opacity) === 1,
              // A real pointer finds it.
              reached: document.elementFromPoint(left + width / 2, top + height / 2) === one,
            };
          }),
        );
        assert.equal(seen.length, 3);
        for (const one of seen) {
          assert.deepEqual(one, seen[0]);
          assert.deepEqual([one.tall, one.large, one.opaque, one.reached], [true, true, true, true]);
        }
      });
    }

    it('have no animation and no transition', async () => {
      for (const state of looked) {
        await arrive(page, own, state);
        assert.equal(await page.evaluate(() => document.getAnimations().length), 0, state.name);
      }
    });

    if (engine === 'chromium') {
      it('have 7:1 for every text and 3:1 for every edge of a control in forced colours, too', async () => {
        for (const state of looked) {
          await arrive(page, own, state);
          assert.ok(await page.emulate({forcedColors: 'active', colorScheme: 'dark'}));
          assert.deepEqual(await page.evaluate(findFaint, state.host), [], state.name);
        }
      });
    }
  },
  {sameVisitor: true},
);

import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {serve} from '../../demo/serve.mjs';
import type {Page} from './driver/browser.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {poll} from './driver/poll.ts';
import {anyCard, cardText, dist, jarOf, keysOf, notified, press, recordOf} from './notify-kit.ts';

let demo: Awaited<ReturnType<typeof serve>>;
before(async () => void (demo = await serve({dist})));
after(() => demo.close());

/** Names of cookies and keys that are there once it is accepted; each writes in a way of its own. */
const writers = [
  {id: 'ahoy', ours: /^ahoy_visit$/},
  {id: 'snowplow', ours: /^_sp_/},
  {id: 'datadog', ours: /^_dd_s/},
  {id: 'countly', ours: /^demo\/cly_/},
  {id: 'mixpanel', ours: /^mp_demo_mixpanel$/},
];

// The scripts run unasked, so that nothing but the guard stands between them and what they store.
forEachEngine('notify me, with real trackers', (visitor) => {
  for (const {id, ours} of writers) {
    // Datadog tries whether it can store by cookies with names made up each time. In WebKit, whose cookie store keeps none without
    // https, it tries once more through `document.cookie`, where nobody can wait for an answer: only one for everything reaches it.
    const forAll = id === 'datadog' && visitor.engine === 'webkit';
    const there = async (page: Page) =>
      [...(await jarOf(page)), ...(await keysOf(page))].filter((name) => ours.test(name));
    /** What comes first: something is stored, or it is asked about. */
    const storesOrAsks = (page: Page) =>
      poll(`${id} stores or asks`, async () => {
        if ((await there(page))[0]) return {answer: 'stores'};
        return (await page.evaluate(cardText)) ? {answer: 'asks'} : {reason: 'neither'};
      });
    /** Presses an answer, and waits for what comes of it: another card, or none. */
    const pressOn = async (page: Page, answer: 'accept' | 'refuse') => {
      const before = await anyCard(page);
      await press(page, answer);
      return page.waitFor((before: string) => {
        const element = document.querySelector('cookie-modes-question');
        if (!element?.querySelector('[data-answer]')) return 'none';
        return element.textContent !== before && 'another';
      }, before);
    };

    it(`holds what ${id} writes, drops it when it is refused, writes it when it is accepted`, async () => {
      const url = `${demo.origin}/vendors?only=${id}&gate=off`;
      let page = await notified(visitor, url);
      await anyCard(page);
      assert.deepEqual(await jarOf(page), []);
      assert.deepEqual(await there(page), []);
      for (let cards = 0; (await pressOn(page, 'refuse')) !== 'none'; cards++) {
        assert.ok(cards < 8, `${id} goes on asking`);
        assert.deepEqual(await jarOf(page), []);
      }
      assert.deepEqual(await jarOf(page), []);
      assert.match(await recordOf(page), /\.refuse/);
      await page.reload();
      await page.waitFor(() => document.readyState === 'complete');
      assert.deepEqual(await there(page), []);

      await visitor.fresh();
      page = await notified(visitor, url);
      for (let cards = 0; (await storesOrAsks(page)) === 'asks'; cards++) {
        assert.ok(cards < 8, `still nothing of ${id}`);
        if (forAll && !cards) await page.click('#cookie-modes-same');
        await pressOn(page, 'accept');
      }
      assert.match(await recordOf(page), /\.accept/);
    });
  }
});

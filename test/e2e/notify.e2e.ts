import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {serve} from '../../demo/serve.mjs';
import type {Consent} from '../../src/core/consent.ts';
import type {Page} from './driver/browser.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {card, dist, jarHas, jarOf, keysOf, noCard, notified, press, recordOf} from './notify-kit.ts';

declare const cookieModes: Consent;

let demo: Awaited<ReturnType<typeof serve>>;
before(async () => void (demo = await serve({dist})));
after(() => demo.close());

forEachEngine('notify me', (visitor) => {
  /** Nothing is asked: a cookie written now is the only question there is. */
  const nothingAsked = async (page: Page) => {
    await page.evaluate(() => void (document.cookie = 'last=1'));
    await card(page, 'last');
    assert.equal(
      await page.evaluate(() => !!document.querySelector('cookie-modes-question [slot=count]')),
      false,
    );
  };

  it('asks once before a gated service loads, and nothing more about what it declares', async () => {
    demo.requests.length = 0;
    const page = await notified(visitor, `${demo.origin}/vendors?only=ahoy,snowplow`);
    await card(page, 'Ahoy visit counter');
    assert.deepEqual(await jarOf(page), []);
    assert.match(
      await page.evaluate(() => document.querySelector('cookie-modes-question')?.textContent ?? ''),
      /1 of 2/,
    );
    assert.equal(
      demo.requests.some(({url}) => url === '/vendor/ahoy.js'),
      false,
    );
    await press(page, 'accept');
    await jarHas(page, (names) => names.includes('ahoy_visit') && names.includes('ahoy_visitor'), 'of ahoy');
    await card(page, 'Snowplow page statistics');
    assert.deepEqual(
      (await jarOf(page)).filter((name) => !name.startsWith('ahoy_')),
      [],
    );
    await press(page, 'refuse');
    await noCard(page);
    assert.equal(
      demo.requests.some(({url}) => url === '/vendor/snowplow.js'),
      false,
    );
    assert.deepEqual(await keysOf(page), []);
    const record = await recordOf(page);
    assert.match(record, /ahoy\.accept/);
    assert.match(record, /snowplow\.refuse/);

    // Remembered: the next page asks nothing and loads only what was accepted.
    await page.reload();
    await page.waitFor(() => document.readyState === 'complete' && 'ahoy' in window);
    assert.equal(
      demo.requests.some(({url}) => url === '/vendor/snowplow.js'),
      false,
    );
    assert.deepEqual(
      (await jarOf(page)).filter((name) => !name.startsWith('ahoy_')),
      [],
    );

    // A cookie that no service declares is another matter.
    await page.evaluate(() => void (document.cookie = 'stray=1;path=/;max-age=600'));
    const text = await card(page, 'stray');
    assert.match(text, /127\.0\.0\.1/);
    assert.equal((await jarOf(page)).includes('stray'), false);
    await press(page, 'accept');
    await jarHas(page, (names) => names.includes('stray'), 'with stray');
    await noCard(page);
    await nothingAsked(page);
  });

  it('answers undeclared cookies of one script one by one, the jar read after each', async () => {
    const page = await notified(visitor, `${demo.origin}/vendors?only=countly&declare=no`);
    for (const name of ['first', 'second', 'third']) {
      await page.evaluate((name: string) => void (document.cookie = `${name}=1;path=/`), name);
      await card(page, name);
      assert.equal((await jarOf(page)).includes(name), false);
      await press(page, name === 'second' ? 'refuse' : 'accept');
      await page.waitFor((name: string) => !cookieModes.question('cookie', name), name);
    }
    assert.deepEqual(await jarHas(page, (names) => names.length === 2, 'two'), ['first', 'third']);
    await page.reload();
    await page.evaluate(() => {
      for (const name of ['first', 'second', 'third']) document.cookie = `${name}=2;path=/`;
    });
    await nothingAsked(page);
    assert.deepEqual(await jarOf(page), ['first', 'third']);
  });

  it('tells of a cookie the server has set, to keep or to delete', async () => {
    const page = await notified(visitor, `${demo.origin}/vendors?only=countly&declare=no`);
    for (const [name, answer] of [
      ['kept_note', 'accept'],
      ['other_note', 'refuse'],
    ] as const) {
      await page.evaluate(async (name: string) => void (await fetch(`/set-cookie?name=${name}`)), name);
      const text = await card(page, name);
      assert.match(text, /has stored[^]*deletes it/);
      assert.equal((await jarOf(page)).includes(name), true);
      await press(page, answer);
      await page.waitFor((name: string) => !cookieModes.question('cookie', name), name);
      await jarHas(page, (names) => names.includes(name) === (answer === 'accept'), `${answer} ${name}`);
    }
    await page.reload();
    await page.waitFor(() => document.readyState === 'complete');
    assert.deepEqual(await jarOf(page), ['kept_note']);
    await nothingAsked(page);
  });

  it('puts all questions off to the next page on Escape, and stores nothing meanwhile', async () => {
    const page = await notified(visitor, `${demo.origin}/vendors?only=ahoy,snowplow`);
    await card(page, 'Ahoy visit counter');
    // The keyboard's way there, then out.
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('cookie-modes-question button[data-answer=refuse]')?.focus(),
    );
    await page.press('Escape');
    await noCard(page);
    assert.deepEqual(await jarOf(page), []);
    assert.doesNotMatch(await recordOf(page), /ahoy\.(accept|refuse)/);
    await page.reload();
    await card(page, 'Ahoy visit counter');
    assert.deepEqual(await jarOf(page), []);
  });
});

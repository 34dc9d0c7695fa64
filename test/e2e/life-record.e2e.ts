import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {serverRecord} from '../core/life-story-record.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {counting, countingPage, hashedText} from './life-kit.ts';
import {site, type Site, type SiteRequest} from './driver/site.ts';
import type {Consent} from '../../src/core/consent.ts';
import type {Page} from './driver/browser.ts';

declare const cookieModes: Consent;

const declared = {
  ...counting,
  major: 1,
  minor: 0,
  purposes: [],
  necessary: [],
  undeclared: 'hold' as const,
  months: 6,
  days: 0,
  services: [{id: 'stats', purpose: 'statistics', cookies: ['_s'], keys: []}],
};
const withKeys = [{id: 'stats', purpose: 'statistics', cookies: [{name: '_s'}], storage: [{name: 's:*'}]}];

let own: Site;
before(async () => {
  own = await site({
    '/': countingPage(),
    '/keys': countingPage({services: withKeys}),
    '/revised': countingPage({services: withKeys, policy: {url: '/privacy', version: '2.0'}}),
    '/year': countingPage({record: {retention: 'P1Y'}}),
    '/shared-domain': countingPage({record: {domain: '.city.localhost'}}),
    '/privacy': '<!doctype html><title>privacy</title>',
    '/set': ({query}: SiteRequest) => ({body: '', headers: {'set-cookie': query.getAll('cookie')}}),
  });
});
after(() => own.close());

const recordIn = () => document.cookie.split('; ').filter((pair) => pair.startsWith('cookie_consent='));
const setBy = (tab: Page, ...cookies: string[]) =>
  tab.evaluate(
    (query: string) => fetch(`/set?${query}`).then(() => true),
    cookies.map((cookie) => `cookie=${encodeURIComponent(cookie)}`).join('&'),
  );
const daysAgo = (days: number) => Math.floor(Date.now() / 1000) * 1000 - days * 86_400_000;

forEachEngine('a record', (visitor) => {
  const open = async (path: string, host?: string) => {
    const tab = await visitor.newPage();
    await tab.goto(own.url(path, host));
    return tab;
  };

  for (const mode of ['accept-all', 'refuse-all'] as const) {
    it(`of ${mode} lasts as long as the site says, and a visit does not prolong it`, async () => {
      const tab = await open('/year');
      const {time, end} = await tab.evaluate((mode: 'accept-all' | 'refuse-all') => {
        cookieModes.choose(mode);
        const time = cookieModes.choice?.time ?? '';
        return {time, end: new Date(time).setUTCFullYear(new Date(time).getUTCFullYear() + 1) / 1000};
      }, mode);
      const expires = async () =>
        (await tab.cookies()).find(({name}) => name === 'cookie_consent')?.expires ?? 0;
      const first = await expires();
      // Chromium keeps no cookie for more than 400 days, which is more than a year.
      assert.ok(Math.abs(first - end) < 2, `${first} for ${time}`);
      await tab.reload();
      assert.equal(await tab.evaluate(() => cookieModes.mode), mode);
      assert.equal(await expires(), first);
    });
  }

  it('that a server has set counts, as long as its own time says, and is not written again', async () => {
    const tab = await open('/privacy');
    const record = serverRecord('accept-all', daysAgo(100), declared);
    await setBy(tab, `cookie_consent=${record}; Path=/; Max-Age=1000000; SameSite=Lax`);
    const before = await tab.cookies();
    await tab.goto(own.url('/'));
    assert.equal(await tab.evaluate(() => cookieModes.allows('stats')), true);
    await tab.reload();
    assert.deepEqual(await tab.evaluate(recordIn), [`cookie_consent=${record}`]);
    const same = (await tab.cookies())[0]?.expires ?? 0;
    assert.ok(Math.abs(same - (before[0]?.expires ?? 0)) < 2);
    // The browser would keep these; their own time says that they have ended, or have not begun.
    for (const days of [213, -2]) {
      const other = serverRecord('accept-all', daysAgo(days), declared);
      await setBy(tab, `cookie_consent=${other}; Path=/; SameSite=Lax`);
      await tab.reload();
      assert.deepEqual(await tab.evaluate(recordIn), [`cookie_consent=${other}`]);
      const state = () => [cookieModes.mode ?? 'none', cookieModes.allows('stats')];
      assert.deepEqual(await tab.evaluate(state), ['none', false]);
      await tab.waitFor(() => document.querySelector('cookie-modes [data-mode="notify"]')?.checkVisibility());
    }
  });

  it('that appears twice is none, and choosing again mends it', async () => {
    const tab = await open('/privacy', 'a.city.localhost');
    const record = serverRecord('accept-all', daysAgo(1), declared);
    await setBy(
      tab,
      `cookie_consent=${record}; Path=/; SameSite=Lax`,
      `cookie_consent=${record}; Path=/; Domain=city.localhost; SameSite=Lax`,
    );
    await tab.goto(own.url('/', 'a.city.localhost'));
    assert.equal((await tab.evaluate(recordIn)).length, 2);
    assert.equal(await tab.evaluate(() => cookieModes.allows('stats')), false);
    await tab.click('[data-mode="accept-all"]');
    await tab.waitFor(() => cookieModes.allows('stats'));
    assert.equal((await tab.evaluate(recordIn)).length, 1);
    await tab.reload();
    assert.equal(await tab.evaluate(() => cookieModes.allows('stats')), true);
  });

  it('takes the place of one that the site kept for this host only, before it shared it', async () => {
    const tab = await open('/', 'a.city.localhost');
    await tab.evaluate(() => cookieModes.choose('accept-all'));
    await tab.goto(own.url('/shared-domain', 'a.city.localhost'));
    await tab.evaluate(() => cookieModes.choose('refuse-all'));
    assert.equal(await tab.evaluate(() => cookieModes.kept), true);
    assert.equal((await tab.evaluate(recordIn)).length, 1);
    await tab.goto(own.url('/shared-domain', 'b.city.localhost'));
    assert.equal(await tab.evaluate(() => cookieModes.mode), 'refuse-all');
  });

  it('that a major revision has ended is taken back as a whole by the next mode, not by an answer', async () => {
    const tab = await open('/keys');
    const revised = async () => {
      await tab.evaluate(() => {
        cookieModes.choose('accept-all');
        document.cookie = '_s=1; path=/';
        localStorage.setItem('s:1', '1');
      });
      await tab.goto(own.url('/revised'));
    };
    const stored = () => [cookieModes.mode ?? 'none', document.cookie.includes('_s=1'), localStorage.length];
    const undone = (act: () => void) =>
      tab.evaluate(
        `new Promise((resolve) => {
          cookieModes.addEventListener('undone', ({detail}) => resolve(detail.removed.length), {once: true});
          (${act})();
        })`,
      );
    await revised();
    assert.deepEqual(await tab.evaluate(stored), ['none', true, 1]);
    assert.equal(await undone(() => cookieModes.answer({purposes: {activity: 'accept'}})), 0);
    assert.deepEqual(await tab.evaluate(stored), ['none', true, 1]);
    await tab.evaluate(() => cookieModes.erase());
    await tab.goto(own.url('/keys'));
    await revised();
    assert.equal(await undone(() => cookieModes.choose('notify')), 2);
    assert.deepEqual(await tab.evaluate(stored), ['notify', false, 0]);
  });

  it('is shared by sub-domains where the site says so', async () => {
    const tab = await open('/shared-domain', 'a.city.localhost');
    await tab.evaluate(() => cookieModes.choose('accept-all'));
    await tab.goto(own.url('/shared-domain', 'b.city.localhost'));
    assert.equal(await tab.evaluate(() => cookieModes.mode), 'accept-all');
    await tab.evaluate(() => void cookieModes.withdraw());
    await tab.goto(own.url('/shared-domain', 'a.city.localhost'));
    assert.equal(await tab.evaluate(() => cookieModes.mode), 'refuse-all');
    await tab.evaluate(() => void cookieModes.erase());
    await tab.goto(own.url('/shared-domain', 'b.city.localhost'));
    assert.equal((await tab.evaluate(recordIn)).length, 0);
    // Where it does not say so, it is not.
    await tab.goto(own.url('/', 'a.city.localhost'));
    await tab.evaluate(() => cookieModes.choose('accept-all'));
    await tab.goto(own.url('/', 'b.city.localhost'));
    assert.equal(await tab.evaluate(() => cookieModes.mode ?? 'none'), 'none');
  });

  it('on a shared computer ends with the browser, and everything is cleared with one call', async () => {
    const tab = await open('/');
    await tab.click('cookie-modes input[slot="shared"]');
    await tab.click('[data-mode="accept-all"]');
    await tab.waitFor(() => cookieModes.allows('stats'));
    const [cookie] = await tab.cookies();
    assert.equal(cookie?.name, 'cookie_consent');
    assert.match(cookie.value, /&session=true$/);
    assert.equal(cookie.expires, undefined);
    // A finer answer leaves it so.
    await tab.evaluate(() => cookieModes.answer({cookies: {other: 'refuse'}}));
    assert.equal((await tab.cookies())[0]?.expires, undefined);
    await tab.evaluate(() => {
      document.cookie = '_s=1; path=/';
    });
    assert.equal((await tab.cookies()).length, 2);
    await tab.evaluate(() => cookieModes.erase().then(() => true));
    assert.deepEqual(await tab.cookies(), []);
  });

  it('gives a receipt with what was decided, when, how, and which text was shown', async () => {
    const tab = await open('/');
    await hashedText(tab);
    await tab.click('[data-mode="notify"]');
    await tab.waitFor(() => cookieModes.mode === 'notify');
    const receipt = await tab.evaluate(() => cookieModes.receipt());
    assert.match(`${receipt?.id}`, /^[\da-f]{32}$/);
    assert.match(`${receipt?.text}`, /^[\da-f]{32}$/);
    assert.match(`${receipt?.time}`, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.ok(Math.abs(Date.parse(`${receipt?.time}`) - Date.now()) < 60_000);
    assert.deepEqual(
      [receipt?.mode, receipt?.given, receipt?.language, receipt?.policy, receipt?.policyUrl],
      ['notify', 'button', 'en', '1.0', '/privacy'],
    );
    assert.equal(receipt?.answers.services['stats'], '');
  });

  it('is not made by a click that no visitor made, unless it refuses', async () => {
    const tab = await open('/');
    await tab.waitFor(() => document.querySelector('cookie-modes [data-mode="notify"]')?.checkVisibility());
    // Longer than a click may follow on the appearance of the notice.
    await tab.waitFor(() => performance.now() > 2000);
    const press = (mode: string) =>
      document.querySelector<HTMLElement>(`cookie-modes [data-mode="${mode}"]`)?.click();
    await tab.evaluate(press, 'accept-all');
    assert.equal(await tab.evaluate(() => cookieModes.mode ?? 'none'), 'none');
    assert.deepEqual(await tab.evaluate(recordIn), []);
    await tab.evaluate(press, 'refuse-all');
    assert.equal(await tab.evaluate(() => cookieModes.mode), 'refuse-all');
    assert.equal(await tab.evaluate(() => cookieModes.choice?.given), 'automatic');
  });
});

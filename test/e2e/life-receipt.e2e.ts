import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, beforeEach, it} from 'node:test';
import {forEachEngine} from './driver/for-each-engine.ts';
import {poll} from './driver/poll.ts';
import {countingPage, hashedText} from './life-kit.ts';
import {site, type Site} from './driver/site.ts';
import type {Consent} from '../../src/core/consent.ts';
import type {Receipt} from '../../src/core/receipt.ts';

declare const cookieModes: Consent;

let own: Site;
before(async () => {
  own = await site({
    '/': countingPage(),
    '/zh': countingPage({}, 'zh-TW'),
    '/posted': countingPage({record: {receiptUrl: '/receipts'}}),
    '/receipts': {status: 204},
    '/plain': '<!doctype html><title>plain</title>',
  });
});
after(() => own.close());

/** What has been posted, once there is as much as that. */
const posted = (count: number) =>
  poll(`${count} receipts are posted`, async () => {
    const posts = own.requests.filter(({path}) => path === '/receipts');
    return posts.length >= count ? {answer: posts} : {reason: own.paths().join()};
  });
/** Waits until the code that posts has begun: whoever imports a file again is told after those who did before. */
const posterRuns = () => import(`${location.origin}/dist/cookie-modes-undo.js`).then(() => true);
const asking = () => !!document.querySelector('cookie-modes[open] [data-mode="notify"]')?.checkVisibility();

forEachEngine('a record', ({newPage}) => {
  for (const mode of ['accept-all', 'refuse-all'] as const) {
    it(`of ${mode} lasts for six months of the calendar where the site says nothing else`, async () => {
      const tab = await newPage();
      await tab.goto(own.url('/'));
      await tab.click(`cookie-modes [data-mode="${mode}"]`);
      const time = await tab.waitFor(() => cookieModes.choice?.time);
      const end = new Date(`${time}`);
      end.setUTCMonth(end.getUTCMonth() + 6);
      const record = (await tab.cookies()).find(({name}) => name === 'cookie_consent');
      assert.match(`${record?.value}`, new RegExp(`^mode=${mode}&`));
      const expires = record?.expires ?? 0;
      assert.ok(Math.abs(expires - end.getTime() / 1000) < 2, `${expires} for ${time}`);
    });
  }
});

forEachEngine('a receipt', ({newPage}) => {
  beforeEach(() => own.forget());

  it('is posted as it is told on the page, once for each choice, and not on a later visit', async () => {
    const tab = await newPage();
    await tab.goto(own.url('/posted'));
    await tab.waitFor(asking);
    assert.equal(own.paths().includes('/receipts'), false);
    await tab.click('cookie-modes [data-mode="accept-all"]');
    const [post] = await posted(1);
    assert.deepEqual([post?.method, post?.headers['content-type']], ['POST', 'application/json']);
    const first = await tab.evaluate(() => cookieModes.receipt());
    assert.deepEqual([first?.mode, first?.given], ['accept-all', 'button']);
    assert.deepEqual(JSON.parse(`${post?.body}`), first);

    // Times of records are whole seconds: a page that begins within one may have begun before the choice.
    await tab.waitFor(() => Date.now() > Date.parse(`${cookieModes.choice?.time}`) + 1100);
    await tab.goto(own.url('/posted'));
    await tab.evaluate(posterRuns);
    assert.deepEqual(await tab.evaluate(() => cookieModes.receipt()), first);
    // What the visit itself had posted would be there before this.
    await tab.evaluate(() => cookieModes.choose('notify'));
    const posts = await posted(2);
    const second = await tab.evaluate(() => cookieModes.receipt());
    assert.equal(second?.mode, 'notify');
    assert.deepEqual(
      posts.map(({body}) => JSON.parse(body)),
      [first, second],
    );
  });

  it('is posted although the page is left in the same moment', async () => {
    const tab = await newPage();
    await tab.goto(own.url('/posted'));
    // What is chosen before that is left for the next page of the site to post.
    await tab.evaluate(posterRuns);
    const receipt = await tab.evaluate((to: string) => {
      cookieModes.choose('refuse-all');
      const receipt = cookieModes.receipt();
      location.assign(to);
      return receipt;
    }, own.url('/plain'));
    await tab.waitFor(() => document.title === 'plain');
    const posts = await posted(1);
    assert.equal(receipt?.mode, 'refuse-all');
    assert.deepEqual(
      posts.map(({body}) => JSON.parse(body) as Receipt),
      [receipt],
    );
  });

  for (const [path, language] of [
    ['/', 'en'],
    ['/zh', 'zh-TW'],
  ] as const) {
    it(`tells the text that stood there when it was chosen, by its hash (${language})`, async () => {
      const tab = await newPage();
      await tab.goto(own.url(path));
      const text = await hashedText(tab);
      assert.match(text, language === 'en' ? /Refuse all cookies/ : /\p{Script=Han}/u);
      await tab.click('cookie-modes [data-mode="refuse-all"]');
      await tab.waitFor(() => cookieModes.mode);
      const receipt = await tab.evaluate(() => cookieModes.receipt());
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
      assert.deepEqual([receipt?.text, receipt?.language, receipt?.given], [hash, language, 'button']);
    });
  }
});

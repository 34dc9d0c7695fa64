import assert from 'node:assert/strict';
import {it} from 'node:test';
import {choose, demoForEach, quiet} from './demo-kit.ts';
import {askedFor} from './driver/asked-for.ts';
import type {Page} from './driver/browser.ts';
import {forEachEngine} from './driver/for-each-engine.ts';

declare const demoLog: {what: string}[];

/** What a fresh frame finds in storage: a page's own view of it may be held in memory only. */
const storageKeys = (tab: Page) =>
  tab.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const {localStorage: local, sessionStorage: session} =
      frame.contentWindow as unknown as typeof globalThis;
    const keys = [...Object.keys(local), ...Object.keys(session)];
    frame.remove();
    return keys;
  });
const names = async (tab: Page) => (await tab.cookies()).map(({name}) => name).sort();

/** Gated files of the agency's page, its two real trackers and the SDK of the activity among them. */
const gated = /^\/(vendor|frames|collect)\/|\/assets\/(greeting|activity)\.js/;
const trackers = ['ahoy', 'snowplow', 'countly'];
const texts = (tab: Page) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('[data-without]')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.getAttribute('data-without')),
  );
const lost = ['personalization', 'activity', 'map', 'film'];

forEachEngine('an agency’s site with real trackers', (visitor) => {
  const demo = demoForEach();
  const {asked} = demo;
  const open = async (path: string) => {
    const tab = await visitor.newPage();
    await tab.goto(`${demo.origin}${path}`);
    return tab;
  };
  const asks = (tab: Page) => tab.waitFor(() => !!document.querySelector('cookie-modes[open]'));
  const press = async (tab: Page, mode: string) => {
    await asks(tab);
    await tab.click(`cookie-modes button[data-mode="${mode}"]`);
    await tab.waitFor((mode) => document.querySelector('cookie-modes')?.getAttribute('mode') === mode, mode);
  };
  it('stores nothing and asks for nothing that is gated before a choice, and says what is lost', async () => {
    const tab = await open('/');
    await asks(tab);
    assert.deepEqual(await names(tab), []);
    assert.deepEqual(await storageKeys(tab), []);
    assert.deepEqual(asked(gated), []);
    assert.deepEqual(await texts(tab), lost);
    quiet(tab);
  });

  it('stays so when all is refused, also on the next page', async () => {
    const tab = await open('/');
    await choose(tab, 'refuse-all');
    assert.deepEqual(await texts(tab), lost);
    await tab.waitFor(() => !!document.querySelector('cookie-modes-embed + [data-service=film]'));
    await tab.reload();
    await tab.waitFor(() => document.readyState === 'complete' && window.cookieModes.mode === 'refuse-all');
    assert.deepEqual(await names(tab), ['cookie_consent']);
    assert.deepEqual(await storageKeys(tab), []);
    assert.deepEqual(asked(gated), []);
    assert.deepEqual(await texts(tab), lost);
    assert.match(await tab.evaluate(() => document.cookie), /mode=refuse-all/);
    quiet(tab);
  });

  it('runs them in the order of the document when all is accepted, and they store and report', async () => {
    const tab = await open('/');
    await press(tab, 'accept-all');
    await tab.waitFor(() => document.cookie.includes('_sp_id') && document.cookie.includes('ahoy_visitor'));
    await tab.waitFor(() => demoLog.some(({what}) => what.includes('ran: <script> countly')));
    const ran = (await tab.evaluate(() => demoLog.map(({what}) => what)))
      .filter((what) => what.startsWith('ran: <script>'))
      .map((what) => what.split(' ')[2]);
    assert.deepEqual(
      ran.filter((name) => name !== undefined && trackers.includes(name)),
      trackers,
    );
    const opened = [
      ...trackers.map((name) => new RegExp(`^/collect/${name}`)),
      /^\/frames\/map/,
      /^\/frames\/film/,
    ];
    await askedFor(() => asked(gated), ...opened);
    const cookies = await names(tab);
    for (const name of [/^ahoy_visit$/, /^ahoy_visitor$/, /^_sp_id\./, /^_sp_ses\./, /^cookie_consent$/])
      assert.ok(
        cookies.some((cookie) => name.test(cookie)),
        `${name} in ${cookies.join()}`,
      );
    assert.ok((await storageKeys(tab)).some((key) => key.includes('cly_')));
    assert.deepEqual(await texts(tab), []);
    await tab.waitFor(() => document.querySelector<HTMLElement>('#name-form')?.checkVisibility());
    assert.equal(await tab.evaluate(() => document.querySelectorAll('#activity-form').length), 1);
    assert.equal(asked(/^\/frames\/(map|film)/).length, 2);
    // Firefox says that an IP address has no domain to set cookies for, which a tracker tries.
    quiet(tab, /^pageerror: Cookie “_sp_root_domain_test/);
  });

  it('greets by name and keeps the name, once that is allowed', async () => {
    const tab = await open('/');
    await press(tab, 'accept-all');
    await tab.click('cookie-modes >>> [part=actions] button:has-text("Hide this message")');
    await tab.waitFor(() => demoLog.some(({what}) => what.includes('ran: <script> greeting')));
    await tab.type('#name', 'Mei');
    await tab.press('Enter');
    await tab.waitFor(() => document.querySelector('#welcome')?.textContent === 'Welcome back, Mei.');
    await tab.reload();
    await tab.waitFor(() => document.querySelector('#welcome')?.textContent === 'Welcome back, Mei.');
  });

  it('runs them at once for a returning visitor, without asking again', async () => {
    const tab = await open('/');
    await press(tab, 'accept-all');
    await tab.waitFor(() => document.cookie.includes('_sp_id'));
    demo.forget();
    await tab.reload();
    await tab.waitFor(() => demoLog.some(({what}) => what.includes('ran: <script> countly')));
    await tab.waitFor(() => !!document.querySelector('cookie-modes-settings button'));
    // What hides the sentences is deferred.
    await tab.waitFor(() => document.readyState === 'complete');
    assert.equal(await tab.evaluate(() => document.querySelectorAll('cookie-modes[view]').length), 0);
    assert.deepEqual(await texts(tab), []);
  });

  it('costs a returning visitor one file where nothing is to be shown', async () => {
    const tab = await open('/bare');
    await choose(tab, 'refuse-all');
    assert.ok(asked(/cookie-modes-ui\.js/)[0]);
    demo.forget();
    await tab.reload();
    await tab.waitFor(() => document.readyState === 'complete' && window.cookieModes.mode === 'refuse-all');
    assert.deepEqual(asked(/^\/dist\//), ['/dist/cookie-modes.js']);
  });

  it('shows testers mode, record, what was held and what ran, in order', async () => {
    const tab = await open('/');
    await asks(tab);
    await tab.evaluate(() => document.querySelector('.panel summary')?.scrollIntoView());
    await tab.evaluate(() => void document.querySelector('.panel details')?.setAttribute('open', ''));
    const shows = (part: string, text: string) =>
      tab.waitFor(
        (part, text) => document.querySelector(`[data-panel=${part}]`)?.textContent.includes(text),
        part,
        text,
      );
    await shows('mode', 'none chosen');
    await shows('held', '<script> ahoy /vendor/ahoy.js');
    await shows('cookies', 'none');
    await press(tab, 'accept-all');
    await shows('mode', 'accept-all');
    await shows('held', 'none');
    await shows('record', 'mode: accept-all');
    await shows('cookies', 'ahoy_visit');
    await shows('storage', 'cly_');
    await shows('hits', 'ahoy');
    await shows('log', 'ran: <script> countly');
    const log = await tab.evaluate(() => document.querySelector('[data-panel=log]')?.textContent ?? '');
    const order = [
      'held: <script> ahoy',
      'change: accept-all',
      'opened: <script> ahoy',
      'ran: <script> ahoy',
    ];
    const places = order.map((words) => log.indexOf(words));
    assert.ok(!places.includes(-1), log);
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    );
  });

  it('speaks the language of the page', async () => {
    const tab = await open('/zh/');
    await asks(tab);
    const buttons = await tab.evaluate(() =>
      [...document.querySelectorAll('cookie-modes button[data-mode]')].map((one) => one.textContent),
    );
    assert.deepEqual(buttons, ['接受所有 Cookie', '使用前通知我', '拒絕所有 Cookie']);
    assert.match(
      await tab.evaluate(() => document.querySelector('cookie-modes')?.textContent ?? ''),
      /地圖與影片/,
    );
    await press(tab, 'refuse-all');
    assert.deepEqual(asked(gated), []);
    quiet(tab);
  });
});

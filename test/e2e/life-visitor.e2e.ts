import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {forEachEngine, type Visitor} from './driver/for-each-engine.ts';
import {poll} from './driver/poll.ts';
import {patient} from './life-kit.ts';
import {site, type Site} from './driver/site.ts';
import type {Consent} from '../../src/core/consent.ts';
import type {Page} from './driver/browser.ts';

declare const cookieModes: Consent;
declare const ran: string[];
/** What the page has handed the visitor as a file. */
declare const file: {blob?: Blob; name?: string};
/** What the prerendered page tells. */
interface Told {
  prerendering: boolean;
  prerendered: boolean;
  asks: boolean;
  mode: string;
  allows: boolean;
  stored: string;
}

const stats = {
  id: 'stats',
  purpose: 'statistics',
  cookies: [{name: '_s'}, {name: 'visitor'}],
  storage: [{name: 's:*'}],
  indexedDB: ['s-db'],
  caches: ['s-cache'],
};
const page = (policy: object = {}, before = '', after = '') =>
  `<!doctype html><html lang="en"><title>visitor</title><script>window.ran = []; window.file = {};${before}</script>
  <script type="application/json" id="cookie-modes-config">${JSON.stringify({
    policy: {url: '/privacy', version: '1.0', ...policy},
    services: [stats],
  })}</script>
  <script src="/dist/cookie-modes.js" data-config="#cookie-modes-config"></script>${after}
  <body><main><a href="#cookie-modes">Cookies</a>
  <script type="text/plain" data-purpose="statistics" data-service="stats" src="/stats.js"></script></main>`;
const revision = {updated: '2026-11-01', changes: ['Counting is now done by Example Ltd.']};
/** Stores something of each kind, and keeps the database open as a careless service does. */
const statsCode = `ran.push('stats');
  document.cookie = '_s=1; path=/';
  localStorage.setItem('s:1', '1');
  sessionStorage.setItem('s:2', '1');
  caches.open('s-cache').then((cache) => cache.put('/x', new Response('x'))).then(() => ran.push('cached'));
  indexedDB.open('s-db').onsuccess = ({target}) => {
    window.database = target.result;
    if (location.pathname === '/shared') database.onversionchange = () => database.close();
    ran.push('opened');
  };`;
const stored = ['stats', 'cached', 'opened'];
// A script tries to store before anybody has opened the page. The page itself tells what becomes of it: the protocol of Chromium's
// developer tools loses a prerendered page now and then at the moment it is opened.
const telling = `document.cookie = '_s=0; path=/'; localStorage.setItem('s:0', '1');
  const tell = (path) => fetch(path + '?' + new URLSearchParams({it: JSON.stringify({
    prerendering: document.prerendering,
    prerendered: document.prerendering || performance.getEntriesByType('navigation')[0].activationStart > 0,
    asks: !!document.querySelector('cookie-modes,cookie-modes-question'),
    mode: cookieModes.mode ?? '',
    allows: cookieModes.allows('stats'),
    stored: Object.keys(localStorage).sort().join(),
  })}));
  const once = (path, is) => {
    const timer = setInterval(() => is() && (clearInterval(timer), tell(path)), 30);
  };
  addEventListener('load', () => setTimeout(tell, 300, '/waits'));
  document.addEventListener('prerenderingchange', () => {
    once('/asks', () => {
      const button = document.querySelector('cookie-modes[open] [data-mode=accept-all]');
      button?.focus();
      return button?.matches(':focus');
    });
    once('/ran', () => ${JSON.stringify(stored)}.every((one) => ran.includes(one)));
  });`;

const from = `<!doctype html><title>from</title><a href="/prerendered">on</a><script type="speculationrules">
  {"prerender": [{"source": "list", "urls": ["/prerendered"], "eagerness": "immediate"}]}</script>`;

let own: Site;
before(async () => {
  own = await site({
    '/': page(),
    '/shared': page({}, patient),
    '/signal': page({}, `Object.defineProperty(navigator, 'globalPrivacyControl', {value: true});`),
    '/minor': page({version: '1.1', ...revision}),
    '/major': page({version: '2.0', ...revision}),
    '/hidden': {body: page(), headers: {'set-cookie': 'visitor=1; Path=/; HttpOnly'}},
    '/stats.js': statsCode,
    '/from': from,
    '/prerendered': page({}, '', `<script>${telling}</script>`),
    '/waits': '',
    '/asks': '',
    '/ran': '',
  });
});
after(() => own.close());

const asking = () => !!document.querySelector('cookie-modes[open] [data-mode="notify"]')?.checkVisibility();
/** What the notice says, to the eye and to a screen reader. */
const notice = () => {
  const host = document.querySelector('cookie-modes');
  const lines = host?.checkVisibility() ? [host.shadowRoot?.querySelector('#status'), host] : [];
  return lines
    .map((element) => element?.textContent)
    .join(' ')
    .replace(/\s+/g, ' ');
};
/** What a part of the open settings says, line by line. */
const settings = (selector: string) =>
  [
    ...(document
      .querySelector('cookie-modes-settings-dialog[open]')
      ?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ]
    .filter((element) => element.checkVisibility())
    .map(({textContent}) => textContent.replace(/\s+/g, ' ').trim())
    .join('\n');
const inSettings = (selector: string) => `cookie-modes-settings-dialog >>> ${selector}`;
const ranAll = (tab: Page, all = stored) =>
  tab.waitFor((all: string[]) => all.every((one) => ran.includes(one)), all);
const kept = () =>
  Promise.all([caches.keys(), indexedDB.databases()]).then(([names, databases]) => [
    ...document.cookie.split('; ').filter((pair) => pair && !pair.startsWith('cookie_consent=')),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...names,
    ...databases.map(({name}) => name),
  ]);

/** The story of the privacy signal, wherever it comes from. */
function honoursSignal({newPage}: Visitor, path: string, real: boolean): void {
  it('refuses without a record and visibly, until the visitor accepts in the settings', async () => {
    const tab = await newPage();
    own.forget();
    await tab.goto(own.url(path));
    if (real) assert.equal(own.requests[0]?.headers['sec-gpc'], '1');
    assert.equal(
      await tab.evaluate(() => (navigator as {globalPrivacyControl?: boolean}).globalPrivacyControl),
      true,
    );
    const said = await tab.waitFor(notice);
    assert.match(said, /Your browser’s privacy signal \(Global Privacy Control\) is honoured\./);
    assert.match(said, /counts as “Refuse all cookies” until you choose otherwise/);
    const state = () => [cookieModes.mode, cookieModes.allows('stats'), cookieModes.choice ?? null, ran];
    assert.deepEqual(await tab.evaluate(state), ['refuse-all', false, null, []]);
    assert.equal(await tab.evaluate(() => !!document.querySelector('[data-mode]')), false);
    assert.deepEqual(await tab.cookies(), []);

    await tab.click('cookie-modes >>> button:has-text("Cookie settings")');
    await tab.click(inSettings('input[value="accept-all"]'));
    await tab.click(inSettings('[data-action="save"]'));
    await tab.waitFor(() => ran.includes('stats'));
    await tab.reload();
    await ranAll(tab, ['stats']);
    assert.deepEqual(await tab.evaluate(() => [cookieModes.mode, cookieModes.choice?.given]), [
      'accept-all',
      'settings',
    ]);
    assert.equal(await tab.evaluate(notice), '');
  });
}

forEachEngine(
  'a privacy signal that a page stands for',
  (visitor) => honoursSignal(visitor, '/signal', false),
  {
    only: ['chromium', 'webkit'],
  },
);
forEachEngine('a privacy signal of the browser', (visitor) => honoursSignal(visitor, '/', true), {
  only: ['firefox'],
  media: {privacyControl: true},
});

forEachEngine(
  'a page that is prerendered',
  ({newPage}) => {
    it('asks, runs, stores and releases nothing until it is opened, then everything', async () => {
      const told = (wanted: string) =>
        poll(`the page tells ${wanted}`, async () => {
          const request = own.requests.find(({path}) => path === wanted);
          return request
            ? {answer: JSON.parse(request.query.get('it') ?? '') as Told}
            : {reason: own.paths().join()};
        });
      const jar = async (tab: Page, host = '127.0.0.1') =>
        (await tab.cookies())
          .filter(({domain}) => domain === host)
          .map(({name}) => name)
          .sort();
      /** Opens a page that has Chromium prerender the next one. */
      const prerender = async (host?: string) => {
        const tab = await newPage();
        own.forget();
        await tab.goto(own.url('/from', host));
        assert.deepEqual(await told('/waits'), {...waiting, prerendering: true});
        const asked = own.requests.find(({path}) => path === '/prerendered');
        assert.match(`${asked?.headers['sec-purpose']}`, /prerender/);
        assert.equal(own.paths().includes('/stats.js'), false);
        return tab;
      };
      const waiting = {prerendered: true, asks: false, mode: '', allows: false, stored: ''};
      const accepted = {prerendering: false, prerendered: true, mode: 'accept-all', allows: true};

      const first = await prerender();
      assert.deepEqual(await jar(first), []);
      await first.click('a');
      assert.deepEqual(await told('/asks'), {...waiting, prerendering: false, asks: true});
      assert.deepEqual(await jar(first), []);
      await first.press('Enter');
      // What the script had tried to store is stored now.
      assert.deepEqual(await told('/ran'), {...accepted, asks: true, stored: 's:0,s:1'});
      assert.deepEqual(await jar(first), ['_s', 'cookie_consent']);
      assert.equal(own.paths().filter((path) => path === '/prerendered').length, 1);

      // Whoever has accepted is not asked; but before they come, nothing is released for them either. The record is set by the server
      // of another host, where nothing has been stored yet.
      const record = /cookie_consent=[^;]+/.exec(
        own.requests.find(({path}) => path === '/ran')?.headers.cookie ?? '',
      );
      assert.ok(record);
      own.route('/from', {body: from, headers: {'set-cookie': `${record[0]}; Path=/; SameSite=Lax`}});
      await first.close();
      const second = await prerender('localhost');
      assert.deepEqual(await jar(second, 'localhost'), ['cookie_consent']);
      await second.click('a');
      assert.deepEqual(await told('/ran'), {...accepted, asks: false, stored: 's:0,s:1'});
      assert.deepEqual(await jar(second, 'localhost'), ['_s', 'cookie_consent']);
    });
  },
  // Firefox has no prerendering; WebKitGTK 2.50 none either: see `life.e2e.ts`, which has a page pretend.
  {only: ['chromium']},
);

forEachEngine('a visitor', ({engine, newPage}) => {
  it('takes a copy, stops everything, reads what went and what did not, and reloads when they wish', async () => {
    const tab = await newPage();
    await tab.goto(own.url('/hidden'));
    await tab.click('[data-mode="accept-all"]');
    await ranAll(tab);
    await tab.click('a[href="#cookie-modes"]');
    await tab.evaluate(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        file.blob = blob as Blob;
        return create(blob);
      };
      // A file that is really downloaded would stay on this machine.
      HTMLAnchorElement.prototype.click = function () {
        if (this.href.startsWith('blob:')) file.name = this.download;
      };
    });
    await tab.click(inSettings('[data-right="copy"]'));
    await tab.waitFor(() => file.name);
    const copy = await tab.evaluate(async () => ({
      name: file.name,
      type: file.blob?.type,
      content: JSON.parse((await file.blob?.text()) ?? 'null'),
      receipt: cookieModes.receipt(),
    }));
    assert.match(`${copy.name}`, /^cookie-choice-\d{4}-\d\d-\d\d\.json$/);
    assert.equal(copy.type, 'application/json');
    assert.equal(copy.receipt?.mode, 'accept-all');
    assert.deepEqual(copy.content, copy.receipt);

    await tab.click(inSettings('[data-right="stop"]'));
    await tab.waitFor(settings, '.report');
    const lines = (await tab.evaluate(settings, '.report li')).split('\n');
    const hidden = 'visitor: not removed, because only the server can delete it';
    // Only Chromium lets a page find out about what it cannot see.
    assert.equal(lines.includes(hidden), engine === 'chromium', lines.join('\n'));
    assert.deepEqual(lines.filter((line) => line !== hidden).sort(), [
      '_s: removed',
      's-cache: removed',
      's-db: not removed, because it is still in use',
      's:1: removed',
      's:2: removed',
    ]);
    assert.equal(
      await tab.evaluate(settings, '.report > p'),
      'Some code is still running on this page. Reload the page to stop it.',
    );
    assert.equal(await tab.evaluate(() => cookieModes.mode), 'refuse-all');
    // Offered, not forced: the page is still the one that ran it.
    assert.equal(await tab.evaluate(() => ran.includes('stats')), true);
    await tab.evaluate(() => void (file.name = 'before'));
    await tab.click(inSettings('.report button'));
    await tab.waitFor(() => file.name === undefined && cookieModes.mode === 'refuse-all');
    await poll('nothing is kept', async () => {
      const names = await tab.evaluate(kept);
      return names.length ? {reason: names.join()} : {answer: true};
    });
    assert.deepEqual(await tab.evaluate(() => ran), []);
  });

  it('at a shared computer leaves no lasting record, and clears everything from the settings in one press', async () => {
    const tab = await newPage();
    await tab.goto(own.url('/shared'));
    await tab.click('cookie-modes input[slot="shared"]');
    await tab.click('[data-mode="accept-all"]');
    await ranAll(tab);
    const record = (await tab.cookies()).find(({name}) => name === 'cookie_consent');
    assert.match(`${record?.value}`, /&session=true$/);
    assert.equal(record?.expires, undefined);
    assert.match(await tab.evaluate(notice), /Your choice is kept until you close the browser\./);
    assert.deepEqual((await tab.evaluate(kept)).sort(), ['_s=1', 's-cache', 's-db', 's:1', 's:2']);

    await tab.click('a[href="#cookie-modes"]');
    await tab.click(inSettings('[data-action="clear"]'));
    await tab.waitFor(settings, '.report');
    assert.deepEqual((await tab.evaluate(settings, '.report li')).split('\n').sort(), [
      '_s: removed',
      's-cache: removed',
      's-db: removed',
      's:1: removed',
      's:2: removed',
    ]);
    assert.equal(
      await tab.evaluate(settings, '[role="status"]'),
      'The record of your choice has been erased.',
    );
    assert.deepEqual(await tab.evaluate(kept), []);
    assert.deepEqual(await tab.cookies(), []);
    await tab.click(inSettings('[data-action="close"]'));
    await tab.waitFor(asking);
    assert.equal(await tab.evaluate(() => cookieModes.allows('stats')), false);
  });

  it('is told of a minor revision once; a major one takes the choice back and says what, when and where', async () => {
    const tab = await newPage();
    await tab.goto(own.url('/'));
    await tab.click('[data-mode="accept-all"]');
    await ranAll(tab);
    await tab.goto(own.url('/minor'));
    const news = await tab.waitFor(notice);
    assert.match(news, /A small change to our privacy policy.*Example Ltd\..*Your choice still applies/);
    await ranAll(tab);
    await tab.click('cookie-modes >>> button:has-text("Hide this message")');
    await tab.waitFor(() => document.cookie.includes('policy=1.1'));
    await tab.reload();
    await ranAll(tab);
    assert.equal(await tab.evaluate(() => !!document.querySelector('cookie-modes')), false);

    own.forget();
    await tab.goto(own.url('/major'));
    await tab.waitFor(asking);
    const said = await tab.evaluate(notice);
    assert.match(said, /Our privacy policy has been revised/);
    assert.match(said, /Revised on (1 November 2026|November 1, 2026)\./);
    assert.match(said, /Your earlier choice no longer applies.*Counting is now done by Example Ltd\./);
    const shown = await tab.evaluate(() =>
      ['[slot="mark"]', 'a[slot="policy"]'].map((selector) => {
        const element = document.querySelector<HTMLElement>(`cookie-modes ${selector}`);
        return element?.checkVisibility() && [element.textContent, element.getAttribute('href')];
      }),
    );
    assert.deepEqual(shown, [
      ['Revised', null],
      ['Read the revised policy', own.url('/privacy')],
    ]);
    const state = () => [cookieModes.mode ?? 'none', cookieModes.allows('stats'), ran];
    assert.deepEqual(await tab.evaluate(state), ['none', false, []]);
    assert.equal(own.paths().includes('/stats.js'), false);
    await tab.click('[data-mode="accept-all"]');
    await ranAll(tab);
    await tab.waitFor(() => document.cookie.includes('policy=2.0'));
  });
});

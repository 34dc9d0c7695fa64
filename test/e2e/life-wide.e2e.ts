import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {forEachEngine} from './driver/for-each-engine.ts';
import {askedFor} from './driver/asked-for.ts';
import {poll} from './driver/poll.ts';
import {site, type Site} from './driver/site.ts';
import type {Consent} from '../../src/core/consent.ts';
import type {Page} from './driver/browser.ts';

declare const cookieModes: Consent;
declare const ran: string[];
/** What the page was told as events on the document, with the cookies at that moment. */
declare const told: {type: string; detail: unknown; stored: boolean}[];
/** When the page was first seen to ask a question, in milliseconds of its own clock. */
declare const asked: {at?: number};

const stats = {
  id: 'stats',
  purpose: 'statistics',
  cookies: [{name: '_s'}],
  storage: [{name: 's:*'}],
  indexedDB: ['s-db'],
  caches: ['s-cache'],
  serviceWorkers: ['/stats/'],
};
const film = {id: 'film', purpose: 'activity'};
const config = {policy: {url: '/privacy', version: '1.0'}, services: [stats]};
const script = (service: string, purpose: string, code: string) =>
  `<script type="text/plain" data-purpose="${purpose}" data-service="${service}">${code}</script>`;
const counts = (code: string) => script('stats', 'statistics', code);
const store = `document.cookie = '_s=1; path=/'; localStorage.setItem('s:1', '1'); ran.push('stats');`;
const page = (more: object = {}, body = counts(store)) =>
  `<!doctype html><html lang="en"><title>wide</title><script>window.ran = []; window.told = []; window.asked = {};
    for (const name of ['withdraw', 'undone'])
      document.addEventListener('cookie-modes-' + name, ({type, detail}) =>
        told.push({type, detail, stored: document.cookie.includes('_s=')}));</script>
  <script type="application/json" id="cookie-modes-config">${JSON.stringify({...config, ...more})}</script>
  <script src="/dist/cookie-modes.js" data-config="#cookie-modes-config"></script><body><main>${body}</main>`;

let own: Site;
before(async () => {
  const plain = '<!doctype html><title>plain</title>';
  own = await site({
    '/': page(),
    '/shared': page({record: {domain: '.city.localhost'}}),
    '/deep/er/page': plain,
    '/set/deep/page': {
      body: page({}, ''),
      headers: {
        'set-cookie': ['_s=1; Path=/; Domain=shop.localhost', '_s=2; Path=/set/deep; Domain=shop.localhost'],
      },
    },
    '/far': page({}, counts(`document.cookie = '_s=1; domain=shop.localhost; path=/deep/er';`)),
    '/more-services': page(
      {services: [stats, film]},
      script('film', 'activity', `ran.push('film');`) + counts(store),
    ),
    '/more-purposes': page(
      {purposes: {statistics: {}, personalization: {}, activity: {}, media: {label: 'Films'}}},
      `<iframe data-purpose="media" data-src="/frame" title="A film"></iframe>
      <script type="text/plain" data-purpose="media">ran.push('media');</script>`,
    ),
    '/framed': page({}, '<iframe data-purpose="statistics" data-src="/frame" title="A map"></iframe>'),
    '/frame': '<!doctype html><title>frame</title>',
    '/in-use': page(
      {},
      counts(`${store} indexedDB.open('s-db').onsuccess = ({target}) => {
        window.database = target.result;
        ran.push('opened');
      };`),
    ),
    '/started': page({}, `<script>cookieModes.when('stats').then(() => ran.push('started'))</script>`),
    '/worker': page({}, counts(`navigator.serviceWorker.register('/sw.js', {scope: '/stats/'});`)),
    '/sw.js': `oninstall = (event) => event.waitUntil(
      caches.open('s-cache').then((cache) => cache.put('/x', new Response('x'))));`,
    '/own.js': '',
  });
});
after(() => own.close());

const asking = () => !!document.querySelector('cookie-modes[open] [data-mode="notify"]')?.checkVisibility();
const jar = async (tab: Page) =>
  (await tab.cookies()).map(({name}) => name).filter((name) => name !== 'cookie_consent');

forEachEngine('a life on several hosts and paths', ({newPage}) => {
  const open = async (path: string, host?: string) => {
    const tab = await newPage();
    await tab.goto(own.url(path, host));
    return tab;
  };

  it('goes on in the open tab of another sub-domain, without a reload', async () => {
    const www = await open('/shared', 'www.city.localhost');
    const library = await open('/shared', 'library.city.localhost');
    await library.waitFor(asking);
    await www.click('cookie-modes [data-mode="accept-all"]');
    await www.waitFor(() => ran.includes('stats'));
    // All three take `*.localhost` for secure, so this is what a tab hears the other by.
    assert.equal(await library.evaluate(() => 'cookieStore' in globalThis), true);
    await library.waitFor(() => ran.includes('stats'));
    await library.waitFor(() => !document.querySelector('cookie-modes[open]'));
    const stored = () => [document.cookie.includes('_s=1'), localStorage.length];
    assert.deepEqual(await library.evaluate(stored), [true, 1]);
    await www.evaluate(() => cookieModes.choose('refuse-all'));
    await library.waitFor(() => cookieModes.mode === 'refuse-all');
    await library.waitFor(() => !document.cookie.includes('_s=') && !localStorage.length);
    // The page is still the one that was opened at first.
    assert.deepEqual(await library.evaluate(() => ran), ['stats']);
  });

  it('counts no frame among what goes on running: it is shut again', async () => {
    const tab = await open('/framed');
    await tab.evaluate(() => cookieModes.choose('accept-all'));
    await tab.waitFor(() => !!document.querySelector('iframe[src]'));
    const {running} = await tab.evaluate(() => cookieModes.withdraw());
    assert.deepEqual(running, []);
    assert.equal(await tab.evaluate(() => document.querySelectorAll('iframe[src]').length), 0);
  });

  it('takes back what a server has set for the parent domain, for the path of the page too', async () => {
    const tab = await open('/set/deep/page', 'a.shop.localhost');
    assert.deepEqual(await jar(tab), ['_s', '_s']);
    await tab.evaluate(() => cookieModes.choose('accept-all'));
    assert.deepEqual(await jar(tab), ['_s', '_s']);
    const report = await tab.evaluate(() => cookieModes.withdraw());
    assert.deepEqual(report, {
      removed: [{kind: 'cookie', name: '_s', service: 'stats'}],
      left: [],
      running: [],
    });
    assert.deepEqual(await jar(tab), []);
  });

  it('takes back what a script has written for the parent domain and a path that it does not see', async () => {
    const tab = await open('/far', 'a.shop.localhost');
    await tab.evaluate(() => cookieModes.choose('accept-all'));
    // Only a page of that path sees it; another sub-domain does so only by the domain.
    const far = await open('/deep/er/page', 'b.shop.localhost');
    await far.waitFor(() => document.cookie === '_s=1');
    assert.equal(await tab.evaluate(() => document.cookie.includes('_s=')), false);
    await tab.evaluate(() => cookieModes.withdraw());
    await far.waitFor(() => document.cookie === '');
    assert.deepEqual(await jar(far), []);
  });
});

forEachEngine('what is declared after a choice', ({newPage}) => {
  /** Opens a page for a visitor who has accepted everything there was before. */
  const openAccepted = async (path: string) => {
    const tab = await newPage();
    await tab.goto(own.url('/'));
    await tab.click('cookie-modes [data-mode="accept-all"]');
    await tab.waitFor(() => ran.includes('stats'));
    await tab.goto(own.url(path));
    return tab;
  };
  /** Presses one of the buttons with the mouse: a press counts once the question has stood there for a moment. */
  const answer = async (tab: Page, word: 'accept' | 'refuse') => {
    await tab.waitFor(() => {
      const button = document.querySelector('cookie-modes-question[open] [data-answer]');
      return button?.checkVisibility() && performance.now() - (asked.at ??= performance.now()) > 400;
    });
    await tab.click(`cookie-modes-question [data-answer="${word}"]`);
  };
  const card = () => document.querySelector('cookie-modes-question[open]')?.textContent ?? '';

  for (const word of ['accept', 'refuse'] as const) {
    it(`is asked about although everything was accepted: a service, and the answer is ${word}`, async () => {
      const tab = await openAccepted('/more-services');
      // What the acceptance covers runs as ever, behind the one that waits.
      await tab.waitFor(() => ran.includes('stats'));
      assert.match(await tab.waitFor(card), /film/);
      const state = () => [cookieModes.allows('film'), ran];
      assert.deepEqual(await tab.evaluate(state), [false, ['stats']]);
      await answer(tab, word);
      await tab.waitFor(() => !document.querySelector('cookie-modes-question[open]'));
      const opened = word === 'accept';
      if (opened) await tab.waitFor(() => ran.includes('film'));
      assert.deepEqual(await tab.evaluate(state), [opened, opened ? ['stats', 'film'] : ['stats']]);
      assert.equal(await tab.evaluate(() => cookieModes.mode), 'accept-all');
    });

    it(`is asked about although everything was accepted: a purpose, and the answer is ${word}`, async () => {
      own.forget();
      const tab = await openAccepted('/more-purposes');
      assert.match(await tab.waitFor(card), /Films/);
      const state = () => [cookieModes.allows('media'), ran, !!document.querySelector('iframe[src]')];
      assert.deepEqual(await tab.evaluate(state), [false, [], false]);
      assert.equal(own.paths().includes('/frame'), false);
      await answer(tab, word);
      await tab.waitFor(() => !document.querySelector('cookie-modes-question[open]'));
      const opened = word === 'accept';
      if (opened) {
        await askedFor(own.paths, /^\/frame$/);
        await tab.waitFor(() => ran.includes('media'));
        await tab.waitFor(() => document.querySelector('iframe')?.contentDocument?.title === 'frame');
      }
      assert.deepEqual(await tab.evaluate(state), [opened, opened ? ['media'] : [], opened]);
      assert.equal(await tab.evaluate(() => cookieModes.mode), 'accept-all');
      assert.equal(own.paths().includes('/frame'), opened);
    });
  }
});

forEachEngine('a withdrawal', ({newPage}) => {
  it('tells the document which service is to tidy up, then what went, what did not, and what still runs', async () => {
    const tab = await newPage();
    await tab.goto(own.url('/in-use'));
    await tab.click('cookie-modes [data-mode="accept-all"]');
    await tab.waitFor(() => ran.includes('opened'));
    const report = await tab.evaluate(() => cookieModes.withdraw());
    assert.deepEqual(report, {
      removed: [
        {kind: 'cookie', name: '_s', service: 'stats'},
        {kind: 'local-storage', name: 's:1', service: 'stats'},
      ],
      left: [{kind: 'indexed-db', name: 's-db', service: 'stats', why: 'in-use'}],
      running: ['stats'],
    });
    // The service is told while what it has stored is still there.
    assert.deepEqual(await tab.evaluate(() => told), [
      {type: 'cookie-modes-withdraw', detail: {service: 'stats'}, stored: true},
      {type: 'cookie-modes-undone', detail: report, stored: false},
    ]);
  });

  it('tells a service too that the site has started itself, though nothing it stored can be seen', async () => {
    const tab = await newPage();
    await tab.goto(own.url('/started'));
    await tab.click('cookie-modes [data-mode="accept-all"]');
    await tab.waitFor(() => ran.includes('started'));
    const report = await tab.evaluate(() => cookieModes.withdraw());
    assert.deepEqual(report, {removed: [], left: [], running: []});
    assert.deepEqual(await tab.evaluate(() => told), [
      {type: 'cookie-modes-withdraw', detail: {service: 'stats'}, stored: false},
      {type: 'cookie-modes-undone', detail: report, stored: false},
    ]);
  });

  it('removes the service worker and the cache of a service, and none that nothing declares', async () => {
    const tab = await newPage();
    await tab.goto(own.url('/worker'));
    await tab.evaluate(async () => {
      await (await caches.open('own-cache')).put('/x', new Response('x'));
      await navigator.serviceWorker.register('/own.js', {scope: '/own/'});
    });
    const there = async () => {
      const workers = await navigator.serviceWorker.getRegistrations();
      return [
        ...(await caches.keys()),
        ...workers.map(({scope, active}) => `${new URL(scope).pathname} ${active?.state}`),
      ].sort();
    };
    await tab.evaluate(() => cookieModes.choose('accept-all'));
    const all = '/own/ activated,/stats/ activated,own-cache,s-cache';
    await poll('both workers and both caches are there', async () => {
      const now = `${await tab.evaluate(there)}`;
      return now === all ? {answer: now} : {reason: now};
    });
    const {removed, left} = await tab.evaluate(() => cookieModes.withdraw());
    assert.deepEqual(removed, [
      {kind: 'cache', name: 's-cache', service: 'stats'},
      {kind: 'service-worker', name: own.url('/stats/'), service: 'stats'},
    ]);
    assert.deepEqual(left, []);
    const rest = ['/own/ activated', 'own-cache'];
    assert.deepEqual(await tab.evaluate(there), rest);
    await tab.goto(own.url('/'));
    assert.deepEqual(await tab.evaluate(there), rest);
  });
});

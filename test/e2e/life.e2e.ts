import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {serverRecord} from '../core/life-story-record.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {patient} from './life-kit.ts';
import {site, type Site, type SiteRequest} from './driver/site.ts';
import type {Consent} from '../../src/core/consent.ts';

declare const cookieModes: Consent;
declare const ran: string[];
declare const seen: {persisted?: boolean; change: number; told?: number};

const config = {
  policy: {url: '/privacy', version: '1.0'},
  services: [
    {
      id: 'stats',
      purpose: 'statistics',
      cookies: [{name: '_s'}],
      storage: [{name: 's:*'}],
      indexedDB: ['s-db'],
      caches: ['s-cache'],
    },
    {id: 'video', purpose: 'activity'},
  ],
};
const refused = () =>
  serverRecord('refuse-all', Date.now() - 10_000, {
    major: 1,
    minor: 0,
    purposes: [],
    necessary: [],
    undeclared: 'hold',
    months: 6,
    days: 0,
    services: config.services.map(({id, purpose}) => ({id, purpose, cookies: [], keys: []})),
  });
const gated = (name: string) =>
  `<script type="text/plain" data-purpose="statistics" data-service="stats" src="/${name}.js"></script>`;
const page = (before = '', body = gated('stats')) =>
  `<!doctype html><html lang="en"><title>life</title><script>window.ran = []; window.seen = {change: 0}; ${before}
    window.cookieStore?.addEventListener('change', ({changed}) => {
      if (!seen.change && changed.some(({name}) => name === 'cookie_consent')) seen.told = Date.now();
    });
    document.addEventListener('cookie-modes-change', () => (seen.change ||= Date.now()));
    addEventListener('pageshow', ({persisted}) => (seen.persisted = persisted));</script>
  <script type="application/json" id="cookie-modes-config">${JSON.stringify(config)}</script>
  <script src="/dist/cookie-modes.js" data-config="#cookie-modes-config"></script><body><main>${body}</main>`;

let own: Site;
before(async () => {
  own = await site({
    '/': page(),
    '/patient': page(patient),
    '/frame': '<!doctype html><title>frame</title>',
    '/framed': page(
      '',
      '<iframe data-purpose="activity" data-service="video" data-src="/frame" title="A film"></iframe>',
    ),
    // A page that must not be kept is not kept for going back either.
    '/kept': {body: page(), headers: {'cache-control': 'max-age=0'}},
    '/plain': {body: '<!doctype html><title>plain</title>', headers: {'cache-control': 'max-age=0'}},
    '/prerendered': page(
      `Object.defineProperty(document, 'prerendering', {value: true, configurable: true});`,
    ),
    '/stats.js': `ran.push('stats'); document.cookie = '_s=1; path=/'; localStorage.setItem('s:1', '1');`,
    '/more.js': `ran.push('more');`,
    '/set': ({query}: SiteRequest) => ({body: '', headers: {'set-cookie': query.getAll('cookie')}}),
  });
});
after(() => own.close());

const asking = () => !!document.querySelector('cookie-modes[open] [data-mode="notify"]')?.checkVisibility();
const report = () =>
  document.querySelector('cookie-modes')?.shadowRoot?.querySelector('#status')?.textContent ?? '';

forEachEngine('a life', (visitor) => {
  it('is the same in two tabs within a second', async () => {
    const first = await visitor.newPage();
    await first.goto(own.url('/framed'));
    const second = await visitor.newPage();
    await second.goto(own.url('/framed'));
    await second.waitFor(asking);
    await first.waitFor(asking);
    await first.click('[data-mode="accept-all"]');
    await second.waitFor(() => cookieModes.mode === 'accept-all');
    await second.waitFor(() => !document.querySelector('cookie-modes[open]'));
    await second.waitFor(() => document.querySelector('iframe')?.getAttribute('src') === '/frame');
    await first.waitFor(() => document.querySelector('iframe')?.getAttribute('src') === '/frame');
    await first.evaluate(() => void (seen.change = seen.told = 0));
    const pressed = await second.evaluate(() => {
      const now = Date.now();
      document.cookie = '_s=1; path=/';
      void cookieModes.withdraw();
      return now;
    });
    await first.waitFor(() => cookieModes.mode === 'refuse-all');
    await first.waitFor(() => !document.querySelector('iframe')?.getAttribute('src'));
    await first.waitFor(() => !document.cookie.includes('_s='));
    const {change, told} = await first.evaluate(() => seen);
    // Where the browser tells, the time that it takes for that is its own.
    const late = change - (told || pressed);
    assert.ok(late < 1000, `${late} ms`);
  });

  // Chromium really does it: see `life-visitor.e2e.ts`. The others have no prerendering, so the page pretends.
  if (visitor.engine !== 'chromium')
    it('does not begin while a page is being prerendered', async () => {
      const tab = await visitor.newPage();
      await tab.goto(own.url('/prerendered'));
      const opened = () => {
        Reflect.deleteProperty(document, 'prerendering');
        document.dispatchEvent(new Event('prerenderingchange'));
      };
      await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      assert.equal(await tab.evaluate(asking), false);
      await tab.evaluate(opened);
      await tab.waitFor(asking);
      await tab.evaluate(() => cookieModes.choose('accept-all'));
      await tab.waitFor(() => ran.length === 1);
      own.forget();
      await tab.reload();
      await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      assert.equal(await tab.evaluate(() => cookieModes.allows('stats')), false);
      assert.equal(own.paths().includes('/stats.js'), false);
      await tab.evaluate(opened);
      await tab.waitFor(() => ran.length === 1);
      assert.equal(await tab.evaluate(() => !!document.querySelector('cookie-modes[open]')), false);
    });

  it('runs nothing twice, undoes what was stored, and says so', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/patient'));
    await tab.click('[data-mode="accept-all"]');
    await tab.waitFor(() => ran.length === 1);
    await tab.evaluate(async () => {
      await (await caches.open('s-cache')).put('/x', new Response('x'));
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('s-db');
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = reject;
      });
      document.cookie = '_s=2; path=/deep';
    });
    const {removed, left, running} = await tab.evaluate(() => cookieModes.withdraw());
    assert.deepEqual([...new Set(removed.map(({kind, name}) => `${kind} ${name}`))].sort(), [
      'cache s-cache',
      'cookie _s',
      'indexed-db s-db',
      'local-storage s:1',
    ]);
    assert.deepEqual([left, running], [[], ['stats']]);
    await tab.waitFor(report);
    assert.match(await tab.evaluate(report), /4 stored items were removed\./);
    assert.match(await tab.evaluate(report), /Reload the page to stop it\./);
    assert.deepEqual(
      (await tab.cookies()).map(({name}) => name),
      ['cookie_consent'],
    );
    assert.equal(await tab.evaluate(() => caches.has('s-cache')), false);
    await tab.evaluate(() => cookieModes.choose('accept-all'));
    await tab.evaluate((html: string) => {
      document.querySelector('main')?.append(document.createRange().createContextualFragment(html));
    }, gated('more'));
    await tab.waitFor(() => ran.includes('more'));
    assert.deepEqual(await tab.evaluate(() => ran), ['stats', 'more']);
  });

  it('goes on in a single-page application', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    await tab.waitFor(asking);
    // The router shows another page: all content is new.
    await tab.evaluate((html: string) => {
      history.pushState(null, '', '/other');
      document.body.replaceChildren(document.createRange().createContextualFragment(`<main>${html}</main>`));
    }, gated('more'));
    await tab.waitFor(asking);
    // The language changes, and so do the texts.
    await tab.evaluate(() => document.documentElement.setAttribute('lang', 'zh-TW'));
    await tab.waitFor(() =>
      /\p{Script=Han}/u.test(
        document.querySelector('cookie-modes [data-mode="accept-all"]')?.textContent ?? '',
      ),
    );
    // A framework takes the element out and puts it back.
    await tab.evaluate(() => {
      const element = document.querySelector('cookie-modes');
      element?.remove();
      if (element) document.body.prepend(element);
    });
    await tab.waitFor(asking);
    assert.equal(await tab.evaluate(() => document.querySelectorAll('cookie-modes').length), 1);
    assert.equal(await tab.evaluate(() => document.querySelectorAll('cookie-modes [data-mode]').length), 3);
    await tab.click('[data-mode="accept-all"]');
    await tab.waitFor(() => ran.includes('more'));
    await tab.evaluate((html: string) => {
      history.pushState(null, '', '/third');
      document.querySelector('main')?.replaceChildren(document.createRange().createContextualFragment(html));
    }, gated('stats'));
    await tab.waitFor(() => ran.includes('stats'));
    assert.deepEqual((await tab.evaluate(() => ran)).toSorted(), ['more', 'stats']);
    await tab.evaluate(() => {
      void cookieModes.withdraw();
      document.cookie = '_s=3; path=/';
    });
    await tab.waitFor(() => !document.cookie.includes('_s='));
    assert.equal(await tab.evaluate(() => document.querySelectorAll('cookie-modes').length), 1);
  });
});

for (const [only, keepsPages] of [
  [['chromium'], true],
  [['firefox', 'webkit'], false],
] as const) {
  forEachEngine(
    'a life on a page that was kept',
    (visitor) => {
      it('goes on from the record after going back', async () => {
        const tab = await visitor.newPage();
        await tab.goto(own.url('/kept'));
        // Firefox does not keep a page that is still waiting for a file.
        await tab.waitFor(asking);
        await tab.evaluate(() => cookieModes.choose('accept-all'));
        await tab.waitFor(() => ran.length === 1);
        await tab.waitFor(report);
        await tab.goto(own.url('/plain'));
        await tab.evaluate(
          (record: string) =>
            fetch(`/set?cookie=${encodeURIComponent(`cookie_consent=${record}; Path=/; SameSite=Lax`)}`).then(
              () => true,
            ),
          refused(),
        );
        await tab.evaluate(() => void setTimeout(() => history.back()));
        await tab.waitFor(() => seen.persisted === true);
        await tab.waitFor(() => cookieModes.mode === 'refuse-all');
        await tab.waitFor(() => !document.cookie.includes('_s='));
        // The page itself came back, not a new one.
        assert.deepEqual(await tab.evaluate(() => [seen.persisted, ran.length]), [true, 1]);
      });
    },
    {only, ...(keepsPages && {media: {keepsPages}})},
  );
}

import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {build} from 'esbuild';
import type {Consent} from '../../src/core/consent.ts';
import type {Question} from '../../src/core/question.ts';
import type {Config} from '../../src/core/declaration.ts';
import type {Page} from './driver/browser.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {poll} from './driver/poll.ts';
import {site, type Route, type Site} from './driver/site.ts';

declare const consent: Consent;

const bundle = async (file: string, format: 'iife' | 'esm'): Promise<Route> => {
  const entry = new URL(file, import.meta.url).pathname;
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
  });
  return {body: outputFiles[0]?.text ?? '', type: 'text/javascript'};
};
const config: Config = {
  policy: {url: '/privacy'},
  services: [
    {
      id: 'stats',
      purpose: 'statistics',
      src: ['/stats.js'],
      cookies: [{name: '_ga'}, {name: '_ga_*'}, {name: 'visitor'}, {name: 'never_there'}],
    },
  ],
  necessary: [{name: 'sid'}],
};
const page = (more = '') =>
  `<!doctype html><html lang="en"><title>undo</title><script src="/kit.js"></script>
  <script>begin(${JSON.stringify(config)})</script>${more}`;
const gated =
  '<script type="text/plain" data-purpose="statistics" data-service="stats" src="/stats.js"></script>';

let own: Site;
before(async () => {
  own = await site({
    '/kit.js': await bundle('undo-kit.ts', 'iife'),
    '/undo.js': await bundle('../../src/script-undo.ts', 'esm'),
    '/stats.js': {
      body: `document.cookie = '_ga=1'; document.cookie = '_ga_X=1; path=/'`,
      type: 'text/javascript',
    },
    '/': page(),
    '/app/one/': '<!doctype html><title>plain</title>',
    '/elsewhere/': '<!doctype html><title>plain</title>',
    '/app/one/page': page(gated),
    '/hidden': {
      body: page(),
      headers: {'set-cookie': ['visitor=1; Path=/; HttpOnly', 'sid=1; Path=/', 'seen=1; Path=/']},
    },
    '/set': ({query}) => ({body: 'set', headers: {'set-cookie': `${query.get('cookie')}`}}),
    '/sub/deep/page': {
      body: page(),
      headers: {
        'set-cookie': [
          '_ga=host; Path=/',
          '_ga=domain; Path=/; Domain=shop.localhost',
          '_ga=path; Path=/sub/',
          '_ga=folder; Path=/sub/deep',
          '_ga=page; Path=/sub/deep/page',
          '_ga_X=1; Path=/; Domain=shop.localhost; SameSite=Strict; Max-Age=600',
        ],
      },
    },
  });
});
after(() => own.close());

forEachEngine('undoing', (visitor) => {
  /** Waits for a jar: from outside the page, the empty cookies by which the undoing looks for hidden ones can still be met. */
  const jarIs = (tab: Page, names: readonly string[]) =>
    poll(`a jar of ${names.join()}`, async () => {
      const found = (await tab.cookies())
        .filter(({name, value}) => value !== '' && name !== 'cookie_consent')
        .map(({name}) => name)
        .sort();
      return found.join() === names.join() ? {answer: found} : {reason: found.join()};
    });

  it('removes what a server set for the host, its domain and several paths', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/sub/deep/page', 'shop.localhost'));
    await jarIs(tab, ['_ga', '_ga', '_ga', '_ga', '_ga', '_ga_X']);
    await tab.evaluate(() => consent.choose('accept-all'));
    const report = await tab.evaluate(() => consent.withdraw());
    await jarIs(tab, []);
    assert.deepEqual(report.removed.map(({name}) => name).sort(), ['_ga', '_ga_X']);
    assert.deepEqual(report.left, []);
  });

  it('reports an HttpOnly cookie, where the engine lets a page find out, and leaves none of its own', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/hidden'));
    const report = await tab.evaluate(() => consent.withdraw());
    assert.deepEqual(
      report.removed.map(({name}) => name),
      ['seen'],
    );
    const left = report.left.map(({name, why}) => `${name} ${why}`);
    // The others pretend to have written over it, so that nothing can be known.
    assert.deepEqual(left, visitor.engine === 'chromium' ? ['visitor http-only'] : []);
    await jarIs(tab, ['sid', 'visitor']);
    assert.equal((await tab.cookies()).find(({name}) => name === 'visitor')?.value, '1');
  });

  it('tells what is left where the code that removes does not come, and removes it once it does', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/hidden'));
    await tab.evaluate(() => consent.choose('accept-all'));
    const undo = await (await fetch(own.url('/undo.js'))).text();
    own.route('/undo.js', {status: 503});
    await tab.reload();
    try {
      const report = await tab.evaluate(() => consent.withdraw());
      assert.deepEqual(report, {
        removed: [],
        left: [{kind: 'cookie', name: 'seen', why: 'not-loaded'}],
        running: [],
      });
      await jarIs(tab, ['seen', 'sid', 'visitor']);
    } finally {
      own.route('/undo.js', {body: undo, type: 'text/javascript'});
    }
    await tab.reload();
    await tab.waitFor(() => !document.cookie.includes('seen'));
  });

  it('removes what was written before a single-page application moved on, and with a path that is not seen', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/app/one/page'));
    await tab.evaluate(() => consent.choose('accept-all'));
    await tab.waitFor(() => document.cookie.includes('_ga_X'));
    await tab.evaluate(() => {
      history.pushState(null, '', '/elsewhere/page');
      document.cookie = '_ga=2; path=/elsewhere';
    });
    const {running} = await tab.evaluate(() => consent.withdraw());
    assert.deepEqual(running, ['stats']);
    for (const path of ['/app/one/', '/elsewhere/']) {
      await tab.goto(own.url(path));
      await jarIs(tab, []);
    }
  });

  it('undoes in other tabs, too', async () => {
    const first = await visitor.newPage();
    await first.goto(own.url('/app/one/page'));
    await first.evaluate(() => consent.choose('accept-all'));
    await first.waitFor(() => document.cookie.includes('_ga_X'));
    await first.evaluate(() => {
      consent.addEventListener('undone', ({detail}) => (document.title = `undone ${detail.running}`));
    });
    const second = await visitor.newPage();
    await second.goto(own.url('/'));
    await second.evaluate(() => consent.withdraw());
    // The first page alone sees the cookie of its path.
    await first.waitFor(() => document.title === 'undone stats');
    assert.equal(await first.evaluate(() => document.cookie.replace(/cookie_consent=[^;]*/, '')), '');
  });

  it('asks about a cookie that the server sets, keeps it or deletes it', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    await tab.evaluate(() => consent.choose('notify'));
    for (const [cookie, answer] of [
      ['kept=1; Path=/', 'accept'],
      ['deleted=1; Path=/', 'refuse'],
    ] as const) {
      await tab.evaluate((cookie: string) => fetch(`/set?cookie=${encodeURIComponent(cookie)}`), cookie);
      const asked = (await tab.waitFor(() => consent.questions[0])) as Question;
      assert.deepEqual([asked.id, asked.appeared], [cookie.split('=')[0], true]);
      await tab.evaluate(
        (id: string, answer: 'accept' | 'refuse') => consent.answer({cookies: {[id]: answer}}),
        asked.id,
        answer,
      );
    }
    await tab.waitFor(() => !document.cookie.includes('deleted='));
    await jarIs(tab, ['kept']);
  });

  it('deletes a cookie that the server sets although everything is refused', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    await tab.evaluate(() => consent.choose('refuse-all'));
    await tab.evaluate(() => fetch('/set?cookie=stray%3D1%3B%20Path%3D%2F'));
    await tab.waitFor(() => !document.cookie.includes('stray='));
    await tab.evaluate(() => fetch('/set?cookie=sid%3D1%3B%20Path%3D%2F'));
    await jarIs(tab, ['sid']);
    await tab.goto(own.url('/hidden'));
    await tab.waitFor(() => !document.cookie.includes('seen='));
    await jarIs(tab, ['sid', 'visitor']);
  });

  it('finds left-overs on the next page and asks about them', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    await tab.evaluate(() => consent.choose('notify'));
    await tab.goto(own.url('/hidden'));
    const asked = (await tab.waitFor(() => consent.questions[0])) as Question;
    assert.equal(asked.id, 'seen');
    assert.equal(await tab.evaluate(() => consent.questions.length), 1);
  });

  it('erases everything but what is necessary', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/hidden'));
    await tab.evaluate(() => consent.choose('accept-all'));
    await tab.evaluate(() => void (document.cookie = '_ga=1; path=/'));
    const {removed} = await tab.evaluate(() => consent.erase());
    assert.deepEqual(removed.map(({name}) => name).sort(), ['_ga', 'seen']);
    assert.equal(await tab.evaluate(() => document.cookie), 'sid=1');
  });
});

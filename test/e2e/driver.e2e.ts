import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, it} from 'node:test';
import {forEachEngine, type Visitor} from './driver/for-each-engine.ts';
import {openBrowser} from './driver/open-browser.ts';
import {poll} from './driver/poll.ts';
import {site, type Site} from './driver/site.ts';

const page = `<!doctype html><html lang="en"><title>driver</title>
<button id="plain">Plain</button><input id="field" aria-label="Field"><x-host></x-host>
<script>
  addEventListener('click', (event) => (window.trusted = event.isTrusted));
  customElements.define('x-host', class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({mode: 'open'}).innerHTML = '<button>First</button><button>Second <b>one</b></button>';
      this.shadowRoot.addEventListener('click', (event) => (window.hit = event.target.closest('button').textContent));
    }
  });
</script>`;

let own: Site;
before(async () => {
  own = await site({
    '/': {body: page, headers: {'set-cookie': ['seen=1; Path=/', 'secret=2; Path=/; HttpOnly']}},
    '/strict': {
      body: '<!doctype html><title>strict</title><p>strict',
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'nonce-a'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    },
    '/deep/': '<!doctype html><title>deep</title>',
    '/collect': ({body}) => `got ${body}`,
    '/log': '<!doctype html><script>console.warn("careful"); throw new Error("boom")</script>',
  });
});
after(() => own.close());

/** Runs in the page: stores something of each kind, a cookie also when the page is left. */
async function store(): Promise<void> {
  document.cookie = 'deep=1; path=/deep/; max-age=600';
  localStorage.setItem('local', '1');
  sessionStorage.setItem('session', '1');
  await caches.open('cache');
  await new Promise((resolve) => (indexedDB.open('database').onsuccess = resolve));
  addEventListener('pagehide', () => void (document.cookie = 'late=1; path=/'));
}
/** Runs in the page: the names of what is stored, but for cookies. */
const stored = async () =>
  [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await caches.keys()),
    ...(await indexedDB.databases()).map(({name}) => name),
  ].sort();

forEachEngine('a visitor of the driver', (visitor) => {
  for (const time of ['first', 'second']) {
    it(`is new in each test, and within one where that is wanted (${time})`, async () => {
      for (const again of [false, true]) {
        if (again) await visitor.fresh();
        own.forget();
        const tab = await visitor.newPage();
        await tab.goto(own.url('/deep/'));
        const found = () => tab.evaluate(stored);
        assert.deepEqual(await found(), []);
        assert.equal(own.requests.at(-1)?.headers.cookie, undefined);
        await tab.evaluate(store);
        await tab.goto(own.url('/'));
        const other = await visitor.newPage();
        await other.goto(own.url('/deep/'));
        // What is not found above has really been there.
        assert.match(own.requests.at(-1)?.headers.cookie ?? '', /seen=1/);
        assert.match(own.requests.at(-1)?.headers.cookie ?? '', /secret=2/);
        assert.match(own.requests.at(-1)?.headers.cookie ?? '', /deep=1/);
        assert.match(own.requests.at(-1)?.headers.cookie ?? '', /late=1/);
        await tab.goto(own.url('/deep/'));
        assert.deepEqual(await found(), ['cache', 'database', 'local', 'session']);
      }
    });
  }
});

const declare = (visitor: Visitor) => {
  it('clicks with a trusted event, also inside a shadow root', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    await tab.click('#plain');
    assert.equal(await tab.waitFor('window.trusted'), true);
    await tab.click('x-host >>> button:has-text("Second one")');
    assert.equal(await tab.waitFor('window.hit'), 'Second one');
  });

  it('types, tabs forwards and back', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    await tab.type('#field', 'a + b, 餅乾');
    assert.equal(await tab.evaluate(() => (document.activeElement as HTMLInputElement).value), 'a + b, 餅乾');
    await tab.press('Shift+Tab');
    assert.equal(await tab.evaluate(() => document.activeElement?.id), 'plain');
    await tab.evaluate('void (window.trusted = undefined)');
    await tab.press('Space');
    assert.equal(await tab.waitFor('window.trusted'), true);
    await tab.press('Tab');
    assert.equal(await tab.evaluate(() => document.activeElement?.id), 'field');
  });

  it('reads the cookie jar, HttpOnly included', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    const jar = (await tab.cookies()).map(({name, value, httpOnly}) => `${name}=${value} ${httpOnly}`);
    assert.deepEqual(jar.sort(), ['secret=2 true', 'seen=1 false']);
  });

  it('evaluates under a strict content security policy', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/strict'));
    assert.deepEqual(
      await tab.evaluate((words: string[]) => [...words, document.title], ['a "quoted"\u2028 word']),
      ['a "quoted"\u2028 word', 'strict'],
    );
    await assert.rejects(
      tab.evaluate(() => {
        throw new Error('from inside');
      }),
      /from inside/,
    );
  });

  it('has two tabs of one visitor that hear each other', async () => {
    const first = await visitor.newPage();
    const second = await visitor.newPage();
    await first.goto(own.url('/'));
    await second.goto(own.url('/'));
    await first.evaluate(() => {
      const channel = new BroadcastChannel('tabs');
      channel.onmessage = ({data}) => (document.title = data);
    });
    // Whom to tell, the browser's processes learn from each other in their own time.
    await poll('the first tab hears the second', async () => {
      await second.evaluate(() => new BroadcastChannel('tabs').postMessage('hello'));
      const title = await first.evaluate(() => document.title);
      return title === 'hello' ? {answer: title} : {reason: title};
    });
    assert.equal(await second.evaluate('document.title'), 'driver');
    await second.click('#plain');
    await second.close();
    await first.bringToFront();
    await first.click('#plain');
    assert.equal(await first.waitFor('window.trusted'), true);
  });

  it('goes back, reloads and tells its address', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    await tab.goto(own.url('/strict'));
    await tab.back();
    await tab.waitFor(() => location.pathname === '/');
    await tab.evaluate('(window.before = 1)');
    await tab.reload();
    assert.equal(await tab.evaluate('typeof before'), 'undefined');
    assert.equal(await tab.url(), own.url('/'));
  });

  it('reaches the site under other host names, and the site sees every request', async () => {
    const tab = await visitor.newPage();
    for (const host of ['localhost', 'shop.localhost']) {
      own.forget();
      await tab.goto(own.url('/', host));
      assert.equal(own.requests[0]?.host, host);
      await tab.evaluate(() =>
        fetch('/collect?a=1', {method: 'POST', body: 'x'}).then((reply) => reply.text()),
      );
      assert.deepEqual(own.paths(), ['/', '/collect']);
      assert.equal(own.requests[1]?.body, 'x');
    }
  });

  it('takes a picture of the size asked for', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/'));
    const file = join(mkdtempSync(join(tmpdir(), 'picture-')), 'page.png');
    if (visitor.engine === 'webkit') return assert.rejects(tab.screenshot(file), /takes no picture/);
    await tab.screenshot(file, {width: 320, height: 500});
    const png = readFileSync(file);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [320, 500]);
    assert.equal(await tab.evaluate('innerWidth'), 320);
  });

  it('hears the console, where the engine tells', async () => {
    const tab = await visitor.newPage();
    await tab.goto(own.url('/log'));
    if (visitor.engine === 'webkit') return assert.deepEqual(tab.messages, []);
    // They come by themselves, each in its own way.
    await poll('two messages', async () =>
      tab.messages.length >= 2 ? {answer: 2} : {reason: tab.messages.join()},
    );
    assert.deepEqual([...tab.messages].sort(), ['pageerror: boom', 'warn: careful']);
  });

  it('can be started dark and without motion', async () => {
    const browser = await openBrowser(visitor.engine, {colorScheme: 'dark', reducedMotion: 'reduce'});
    try {
      const tab = await browser.newPage();
      await tab.goto(own.url('/'));
      assert.equal(await tab.emulate({colorScheme: 'dark', reducedMotion: 'reduce'}), true);
    } finally {
      await browser.close();
    }
  });
};

forEachEngine('the driver', declare, {sameVisitor: true});

import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {after, before, beforeEach, it} from 'node:test';
import {codeBlocks} from '../readme/code-blocks.ts';
import {askedFor} from './driver/asked-for.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {site, type Site} from './driver/site.ts';

const dist = new URL('../../dist/', import.meta.url);
const shown = codeBlocks('html');
const [tag] = shown.filter(({code}) => /^<script\s[^>]*data-policy-url/.test(code));
const pages = shown.filter(({code}) => code.startsWith('<!doctype'));
const pieces = shown.filter((block) => !pages.includes(block) && block !== tag);
const styles = codeBlocks('css').map(({code}) => code);
const rules = codeBlocks('json')
  .filter(({note}) => note)
  .map(({code}) => code);
const policy =
  codeBlocks('')
    .find(({code}) => code.includes('trusted-types'))
    ?.code.trim() ?? '';

// Erasing tries every domain that a record could have been written for; Firefox reports each that is not one.
const isError = (message: string) =>
  /^(pageerror|error)/.test(message) && !message.includes('rejected for invalid domain');

let own: Site;
let count = 0;

/** Serves a page of the README, under the policy that it says is enough. */
function serve(body: string, csp = ''): string {
  const path = `/page/${count++}`;
  own.route(path, {body, headers: csp ? {'content-security-policy': csp} : {}});
  return own.url(path);
}

/** A page around a piece of HTML, with the one script tag that needs no configuration. */
const around = (piece: string) =>
  `<!doctype html><html lang="en"><head><title>A piece</title>${tag?.code}</head><body><h1>A page</h1>${piece}</body></html>`;

before(async () => {
  own = await site({});
  // The folder that the README tells to fill.
  const files = readdirSync(dist).filter((name) => /^cookie-modes.*\.js$/.test(name));
  for (const name of [...files, ...readdirSync(new URL('locales/', dist)).map((name) => `locales/${name}`)])
    own.route(`/cookie-modes/${name}`, {body: readFileSync(new URL(name, dist)), type: 'text/javascript'});
  own.route('/counter.js', {
    body: "window.counted = true; document.cookie = 'visits=1;path=/'",
    type: 'text/javascript',
  });
  own.route('/map', '<!doctype html><title>map</title>');
});
after(() => own.close());

forEachEngine('what README.md shows', (visitor) => {
  beforeEach(() => own.forget());
  const gated = () => own.paths().filter((path) => ['/counter.js', '/map'].includes(path));
  const open = async (url: string) => {
    const tab = await visitor.newPage();
    await tab.goto(url);
    await tab.waitFor(() => !!document.querySelector('cookie-modes[open] button[data-mode=refuse-all]'));
    return tab;
  };

  it('has one page, one tag without a configuration, and pieces', () => {
    assert.equal(pages.length, 1);
    const found = [tag, pieces[2], styles[0], rules[1], policy];
    assert.deepEqual(
      found.map((one) => !!one),
      found.map(() => true),
    );
  });

  it('gates a site: nothing before the choice, everything after accepting', async () => {
    const tab = await open(serve(pages[0]?.code ?? ''));
    assert.deepEqual(gated(), []);
    assert.deepEqual(await tab.cookies(), []);
    await tab.click('button[data-mode=accept-all]');
    await tab.waitFor(() => 'counted' in window && document.cookie.includes('visits=1'));
    await tab.waitFor(() => document.body.textContent.includes('Sign up for the harbour tour.'));
    await askedFor(own.paths, /^\/map$/);
    assert.deepEqual(gated().sort(), ['/counter.js', '/map']);
    await tab.click('footer a');
    await tab.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
    assert.deepEqual(
      tab.messages.filter((message) => isError(message)),
      [],
    );
  });

  it('asks about the service in notify mode, and loads nothing on refusal', async () => {
    const tab = await open(serve(pages[0]?.code ?? ''));
    await tab.click('button[data-mode=notify]');
    await tab.waitFor(() => !!document.querySelector('cookie-modes-question[open] [data-answer=refuse]'));
    assert.deepEqual(gated(), []);
    await tab.evaluate(() => window.cookieModes.choose('refuse-all'));
    await tab.waitFor(() => document.cookie.includes('mode=refuse-all'));
    assert.deepEqual(gated(), []);
  });

  it('works under the policy that it says is enough', async () => {
    const strict = policy.replace('…', 'n');
    const page = (pages[0]?.code ?? '').replaceAll('<script', '<script nonce="n"');
    const tab = await open(serve(page, strict));
    await tab.click('button[data-mode=accept-all]');
    await tab.waitFor(() => 'counted' in window);
    await askedFor(own.paths, /^\/map$/);
    const selfish = strict.replace("'nonce-n' 'strict-dynamic'", "'self'");
    await visitor.fresh();
    own.forget();
    const other = await open(serve(pages[0]?.code ?? '', selfish));
    await other.click('button[data-mode=accept-all]');
    await other.waitFor(() => 'counted' in window);
    await askedFor(own.paths, /^\/map$/);
  });

  it('has pieces of HTML that do no harm together, and styles that are used', async () => {
    const tab = await open(
      serve(around(`<style>${styles.join('')}</style>${pieces.map(({code}) => code).join('\n')}`)),
    );
    await tab.waitFor(
      () => !!document.querySelector('cookie-modes-table')?.shadowRoot?.querySelector('table'),
    );
    const notice = await tab.evaluate(() => {
      const host = document.querySelector('cookie-modes') as HTMLElement;
      return {
        count: document.querySelectorAll('cookie-modes').length,
        text: host.textContent,
        buttons: host.querySelectorAll('button[data-mode]').length,
        background: getComputedStyle(host).backgroundColor,
      };
    });
    assert.equal(notice.count, 1);
    assert.equal(notice.buttons, 3);
    assert.match(notice.text, /Cookies at the Harbour Office[^]*We count visits if you let us/);
    await tab.click('button[data-mode=refuse-all]');
    await tab.waitFor(() => window.cookieModes.mode === 'refuse-all');
    await tab.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find((one) => one.textContent === 'Log off and clear')
        ?.click(),
    );
    await tab.waitFor(() => !window.cookieModes.mode && !document.cookie);
    assert.deepEqual(
      tab.messages.filter((message) => isError(message)),
      [],
    );
  });

  it('has rules for automatic clients whose selectors find the button, and it refuses', async () => {
    const tab = await open(serve(around('')));
    const selectors = rules.flatMap((rule) =>
      [...rule.matchAll(/"(cookie-modes[^"]*\[?[^"]*)"/g)].map(([, one = '']) => one),
    );
    for (const selector of new Set(selectors))
      assert.equal(
        await tab.evaluate((one: string) => !!document.querySelector(one), selector),
        true,
        selector,
      );
    await tab.evaluate(() =>
      document.querySelector<HTMLElement>('cookie-modes[open] button[data-mode=refuse-all]')?.click(),
    );
    await tab.waitFor(
      () => document.cookie.includes('mode=refuse-all') && document.cookie.includes('given=automatic'),
    );
  });
});

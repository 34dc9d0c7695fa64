import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, it} from 'node:test';
import {build} from 'esbuild';
import type {Consent} from '../../src/core/consent.ts';
import type {Page} from './driver/browser.ts';
import {askedFor} from './driver/asked-for.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {poll} from './driver/poll.ts';
import {site, type Site} from './driver/site.ts';

declare const ran: string[];
declare const told: string[];
declare const consent: Consent;
declare const early: string[];

/** A script that says its name; `/slow/` ones are answered when the test lets them, `/never/` ones never. */
const script = (name: string) => `ran.push('${name}');`;
const waiting = new Map<string, () => void>();
let own: Site;
let pages = 0;

/** Serves a page whose head starts the gate. */
function page(body: string, {choice = '', csp = ''} = {}): string {
  const path = `/page/${pages++}`;
  own.route(path, {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>gate</title>
      <script nonce="n" src="/kit.js"></script><script nonce="n">startGate(${choice && `'${choice}'`})</script>${body}`,
    headers: csp ? {'content-security-policy': csp} : {},
  });
  return own.url(path);
}

const nine = (nonce = '') => `</head><body>
  <script type="text/plain" data-purpose="activity" src="/slow/A" ${nonce}></script>
  <script type="text/plain" data-purpose="activity" ${nonce}>ran.push('B')</script>
  <script type="text/plain" data-purpose="activity" async src="/s/C" ${nonce}></script>
  <script type="text/plain" data-purpose="activity" defer src="/s/D" ${nonce}></script>
  <script type="text/plain" data-type="module" data-purpose="activity" src="/s/E" ${nonce}></script>
  <script type="text/plain" data-type="module" data-purpose="activity" ${nonce}>ran.push('F')</script>
  <script type="text/plain" data-purpose="activity" src="/s/G" ${nonce ? nonce : `onload="ran.push('G-onload')"`}></script>
  <script type="text/plain" data-purpose="activity" src="/s/I" ${nonce}></script>
  <script type="text/plain" data-purpose="activity" ${nonce}>ran.push('Z')</script>`;

const strict =
  "script-src 'nonce-n' 'strict-dynamic'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

before(async () => {
  const kit = await build({
    entryPoints: [new URL('../gate/fixtures/kit.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  own = await site({'/kit.js': {body: kit.outputFiles[0]?.text ?? '', type: 'text/javascript'}});
  for (const name of 'CDEGHK') own.route(`/s/${name}`, {body: script(name), type: 'text/javascript'});
  own.route('/s/I', {body: `${script('I')} document.write('<p id=written>')`, type: 'text/javascript'});
  own.route('/slow/A', async () => {
    await new Promise<void>((resolve) => waiting.set('A', resolve));
    return {body: script('A'), type: 'text/javascript'};
  });
  own.route('/never/N', () => new Promise((resolve) => waiting.set('N', () => resolve('ended'))));
  own.route('/counter/x', {body: script('counter'), type: 'text/javascript'});
  own.route('/map', 'a map');
  own.route('/frame', 'a frame');
});
after(async () => {
  for (const end of waiting.values()) end();
  await own.close();
});

const asked = (path: string) => own.paths().includes(path);

forEachEngine('the gate', (visitor) => {
  beforeEach(() => {
    own.forget();
    waiting.clear();
  });
  const open = async (url: string) => {
    const tab = await visitor.newPage();
    await tab.goto(url);
    return tab;
  };
  /**
   * What has run, in its order, but for C, which waits for nobody. Firefox compiles an inline module apart and runs it when that is done:
   * F may then come after what stands behind it, but never before what stands before it.
   */
  const inOrder = async (tab: Page, last: string) => {
    await tab.waitFor((last) => ran.includes(last) && ran.includes('F'), last);
    const order = (await tab.evaluate(() => ran)).filter((name) => name !== 'C');
    if (visitor.engine !== 'firefox') return order;
    assert.ok(order.indexOf('F') > order.indexOf('E'), order.join());
    return order.filter((name) => name !== 'F').flatMap((name) => (name === 'E' ? ['E', 'F'] : name));
  };

  /** The one word about a late document.write: messages come by themselves, a little later. */
  const wordOfWriting = async (tab: Page) => {
    const words = () =>
      tab.messages.filter((text) => text.includes('cookie-modes') && text.includes('document.write'));
    await poll('a word of document.write', async () =>
      words()[0] ? {answer: words()} : {reason: tab.messages.join()},
    );
    // A second word of the same task would come before this answer.
    await tab.evaluate(() => ran);
    assert.equal(words().length, 1, words().join());
    return `${words()[0]}`;
  };

  it('asks for nothing before a choice, and keeps the order of the document after acceptance', async () => {
    const tab = await open(page(nine()));
    await tab.waitFor(() => document.readyState === 'complete');
    assert.deepEqual(
      own.paths().filter((path) => /^\/(s|slow)\//.test(path)),
      [],
    );
    await tab.evaluate(() => consent.choose('accept-all'));
    await askedFor(own.paths, /A$/);
    // C waits for nobody; B waits for A, and so do all behind B.
    await tab.waitFor(() => ran.includes('C'));
    assert.deepEqual(await tab.evaluate(() => ran), ['C']);
    waiting.get('A')?.();
    assert.deepEqual(await inOrder(tab, 'Z'), ['A', 'B', 'D', 'E', 'F', 'G', 'G-onload', 'I', 'Z']);
    assert.equal(await tab.evaluate(() => document.querySelectorAll('#written').length), 0);
    assert.ok(await tab.evaluate(() => document.querySelectorAll('script').length === 11));
    if (visitor.engine !== 'webkit') assert.ok((await wordOfWriting(tab)).includes('/s/I'));
  });

  it('keeps the same order when acceptance was given on an earlier page', async () => {
    const url = page(nine(), {choice: 'accept-all'});
    const going = visitor.newPage().then(async (tab) => (await tab.goto(url), tab));
    await askedFor(own.paths, /A$/);
    waiting.get('A')?.();
    const tab = await going;
    assert.deepEqual(await inOrder(tab, 'Z'), ['A', 'B', 'D', 'E', 'F', 'G', 'G-onload', 'I', 'Z']);
  });

  it('runs all kinds of scripts under strict-dynamic and trusted types', async () => {
    const tab = await open(
      page(
        `${nine('nonce="n"')}<template data-purpose="activity"><p>text</p><script nonce="n">ran.push('T')</script>
        <script nonce="n" src="/s/H"></script><script nonce="n">ran.push('U')</script></template>
        <script type="text/plain" data-purpose="activity" nonce="n">ran.push('V')</script>
        <script type="text/plain" data-purpose="activity">ran.push('no nonce')</script>
        <script type="text/plain" data-purpose="activity" src="/s/K"></script>
        <script type="text/plain" data-purpose="activity" nonce="n">ran.push('end')</script>`,
        {csp: strict},
      ),
    );
    await tab.evaluate(() => consent.choose('accept-all'));
    await askedFor(own.paths, /A$/);
    waiting.get('A')?.();
    // What has no nonce would not run without a gate: it must not run because we moved it.
    assert.deepEqual(await inOrder(tab, 'end'), [
      'A',
      'B',
      'D',
      'E',
      'F',
      'G',
      'I',
      'Z',
      'T',
      'H',
      'U',
      'V',
      'end',
    ]);
    assert.equal(asked('/s/K'), false);
  });

  it('lets a host that never answers hold up neither async scripts nor external ones', async () => {
    const tab = await open(
      page(`<script type="text/plain" data-purpose="activity" async src="/never/N"></script>
        <script type="text/plain" data-purpose="activity">ran.push('inline')</script>
        <script type="text/plain" data-purpose="activity" src="/s/G"></script>
        <script type="text/plain" data-purpose="activity" src="/slow/A"></script>
        <script type="text/plain" data-purpose="activity">ran.push('behind')</script>
        <script type="text/plain" data-purpose="activity" async src="/s/C"></script>`),
    );
    await tab.evaluate(() => consent.choose('accept-all'));
    await tab.waitFor(() => ran.includes('C') && ran.includes('G'));
    const order = await tab.evaluate(() => ran);
    assert.equal(order[0], 'inline');
    assert.ok(!order.includes('behind'));
    await askedFor(own.paths, /A$/, /N$/);
    waiting.get('A')?.();
    await tab.waitFor(() => ran.includes('behind'));
    waiting.get('N')?.();
  });

  it('loads external scripts side by side and runs them in order', async () => {
    const tab = await open(
      page(`<script type="text/plain" data-purpose="activity" src="/slow/A"></script>
        <script type="text/plain" data-purpose="activity" src="/s/G"></script>
        <script type="text/plain" data-purpose="activity" defer src="/s/H"></script>`),
    );
    await tab.evaluate(() => consent.choose('accept-all'));
    await askedFor(own.paths, /A$/, /G$/, /H$/);
    await tab.evaluate(() => fetch('/frame').then((answer) => answer.text()));
    assert.deepEqual(await tab.evaluate(() => ran), []);
    waiting.get('A')?.();
    await tab.waitFor(() => ran.includes('H'));
    assert.deepEqual(await tab.evaluate(() => ran), ['A', 'G', 'H']);
  });

  it('treats an error like a load', async () => {
    const tab = await open(
      page(`<script type="text/plain" data-purpose="activity" src="/missing"></script>
        <script type="text/plain" data-purpose="activity" src="/s/G" integrity="sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="></script>
        <script type="text/plain" data-purpose="activity" nomodule src="/s/H"></script>
        <script type="text/plain" data-purpose="activity" src=""></script>
        <script type="text/plain" data-purpose="activity" src="http://["></script>
        <script type="text/plain" data-purpose="activity">ran.push('after')</script>`),
    );
    await tab.evaluate(() => consent.choose('accept-all'));
    await tab.waitFor(() => ran.includes('after'));
    assert.deepEqual(await tab.evaluate(() => ran), ['after']);
  });

  it('does not wait for ever on what a content security policy blocks', async () => {
    const tab = await open(
      page(
        `<script type="text/plain" data-purpose="activity" src="/s/G"></script>
         <script type="text/plain" data-purpose="activity" nonce="n">ran.push('after')</script>`,
        {csp: "script-src 'nonce-n'"},
      ),
    );
    await tab.evaluate(() => consent.choose('accept-all'));
    await tab.waitFor(() => ran.includes('after'));
    assert.deepEqual(await tab.evaluate(() => ran), ['after']);
  });

  it('refuses a late document.write of an inline script and leaves that of the page alone', async () => {
    const tab = await open(
      page(`</head><body><p id="page">page</p><script>document.write('<p id="early">early</p>')</script>
        <script type="text/plain" data-purpose="activity" id="bad">document.write('gone'); document.writeln('gone'); ran.push('on')</script>`),
    );
    await tab.evaluate(() => consent.choose('accept-all'));
    await tab.waitFor(() => ran.includes('on'));
    assert.equal(await tab.evaluate(() => !!document.querySelector('#page ~ #early')), true);
    if (visitor.engine !== 'webkit') assert.ok((await wordOfWriting(tab)).includes('id="bad"'));
  });

  it('keeps unmarked scripts and frames of a declared service from running', async () => {
    const tab = await open(
      page(`</head><body><script src="/counter/x"></script><script async src="/counter/x?2"></script>
        <script type="module" src="/counter/x?3"></script><iframe src="/map?unmarked"></iframe><iframe src="/frame"></iframe>
        <script>ran.push('page')</script>`),
    );
    await tab.waitFor(() => document.readyState === 'complete');
    assert.deepEqual(await tab.evaluate(() => ran), ['page']);
    assert.deepEqual(
      await tab.evaluate(() =>
        [...document.querySelectorAll('iframe')].map((one) => one.contentWindow?.location.pathname),
      ),
      ['blank', '/frame'],
    );
    await tab.evaluate(() => consent.choose('accept-all'));
    await tab.waitFor(() => ran.length === 4);
    await tab.waitFor(() => document.querySelector('iframe')?.contentWindow?.location.pathname === '/map');
  });

  it('runs unmarked scripts of an allowed service where they stand', async () => {
    const tab = await open(
      page(`</head><body><script src="/counter/x"></script><script>ran.push('page')</script>`, {
        choice: 'accept-all',
      }),
    );
    assert.deepEqual(await tab.evaluate(() => ran), ['counter', 'page']);
    assert.deepEqual(await tab.evaluate(() => told), []);
  });

  it('opens nothing that the parser is still in the middle of', async () => {
    const halves = {
      script: [
        "<script type='text/plain' data-purpose='activity' id='cut'>ran.push('one'); ",
        "ran.push('two')</script>",
      ],
      template: ["<template data-purpose='activity' id='cut'><p>one</p>", '<p>two</p></template>'],
    };
    // Sends the second half when the page has seen the first and had time to do something wrong with it.
    let rest: (() => void) | undefined;
    const server = createServer((request, response) => {
      const {url} = request;
      if (url !== '/script' && url !== '/template') {
        if (url === '/seen') rest?.();
        else response.statusCode = 404;
        response.end();
        return;
      }
      const [first, second] = halves[url === '/script' ? 'script' : 'template'];
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.write(`<!doctype html><title>halves</title><script src="${own.url('/kit.js')}"></script>
        <script>startGate('accept-all'); let turns = 0; const timer = setInterval(() => {
          if (!document.querySelector('#cut') || turns++ < 5) return;
          clearInterval(timer);
          window.early = [...ran, ...document.querySelectorAll('p')];
          fetch('/seen');
        }, 20)</script><body>${'<!-- so that it is worth parsing -->'.repeat(100)}${first}`);
      rest = () => response.end(second);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const {port} = server.address() as AddressInfo;
    try {
      const tab = await open(`http://127.0.0.1:${port}/script`);
      await tab.waitFor(() => ran.length === 2);
      assert.deepEqual(await tab.evaluate(() => early.length), 0);
      await tab.goto(`http://127.0.0.1:${port}/template`);
      await tab.waitFor(() => document.querySelectorAll('#cut ~ p').length === 2);
      assert.deepEqual(await tab.evaluate(() => early.length), 0);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

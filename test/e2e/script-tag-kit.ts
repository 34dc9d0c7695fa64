import {readFileSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Page} from './driver/browser.ts';
import {site, type Site} from './driver/site.ts';

declare const ran: string[];

/** A page with the script tag in it. */
export interface Shape {
  /** The text of the JSON block, or what becomes it; none where it is left out. */
  readonly config?: unknown;
  /** Attributes of the script tag. */
  readonly attributes?: string;
  readonly src?: string;
  readonly csp?: string;
  readonly lang?: string;
  /** After the script tag. */
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

/** A configuration that is right. */
export const right = {
  policy: {url: '/privacy', version: '1.0'},
  purposes: {activity: {}, statistics: {}},
  services: [
    {
      id: 'tracker',
      name: 'Tracker',
      provider: 'Tracker Ltd',
      purpose: 'activity',
      src: ['/track.js'],
      cookies: [{name: 'track*'}],
    },
  ],
};

// Another folder of built files, as the build takes it.
const dist = resolve(process.env['BUILD_DIR'] ?? 'dist');
const scripts = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.js'));
const built = (name: string) => readFileSync(join(dist, name), 'utf8');

/** A site with gated code, and with the built files a second time under /elsewhere/, for any origin. */
export async function tagSite() {
  const own = await site({
    '/track.js':
      "ran.push('external'); document.cookie = 'track=1; path=/'; localStorage.setItem('track', '1');",
    '/privacy': '<!doctype html><title>Privacy</title><p>Privacy',
  });
  for (const name of scripts) {
    const headers = {'access-control-allow-origin': '*'};
    for (const folder of ['dist', 'elsewhere']) own.route(`/${folder}/${name}`, {body: built(name), headers});
  }
  let count = 0;
  /** Adds a page; answers its address. */
  const page = (shape: Shape, path = `/page/${count++}`): string => {
    own.route(path, {
      body: html(shape),
      type: 'text/html; charset=utf-8',
      headers: {...shape.headers, ...(shape.csp && {'content-security-policy': shape.csp})},
    });
    return own.url(path);
  };
  return {own, page, asked: (pattern: RegExp) => own.paths().filter((path) => pattern.test(path))};
}

/** What `tagSite` answers. */
export type TagSite = Awaited<ReturnType<typeof tagSite>> & {own: Site};

function html({
  config,
  attributes = '',
  src = '/dist/cookie-modes.js',
  lang = 'en',
  head = '',
  body = '',
}: Shape): string {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Script tag</title>
    <meta name="viewport" content="width=device-width">
    <script nonce="n">
      var ran = [], heard = [], news = [];
      for (const kind of ['error', 'warn']) console[kind] = (...words) => heard.push(kind + ': ' + words.join(' '));
      addEventListener('error', ({message}) => message && heard.push('uncaught: ' + message));
      addEventListener('unhandledrejection', ({reason}) => heard.push('rejected: ' + reason));
      document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
        heard.push('violation: ' + violatedDirective + ' ' + blockedURI));
      document.addEventListener('cookie-modes-change', ({detail}) => news.push(String(detail.mode)));
    </script>
    ${config === undefined ? '' : `<script type="application/json" id="cookie-modes-config">${text}</script>`}
    <script nonce="n" src="${src}" ${attributes}></script>${head}</head><body>
    <main><h1>Page</h1><p><a href="#top">A link</a> <input id="field" aria-label="Field"></p>${body}</main>
    <script type="text/plain" data-purpose="activity" nonce="n">ran.push('inline'); localStorage.setItem('inline', '1');</script>
    <script type="text/plain" data-purpose="activity" data-service="tracker" nonce="n" src="/track.js"></script>
    <script type="text/plain" data-purpose="activity" nonce="n">ran.push('last')</script>
    <img data-purpose="activity" data-src="/pixel" alt="">
    <template data-purpose="activity"><p id="opened">Opened</p></template></body></html>`;
}

/** What gated code has done: run, asked for, stored. */
export async function traces(tab: Page, {asked}: TagSite) {
  return {
    ran: await tab.evaluate(() => ran),
    asked: asked(/^\/(track\.js|pixel)/),
    cookies: (await tab.cookies())
      .map(({name}) => name)
      .filter((name) => !/^(cookie_consent|own)$/.test(name)),
    keys: await tab.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]),
    opened: await tab.evaluate(() => document.querySelectorAll('#opened').length),
  };
}

/** Traces of code that was never let run. */
export const none = {ran: [], asked: [], cookies: [], keys: [], opened: 0};

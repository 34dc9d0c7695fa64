import {readFileSync, readdirSync, statSync} from 'node:fs';
import {site, type Site} from '../e2e/driver/site.ts';
import {shown, type State} from './states.ts';
import type {Config} from '../../src/core/declaration.ts';
import type {Page} from '../e2e/driver/browser.ts';

const both = (en: string, zh: string, ar = en) => ({en, 'zh-TW': zh, ar});

const config: Config = {
  policy: {
    url: '/privacy#cookies',
    updated: '2026-11-01',
    changes: [
      both('We name every third party.', '逐一列出第三方業者。', 'نذكر كل طرف ثالث.'),
      both('Statistics are kept for 13 months.', '統計資料保留十三個月。', 'تُحفظ الإحصاءات 13 شهرًا.'),
    ],
  },
  services: [
    {
      id: 'stats',
      name: both('Visitor statistics', '造訪統計', 'إحصاءات الزوار'),
      provider: both('Example Analytics Ltd', '範例分析股份有限公司'),
      purpose: 'statistics',
      policyUrl: 'https://analytics.example/privacy',
      src: ['/stats.js'],
      cookies: [
        {
          name: '_ga',
          retention: 'P13M',
          description: both('Tells one visitor from another.', '區分不同的訪客。', 'يميّز زائرًا من آخر.'),
        },
        {name: '_ga_*', retention: 'P13M'},
      ],
      storage: [{name: 'ga:*'}],
    },
    {
      id: 'maps',
      name: both('Street map', '街道地圖', 'خريطة الشوارع'),
      provider: both('Example Maps', '範例地圖', 'خرائط المثال'),
      purpose: 'personalization',
      policyUrl: 'https://maps.example/privacy',
      src: ['/frame'],
      cookies: [{name: 'map_view', retention: 'P6M'}],
    },
  ],
  necessary: [
    {
      name: 'session_id',
      description: both('Keeps you logged on.', '維持您的登入狀態。', 'يبقيك مسجّل الدخول.'),
    },
  ],
  agency: {
    name: both('Harbour Office', '港務辦公室', 'مكتب الميناء'),
    contact: {phone: '02-2345-6789', extension: '123', email: 'privacy@harbour.example'},
  },
};

const contents: Readonly<Record<string, string>> = {
  frame:
    '<p>Before</p><iframe data-purpose="personalization" data-service="maps" data-src="/frame" title="Map of the harbour" width="560" height="400" style="max-width:100%"></iframe><p>After</p>',
  template:
    '<p>Before</p><template data-purpose="statistics" data-service="stats"><p>Chart</p></template><p>After</p>',
  table: '<cookie-modes-table></cookie-modes-table>',
};

// A string: the compiler that runs the tests wraps the names of functions in something that a page does not have.
// WebKit's driver lets its own scripts time out after thirty seconds, by the page's clock.
/** Whatever is to happen after more milliseconds than that happens at once. */
const hurry = (most: number) => `for (const name of ['setTimeout', 'setInterval']) {
  const native = window[name];
  window[name] = (run, ms = 0) => native(run, ms > ${most} && ms !== 30000 ? 20 : ms);
}`;

function html(query: URLSearchParams): string {
  const own = {...config, policy: {...config.policy, version: query.get('policy') ?? '2.0'}};
  const lang = query.get('lang') ?? 'en';
  const paragraphs = Array.from(
    {length: Number(query.get('long') ?? 6)},
    (_, index) =>
      `<p><a href="#p${index}" id="p${index}">Paragraph ${index + 1}</a> of the page, with enough words to fill a line or two.</p>`,
  ).join('\n');
  return `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>A page</title>
${query.has('gpc') ? `<script>Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})</script>` : ''}
${query.has('hurry') ? `<script>${hurry(Number(query.get('hurry')))}</script>` : ''}
<script>window.shifts = []; try {new PerformanceObserver((list) => list.getEntries().forEach(({value}) => shifts.push(value))).observe({type: 'layout-shift', buffered: true})} catch {}</script>
<style>html {background: Canvas; color: CanvasText} body {margin: 0 auto; padding: 1rem; max-width: 60rem; font-family: sans-serif; line-height: 1.5} footer a {color: inherit} a {color: LinkText} #brick {display: inline-block; min-width: 2rem; min-height: 1.75rem}${query.get('css') ?? ''}</style>
<script type="application/json" id="cookie-modes-config">${JSON.stringify(own)}</script>
<script src="/dist/cookie-modes.js" data-config="#cookie-modes-config" data-placement="${query.get('placement') ?? 'bottom'}"></script>
</head>
<body>
<header><a href="#main" id="skip">Skip to the content</a>
<a href="#top" accesskey="U" id="brick">:::</a> <a href="/">Harbour Office</a></header>
<main id="main" tabindex="-1"><h1>Harbour Office</h1>
${contents[query.get('content') ?? ''] ?? ''}
${paragraphs}</main>
<footer><a href="/" id="mark">Accessibility mark</a> <cookie-modes-settings></cookie-modes-settings></footer>
</body></html>`;
}

/** Serves the page of every state from the built files. */
export async function stateSite(): Promise<Site> {
  const own = await site({
    '/': ({query}) => html(query),
    '/frame': '<!doctype html><html lang="en"><title>Map</title><p>A map</p></html>',
    '/privacy': '<!doctype html><html lang="en"><title>Privacy</title><p>Privacy</p></html>',
    '/stats.js': {body: '', type: 'text/javascript'},
    '/set': {body: 'set', headers: {'set-cookie': 'promo=1; Path=/'}},
  });
  // Files built elsewhere than in dist/ can be looked at in its stead.
  const dir = process.env['BUILD_DIR'];
  for (const name of dir ? readdirSync(dir, {recursive: true, encoding: 'utf8'}) : []) {
    if (statSync(`${dir}/${name}`).isFile()) {
      own.route(`/dist/${name}`, {body: readFileSync(`${dir}/${name}`)});
    }
  }
  return own;
}

/** Runs in the page: a visitor who was here before becomes one who was not. */
function forget(): void {
  // The empty page that a browser begins with has no cookies and no storage.
  if (location.protocol !== 'http:') return;
  for (const pair of document.cookie.split('; ')) {
    document.cookie = `${pair.split('=', 1)[0]}=; path=/; max-age=0`;
  }
  localStorage.clear();
}

/** Brings a visitor to a state, as one who was never here. */
export async function arrive(
  page: Page,
  own: Site,
  {host, placement = 'bottom', query = {}, act}: State,
  lang = 'en',
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const open = (other: Readonly<Record<string, string>>) =>
    page.goto(own.url(`/?${new URLSearchParams({lang, placement, ...query, ...more, ...other})}`));
  await page.evaluate(forget);
  await open({});
  await page.waitFor(() => !!window.cookieModes && document.readyState === 'complete');
  await act?.(page, open);
  await shown(page, host);
}

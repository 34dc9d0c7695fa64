/**
 * `npm run bench [-- runs]`: how soon the notice can be seen, and what it costs, side by side in one run, in Chromium on an emulated
 * slow line. Times on one machine differ from those on another; the ratios are what to compare. No part of the tests.
 */
import puppeteer from 'puppeteer-core';
import {fetchPeers} from './peers.mjs';
import {serve} from './serve.mjs';

const runs = Number(process.argv[2] ?? 5);
const root = new URL('../../', import.meta.url);
// Slow 4G as Lighthouse applies it request by request: 1.6 Mbit/s down, 150 ms round trip, times 3.75 for what a handshake adds.
const line = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6e6 * 0.9) / 8,
  uploadThroughput: (750e3 * 0.9) / 8,
};
const deadline = 30_000;

const policy = 'data-policy-url="/privacy" data-policy-version="1.0"';
const text = '<p>A paragraph of the page, as pages have them.</p>'.repeat(20);
const page = (head, body = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body><h1>A page</h1>${text}${body}</body></html>`;
const tag = (file = 'cookie-modes') => `<script src="/dist/${file}.js" ${policy}></script>`;
const hint = (...names) =>
  names.map((name) => `<link rel="modulepreload" href="/dist/cookie-modes-${name}.js">`).join('');
const gated =
  '<script type="text/plain" data-purpose="statistics">window.gatedRan = performance.now()</script>';
const shows = 'cookie-modes[open] button[data-mode]';

const {peers, folder} = fetchPeers();
const schemes = [
  {name: 'as is', html: page(tag()), shows},
  {name: 'as is, something gated', html: page(tag(), gated), shows},
  {name: 'hint for the notice', html: page(hint('ui') + tag()), shows},
  {name: 'hint for notice and gate, something gated', html: page(hint('ui', 'gate') + tag(), gated), shows},
  {name: 'single file', html: page(tag('cookie-modes.all')), shows},
];
const returning = [
  {name: 'as is, something gated', html: page(tag(), gated), done: 'gatedRan'},
  {name: 'hint for the gate, something gated', html: page(hint('gate') + tag(), gated), done: 'gatedRan'},
  {name: 'single file, something gated', html: page(tag('cookie-modes.all'), gated), done: 'gatedRan'},
];
const others = peers.map(({name, version, head, body, shows}) => ({
  name: `${name} ${version}`,
  html: page(head, body),
  shows,
}));

const pages = Object.fromEntries(
  [...schemes, ...returning, ...others].map((one, index) => [(one.path = `/page/${index}`), one.html]),
);
for (const {name, config} of peers) if (config) pages[`/config/${name}.js`] = config;
const server = await serve({pages, folders: {'/dist/': new URL('dist/', root), '/peers/': folder}});
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
  ],
});

/** Notes in `window.seenAt` when something can be seen: rendered, with a size, in the window. Runs in the page from its start. */
function noteWhenSeen(selector) {
  const look = () => {
    const element = document.querySelector(selector);
    const box = element?.getBoundingClientRect();
    const seen =
      element?.checkVisibility({opacityProperty: true, visibilityProperty: true}) &&
      box.width * box.height > 0 &&
      box.top < innerHeight &&
      box.bottom > 0;
    if (seen) window.seenAt = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

/** One visit by a visitor with nothing in the cache; `record`: who has accepted before. */
async function visit({path, shows, done}, record) {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(deadline);
    if (record)
      await context.setCookie({name: 'cookie_consent', value: record, domain: '127.0.0.1', path: '/'});
    const client = await tab.createCDPSession();
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', line);
    server.asked.length = 0;
    if (shows) await tab.evaluateOnNewDocument(noteWhenSeen, shows);
    await tab.goto(server.origin + path);
    const found = await tab.waitForFunction((name) => window[name], {}, done ?? 'seenAt');
    const time = await found.jsonValue();
    const own = server.asked.filter((one) => one.path !== path && !one.path.startsWith('/page/'));
    return {time, bytes: own.reduce((sum, one) => sum + one.bytes, 0), requests: own.length};
  } finally {
    await context.close();
  }
}

/** A record of a visitor who has accepted everything, made by the library itself. */
async function accepted() {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(server.origin + schemes[0].path);
  await tab.evaluate(() => window.cookieModes.choose('accept-all'));
  const [cookie] = await context.cookies();
  await context.close();
  return cookie.value;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Every contender once in each round, so that a slow moment of the machine meets all alike. */
async function measure(title, contenders, record) {
  const results = new Map(contenders.map((one) => [one, []]));
  for (let round = 0; round < runs; round++) {
    for (const one of contenders) {
      await visit(one, record).then(
        (result) => results.get(one).push(result),
        (error) => console.warn(`${one.name}: ${error}`),
      );
    }
  }
  const rows = [...results].map(([{name}, got]) => ({
    name,
    time: got.length ? median(got.map(({time}) => time)) : NaN,
    bytes: got[0]?.bytes ?? NaN,
    requests: got[0]?.requests ?? NaN,
  }));
  const [{time: first}] = rows;
  console.log(`\n${title}`);
  console.table(
    rows.map(({name, time, bytes, requests}) => ({
      name,
      ms: Math.round(time),
      ratio: Number((time / first).toFixed(2)),
      bytes,
      requests,
    })),
  );
}

try {
  const record = await accepted();
  console.log(
    `Medians of ${runs}; slow 4G; nothing cached; bytes are brotli bodies, the page itself left out.`,
  );
  await measure('First visit: until the notice can be seen', schemes);
  await measure('Return visit after "accept all": until the first gated script runs', returning, record);
  await measure('First visit, beside others: until the banner can be seen', [
    schemes[0],
    schemes[2],
    ...others,
  ]);
} finally {
  await browser.close();
  server.close();
}

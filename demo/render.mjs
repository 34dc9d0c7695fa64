import {randomBytes} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {eMessageStates} from './e-message.mjs';
import {pages} from './pages.mjs';
import {rocDate} from './roc-date.mjs';

const folder = new URL('pages/', import.meta.url);
const updated = new Date('2026-11-20T00:00:00Z');
const index = pages
  .map(({path, title}) => `<li><a href="${path}"><code>${path}</code></a> ${title}</li>`)
  .join('\n');

/** Serves a page of the demo under the strict Content-Security-Policy that the library promises to work with. */
export async function renderPage(request, response, {path, query, site}) {
  const page = pages.find((page) => page.path === path || (page.below && path.startsWith(page.path + '/')));
  const html = {'content-type': 'text/html; charset=utf-8'};
  if (!page) {
    response.writeHead(404, html);
    return response.end(
      '<!doctype html><html lang="en"><title>Not found</title><p>Not found. <a href="/demo">All pages</a>',
    );
  }
  if (!path.startsWith('/frames/')) site.visitors += 1;
  const nonce = randomBytes(16).toString('base64');
  const text = page.file ? await readFile(new URL(page.file, folder), 'utf8') : page.make(query);
  const values = {nonce, index, visitors: String(site.visitors), ...dates, ...fromRequest(request, query)};
  response.writeHead(200, {
    ...html,
    // "no-store" would keep the page out of the back/forward cache.
    'cache-control': 'no-cache',
    'content-security-policy': policy(nonce),
    'referrer-policy': 'same-origin',
  });
  response.end(fill(await include(text), values));
}

const dates = {
  'updated-roc': rocDate(updated),
  'updated-roc-short': rocDate(updated, 'short'),
};

function fromRequest(request, query) {
  const allowed = (key, pattern, otherwise = '') =>
    pattern.test(query.get(key) ?? '') ? query.get(key) : otherwise;
  return {
    port: String(request.socket.localPort),
    // Sub-domains share one record only where there are any: https://www.rfc-editor.org/rfc/rfc6265#section-5.1.3
    'record-domain': /\bcity\.localhost(:\d+)?$/.test(request.headers.host ?? '')
      ? ', "domain": ".city.localhost"'
      : '',
    'policy-version': allowed('version', /^\d{1,3}\.\d{1,3}$/),
    lang: allowed('lang', /^[A-Za-z-]{2,20}$/, 'en'),
    'e-message': eMessageStates[allowed('e-message', /^(started|stopped|unknown)$/)] ?? '',
  };
}

/** `{{include name.html}}`: parts shared by several pages, and parts of parts. */
async function include(text) {
  const names = [...text.matchAll(/\{\{include ([\w/.-]+)\}\}/g)].map(([, name]) => name);
  for (const name of new Set(names)) {
    const part = await include(await readFile(new URL('parts/' + name, folder), 'utf8'));
    text = text.replaceAll(`{{include ${name}}}`, () => part.trim());
  }
  return text;
}

/** `{{key}}`, or `{{key value to use otherwise}}`. */
function fill(text, values) {
  return text.replace(
    /\{\{([\w-]+)(?: ([\w.-]+))?\}\}/g,
    (whole, key, otherwise) => (values[key] || otherwise) ?? values[key] ?? whole,
  );
}

function policy(nonce) {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

import {randomBytes} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {pages} from './pages.mjs';
import {rocDate} from './roc-date.mjs';
import {vendorPage} from './vendor/vendor-page.mjs';

const folder = new URL('pages/', import.meta.url);
const updated = new Date('2026-11-20T00:00:00Z');

/** Serves a page of the demo under the strict Content-Security-Policy that the library promises to work with. */
export async function renderPage(request, response, {path, query, site}) {
  const page = find(path);
  if (!page) {
    response.writeHead(404, {'content-type': 'text/html; charset=utf-8'});
    return response.end(
      '<!doctype html><html lang="en"><title>Not found</title><p>Not found. <a href="/demo">All pages</a>',
    );
  }
  site.visitors += 1;
  const nonce = randomBytes(16).toString('base64');
  const values = {
    nonce,
    visitors: String(site.visitors),
    updated: updated.toISOString().slice(0, 10),
    'updated-roc': rocDate(updated),
    'updated-roc-short': rocDate(updated, 'short'),
    index: pages
      .map(({path, title}) => `<li><a href="${path}"><code>${path}</code></a> ${title}</li>`)
      .join('\n'),
  };
  const text = page.file ? await readFile(new URL(page.file, folder), 'utf8') : vendorPage(query);
  const body = fill(await include(text), values);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    // "no-store" would keep the page out of the back/forward cache.
    'cache-control': 'no-cache',
    'content-security-policy': policy(nonce),
    'referrer-policy': 'same-origin',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function find(path) {
  return pages.find((page) => page.path === path || (page.below && path.startsWith(page.path + '/')));
}

/** `{{include name.html}}`: parts shared by several pages, resolved where they stand. */
async function include(text) {
  const names = [...text.matchAll(/\{\{include ([\w/.-]+)\}\}/g)].map(([, name]) => name);
  for (const name of new Set(names)) {
    const part = await readFile(new URL('parts/' + name, folder), 'utf8');
    text = text.replaceAll(`{{include ${name}}}`, () => part.trim());
  }
  return text;
}

function fill(text, values) {
  return text.replace(/\{\{([\w-]+)\}\}/g, (whole, key) => values[key] ?? whole);
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

/**
 * The demo server: pages, the built library, real third-party scripts from node_modules and the collector they report to.
 * Node builtins only; one origin; nothing here asks for any other address.
 */
import {createServer} from 'node:http';
import {collector} from './collector.mjs';
import {eMessage} from './e-message.mjs';
import {sendFile} from './files.mjs';
import {renderPage} from './render.mjs';
import {record} from './record.mjs';
import {vendors} from './vendor/vendors.mjs';

const root = new URL('../', import.meta.url);
const modules = new URL('node_modules/', root);
const maxRemembered = 5000;

/**
 * Starts the demo on a port of its choosing; `requests` lists everything asked for, oldest first.
 * `dist`: another folder of built files, as a URL that ends in a slash. `broken`: a pattern of URLs that answer 503, to see what
 * a page does without them.
 */
export async function serve({port = 0, host = '127.0.0.1', dist = new URL('dist/', root), broken} = {}) {
  const requests = [];
  const collect = collector();
  const site = {visitors: 0};

  const server = createServer(async (request, response) => {
    requests.push({method: request.method, url: request.url});
    if (requests.length > maxRemembered) requests.splice(0, 1000);
    if (broken?.test(request.url)) return response.writeHead(503).end();
    try {
      await route(request, response, {collect, site, dist});
    } catch (error) {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, {'content-type': 'text/plain'});
      response.end('The demo server failed; see its console.');
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${server.address().port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function route(request, response, {collect, site, dist}) {
  const {pathname: path, searchParams: query} = new URL(request.url, 'http://demo');
  const below = (prefix) => (path.startsWith(prefix) ? path.slice(prefix.length) : undefined);

  if (below('/collect/') !== undefined) return collect.receive(request, response, path);
  // Where ahoy comes after the page is ready, it reports once before its setup has told it the address.
  if (below('/ahoy/') !== undefined) return collect.receive(request, response, `/collect${path}`);
  if (path === '/api/events') return collect.report(request, response);
  if (path === '/api/cookies') return json(response, cookiesOf(request));
  if (path === '/api/clear') return clear(request, response, collect);
  if (path === '/set-cookie') return setCookie(response, query);
  if (path === '/consent/record') return record(request, response, {dist});
  if (path === '/seeds/003/e-message') return eMessage(request, response);
  if (path === '/favicon.ico') return response.writeHead(204).end();

  const vendor = vendors.find(({id}) => path === `/vendor/${id}.js`);
  if (vendor) return sendFile(response, modules, vendor.file);
  // A sandboxed frame has the origin "null": it may load the library's module files only when they are offered to everyone.
  if (below('/dist/') !== undefined)
    return sendFile(response, dist, below('/dist/'), {'access-control-allow-origin': '*'});
  if (/^\/modules\/(lit|lit-html|lit-element|@lit|js-cookie)\//.test(path))
    return sendFile(response, modules, below('/modules/'));
  if (below('/assets/') !== undefined)
    return sendFile(response, new URL('assets/', import.meta.url), below('/assets/'));

  return renderPage(request, response, {path, query, site});
}

/** The cookies as they really reached the server: what a page reads back in its own memory proves nothing. */
function cookiesOf(request) {
  const pairs = (request.headers.cookie ?? '').split('; ').filter(Boolean);
  return pairs.map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? {name: '', value: pair} : {name: pair.slice(0, at), value: pair.slice(at + 1)};
  });
}

/** A cookie that appears by itself: set by the server's header, where no script can hold it. */
function setCookie(response, query) {
  const name = query.get('name') ?? 'server_note';
  if (!/^[\w-]{1,40}$/.test(name)) return response.writeHead(400).end();
  const httpOnly = query.has('httponly') ? '; HttpOnly' : '';
  response.writeHead(204, {
    'set-cookie': `${name}=${Date.now()}; Path=/; SameSite=Lax; Max-Age=86400${httpOnly}`,
  });
  response.end();
}

function clear(request, response, collect) {
  if (request.method !== 'POST') return response.writeHead(405).end();
  collect.clear();
  const gone = cookiesOf(request).map(({name}) => `${name}=; Path=/; Max-Age=0`);
  response.writeHead(204, {'set-cookie': gone}).end();
}

function json(response, value) {
  response.writeHead(200, {'content-type': 'application/json', 'cache-control': 'no-store'});
  response.end(JSON.stringify(value));
}

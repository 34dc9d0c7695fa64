import {createServer, type IncomingHttpHeaders} from 'node:http';
import {readFile} from 'node:fs/promises';
import {extname, join, normalize} from 'node:path';

/** A request as the server saw it. */
export interface SiteRequest {
  method: string;
  /** The path without the query. */
  path: string;
  query: URLSearchParams;
  /** The host name without the port: `127.0.0.1`, `localhost`, `shop.localhost`. */
  host: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the server answers; the type follows from the path unless it is given. */
export interface Reply {
  body?: string | Buffer;
  type?: string;
  status?: number;
  headers?: Record<string, string | string[]>;
}

/** One address of the site: a text, an answer, or a function of the request. */
export type Route = string | Reply | ((request: SiteRequest) => string | Reply | Promise<string | Reply>);

/** A web site on this machine for one test file. */
export interface Site {
  readonly port: number;
  readonly origin: string;
  /** An address of the site under another host name: `url('/', 'shop.localhost')`. */
  url(path: string, host?: string): string;
  /** Every request since the start or the last `forget`, in order; never the browser's own for an icon, nor the driver's for `/blank`. */
  readonly requests: readonly SiteRequest[];
  /** The paths asked for, in order. */
  paths(): string[];
  forget(): void;
  /** Adds or replaces an address. */
  route(path: string, route: Route): void;
  close(): Promise<void>;
}

const root = new URL('../../..', import.meta.url).pathname;
const folders = ['/dist/', '/node_modules/', '/demo/', '/test/'];
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const typeOf = (path: string) => types[extname(path)] ?? 'text/html; charset=utf-8';

async function fromFolder(path: string): Promise<Reply> {
  const clean = normalize(decodeURIComponent(path));
  if (!folders.some((folder) => clean.startsWith(folder))) return {status: 404, body: 'not found'};
  try {
    return {body: await readFile(join(root, clean)), type: typeOf(clean)};
  } catch {
    return {status: 404, body: 'not found'};
  }
}

/** Serves pages on a free port of 127.0.0.1, and `/dist/`, `/node_modules/`, `/demo/` and `/test/` from the project. */
export async function site(routes: Record<string, Route> = {}): Promise<Site> {
  const table = new Map(Object.entries(routes));
  const requests: SiteRequest[] = [];

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const url = new URL(incoming.url ?? '/', 'http://site.test');
    const request: SiteRequest = {
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      host: (incoming.headers.host ?? '').replace(/:\d+$/, ''),
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString(),
    };
    const route = table.get(url.pathname);
    if (url.pathname === '/favicon.ico' && route === undefined) return void response.writeHead(204).end();
    if (url.pathname !== '/blank') requests.push(request);
    try {
      const answer =
        typeof route === 'function' ? await route(request) : (route ?? (await fromFolder(url.pathname)));
      const {
        body = '',
        type = typeOf(url.pathname),
        status = 200,
        headers = {},
      } = typeof answer === 'string' ? {body: answer} : answer;
      response.writeHead(status, {'content-type': type, 'cache-control': 'no-store', ...headers});
      response.end(body);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const url = (path: string, host = '127.0.0.1') => `http://${host}:${port}${path}`;
  return {
    port,
    origin: url(''),
    url,
    requests,
    paths: () => requests.map(({path}) => path),
    forget: () => void (requests.length = 0),
    route: (path, route) => void table.set(path, route),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

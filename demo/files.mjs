import {readFile} from 'node:fs/promises';
import {extname} from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Sends one file below a folder, and nothing from above it. */
export async function sendFile(response, folder, name, headers = {}) {
  const file = new URL(name, folder);
  const body = file.href.startsWith(folder.href) ? await readFile(file).catch(() => undefined) : undefined;
  if (!body) return response.writeHead(404, {'content-type': 'text/plain'}).end('Not found');
  response.writeHead(200, {
    'content-type': types[extname(file.pathname)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

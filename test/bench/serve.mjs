/** A server with brotli-compressed answers that may be cached, as a site's own would be; 127.0.0.1 only. */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {brotliCompressSync, constants} from 'node:zlib';

const types = {js: 'text/javascript', css: 'text/css', html: 'text/html; charset=utf-8'};
const options = {params: {[constants.BROTLI_PARAM_QUALITY]: 11}};

/**
 * Serves pages (path → HTML) and folders (prefix → URL of a folder).
 * `asked` lists the requests since it was last emptied, each with the bytes of its compressed body.
 */
export async function serve({pages, folders}) {
  const asked = [];
  const compressed = new Map();

  async function find(path) {
    if (path in pages) return pages[path];
    for (const [prefix, folder] of Object.entries(folders))
      if (path.startsWith(prefix))
        return readFile(new URL(path.slice(prefix.length), folder)).catch(() => undefined);
  }

  const server = createServer(async (request, response) => {
    const {pathname: path} = new URL(request.url, 'http://bench');
    const page = path in pages;
    if (!compressed.has(path)) {
      const text = await find(path);
      compressed.set(path, text === undefined ? undefined : brotliCompressSync(text, options));
    }
    const body = compressed.get(path);
    if (!body) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    asked.push({path, bytes: body.length});
    response.writeHead(200, {
      'content-type': types[page ? 'html' : path.split('.').pop()] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'cache-control': page ? 'no-cache' : 'max-age=3600',
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

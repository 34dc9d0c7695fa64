/**
 * Safari keeps a cookie that JavaScript wrote for seven days only. A record the server has set again by HTTP header lives as
 * long as it says. The page posts here after a choice; the server writes back what the browser sent, if it is a record.
 */

/**
 * POST /consent/record: sets the visitor's own `cookie_consent` again by header, unchanged and for no longer than before.
 * `retention` and `domain`: `record.retention` and `record.domain` of the pages' configuration. With another Domain there would be
 * two records, which count as none.
 */
export async function record(request, response, {dist, retention = 'P6M', domain = ''}) {
  if (request.method !== 'POST') return answer(response, 405, 'POST only');
  const found = (request.headers.cookie ?? '')
    .split('; ')
    .filter((pair) => pair.startsWith('cookie_consent='));
  if (found.length !== 1) return answer(response, 400, 'one record, and only one, is expected');

  const library = await import(new URL('index.js', dist).href).catch(() => undefined);
  if (!library) return answer(response, 503, 'dist/index.js is not built, so no record can be checked');
  // As it came, not decoded.
  const value = found[0].slice('cookie_consent='.length);
  const choice = library.parseRecord(value);
  if (!choice) return answer(response, 400, 'not a valid record');

  // Counted from when the visitor chose: setting it again does not prolong it. On a shared computer it ends with the browser.
  const left = Math.floor((library.after(Date.parse(choice.time), retention) - Date.now()) / 1000);
  if (left <= 0) return answer(response, 400, 'the record has expired');
  const age = choice.session ? '' : `; Max-Age=${left}`;
  // Behind a proxy the connection itself is plain; trust that header only from a proxy of your own.
  const https = request.socket.encrypted || request.headers['x-forwarded-proto'] === 'https';
  const attributes = `${domain ? `; Domain=${domain}` : ''}${https ? '; Secure' : ''}${age}`;
  response.setHeader('set-cookie', `cookie_consent=${value}; Path=/; SameSite=Lax${attributes}`);
  return answer(response, 204);
}

function answer(response, status, text) {
  response.writeHead(status, {'content-type': 'text/plain', 'cache-control': 'no-store'}).end(text);
}

/**
 * Safari keeps a cookie that JavaScript wrote for seven days only. A record the server has set again by HTTP header lives as
 * long as it says. The page posts here after a choice; the server writes back what the browser sent, if it is a record.
 */
const retention = 'P6M';

/** POST /consent/record: sets the visitor's own `cookie_consent` again by header, unchanged and for no longer than before. */
export async function record(request, response, dist) {
  if (request.method !== 'POST') return answer(response, 405, 'POST only');
  const found = (request.headers.cookie ?? '')
    .split('; ')
    .filter((pair) => pair.startsWith('cookie_consent='));
  if (found.length !== 1) return answer(response, 400, 'one record, and only one, is expected');

  const library = await import(new URL('index.js', dist).href).catch(() => undefined);
  if (!library) return answer(response, 503, 'dist/index.js is not built, so no record can be checked');
  const value = found[0].slice('cookie_consent='.length);
  const choice = library.parseRecord(value);
  if (!choice) return answer(response, 400, 'not a valid record');

  // Counted from when the visitor chose: setting it again does not prolong it. On a shared computer it ends with the browser.
  const left = Math.floor((library.after(Date.parse(choice.time), retention) - Date.now()) / 1000);
  if (left <= 0) return answer(response, 400, 'the record has expired');
  const age = choice.session ? '' : `; Max-Age=${left}`;
  response.setHeader('set-cookie', `cookie_consent=${value}; Path=/; SameSite=Lax${age}`);
  return answer(response, 204);
}

function answer(response, status, text) {
  response.writeHead(status, {'content-type': 'text/plain', 'cache-control': 'no-store'}).end(text);
}

/**
 * Safari keeps a cookie that JavaScript wrote for seven days only. A record the server has set again by HTTP header lives as
 * long as it says. The page posts here after a choice; the server writes back what the browser sent, if it is a record.
 */
const sixMonths = 183 * 24 * 60 * 60;

/** POST /consent/record: sets the visitor's own `cookie_consent` again, unchanged, by header. */
export async function record(request, response) {
  if (request.method !== 'POST') return answer(response, 405, 'POST only');
  const found = (request.headers.cookie ?? '').split('; ').filter((c) => c.startsWith('cookie_consent='));
  if (found.length !== 1) return answer(response, 400, 'one record, and only one, is expected');

  const parseRecord = await parser();
  if (!parseRecord) return answer(response, 503, 'dist/index.js is not built, so no record can be checked');
  const value = found[0].slice('cookie_consent='.length);
  if (!parseRecord(value)) return answer(response, 400, 'not a valid record');

  const secure = request.socket.encrypted ? '; Secure' : '';
  response.setHeader(
    'set-cookie',
    `cookie_consent=${value}; Path=/; SameSite=Lax; Max-Age=${sixMonths}${secure}`,
  );
  return answer(response, 204);
}

async function parser() {
  const {parseRecord} = await import('../dist/index.js').catch(() => ({}));
  return parseRecord;
}

function answer(response, status, text) {
  response.writeHead(status, {'content-type': 'text/plain', 'cache-control': 'no-store'}).end(text);
}

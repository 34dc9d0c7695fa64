import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readCookieAttempt} from '../../src/ui/cookie-attempt.ts';

const time = Date.UTC(2026, 10, 27);
const read = (attempt: string, stack?: string) =>
  readCookieAttempt({attempt, time, stack}, '/news/today.html');

describe('a cookie string, read for showing', () => {
  it('tells value, domain and path as they are written', () => {
    const {value, domain, path} = read('_ga=GA1.2=x; Domain=.agency.example; path=/a; Secure; SameSite=Lax');
    assert.deepEqual([value, domain, path], ['GA1.2=x', 'agency.example', '/a']);
  });

  it('gives the folder of the page where no path is written, or one that is none', () => {
    assert.equal(read('a=1').path, '/news');
    assert.equal(read('a=1; path=other').path, '/news');
    assert.equal(readCookieAttempt({attempt: 'a=1', time}, '/top.html').path, '/');
    assert.equal(read('a=1; path=/x; path=/y').path, '/y');
  });

  it('does not guess where a cookie that appeared belongs', () => {
    const appeared = (attempt: string) => readCookieAttempt({attempt, time, appeared: true}, '/').path;
    assert.equal(appeared('a=1'), undefined);
    assert.equal(appeared('a=1;path=/'), '/');
  });

  it('counts a Max-Age from the attempt, before any Expires', () => {
    assert.equal(read('a=1; max-age=60; expires=Fri, 01 Jan 2027 00:00:00 GMT').until, time + 6e4);
    assert.equal(read('a=1; MAX-AGE=60; max-age=never').until, time + 6e4);
  });

  it('reads dates with spaces or dashes', () => {
    const until = Date.UTC(2027, 0, 1);
    assert.equal(read('a=1; expires=Fri, 01 Jan 2027 00:00:00 GMT').until, until);
    assert.equal(read('a=1; expires=Fri, 01-Jan-2027 00:00:00 GMT').until, until);
  });

  it('ends with the session where no date can be read', () => {
    assert.equal(read('a=1').until, undefined);
    assert.equal(read('a=1; expires=soon').until, undefined);
  });

  it('stays within what a date can be', () => {
    const {until = NaN} = read('a=1; max-age=99999999999999999999');
    assert.ok(new Date(until).getTime());
  });

  it('takes malformed strings without complaint', () => {
    for (const attempt of ['', ';', '=', 'a', '=v; path', 'a=1;;;domain=', 'é=ü; Path=/\u0000'])
      read(attempt);
    assert.equal(read('a').value, 'a');
    assert.equal(read('=v').value, 'v');
    assert.equal(read('a=1; domain=').domain, undefined);
  });
});

describe('who writes a cookie, by the call stack', () => {
  const ours = 'https://agency.example/lib/cookie-modes.js';

  it('is the first script that is not ours, in Chromium', () => {
    const stack = `Error
    at submit (${ours}:1:10)
    at HTMLDocument.set (${ours}:1:20)
    at write (https://stats.example/tag(1).js?id=7:3:9)
    at https://agency.example/:12:5`;
    assert.equal(read('a=1', stack).script, 'https://stats.example/tag(1).js?id=7');
  });

  it('is the first script that is not ours, in Firefox and WebKit', () => {
    const stack = `submit@${ours}:1:10\nset@${ours}:1:20\n[native code]\n@https://stats.example:8443/tag.js:3:9\n`;
    assert.equal(read('a=1', stack).script, 'https://stats.example:8443/tag.js');
  });

  it('is the script that evaluated the code', () => {
    const firefox = `submit@${ours}:1:1\nset@${ours}:1:2\n@https://a.example/e.js line 3 > eval:1:1`;
    const chromium = `Error\n at s (${ours}:1:1)\n at t (${ours}:1:2)\n at eval (eval at go (https://a.example/e.js:3:1), <anonymous>:1:1)`;
    assert.equal(read('a=1', firefox).script, 'https://a.example/e.js');
    assert.equal(read('a=1', chromium).script, 'https://a.example/e.js');
  });

  it('is the bundle when the site has us in the same file', () => {
    const app = 'https://agency.example/app.js';
    assert.equal(read('a=1', `s@${app}:1:1\nt@${app}:1:2\nu@${app}:9:9`).script, app);
  });

  it('is not told where nothing but our own calls can be seen', () => {
    assert.equal(read('a=1', `s@${ours}:1:1\nt@${ours}:1:2`).script, undefined);
    assert.equal(read('a=1', 'nonsense').script, undefined);
    assert.equal(read('a=1').script, undefined);
  });
});

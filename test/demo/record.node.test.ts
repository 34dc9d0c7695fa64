import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Consent, recordName, writeRecord} from '../../src/index.ts';
import {declare} from '../../src/setup/declare.ts';
import {record} from '../../demo/record.mjs';

const dist = new URL('../../dist/', import.meta.url);
const consent = new Consent(declare({policy: {url: '/privacy'}}), {
  storage: {read: () => [], write: () => true, clear() {}},
});
consent.choose('refuse-all');
const value = consent.choice ? writeRecord(consent.choice) : '';

/** The Set-Cookie header that a request gets. */
async function answered(headers: Record<string, string>, options = {}): Promise<string> {
  let cookie = '';
  const response = {
    setHeader: (_: string, value: string) => (cookie = value),
    writeHead: () => response,
    end() {},
  };
  const request = {method: 'POST', headers: {cookie: `${recordName}=${value}`, ...headers}, socket: {}};
  await record(request, response, {dist, ...options});
  return cookie;
}

describe('the record that the demo server sets again', () => {
  it('is the value as it came, for this host alone, and not Secure where the page was not', async () => {
    const cookie = await answered({});
    assert.match(value, /%3A/);
    assert.ok(cookie.startsWith(`${recordName}=${value}; Path=/; SameSite=Lax; Max-Age=`), cookie);
    assert.doesNotMatch(cookie, /Secure|Domain/);
  });

  it('is Secure when the request came by https', async () => {
    assert.match(await answered({'x-forwarded-proto': 'https'}), /; Secure(;|$)/);
  });

  it('has the domain and the time that the pages are configured with', async () => {
    const cookie = await answered({}, {domain: '.example.gov', retention: 'P1D'});
    assert.match(cookie, /; Domain=\.example\.gov;/);
    const [, seconds] = /Max-Age=(\d+)/.exec(cookie) ?? [];
    assert.ok(Number(seconds) > 86_300 && Number(seconds) <= 86_400, cookie);
  });
});

import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import {receiptPost} from '../../src/storage/receipt-post.ts';
import type {Detach} from '../../src/core/attachment.ts';

const make = (receiptUrl?: string, now = Date.now) =>
  new Consent(declare({policy: {url: '/privacy'}, ...(receiptUrl && {record: {receiptUrl}})}), {
    storage: memoryStorage(),
    now,
  });
const {sendBeacon} = Navigator.prototype;
const {fetch, setTimeout: timeout, clearTimeout: cancel} = window;

describe('posting receipts', () => {
  let detach: Detach | undefined;
  let beacons: [string, Blob][];
  let requests: [string, RequestInit][];
  let timers: [() => void, number][];
  let answer: () => Response;
  const turn = () => new Promise((resolve) => timeout(resolve, 0));
  const useBeacon = (works: boolean) => {
    Navigator.prototype.sendBeacon = (url, body) => {
      beacons.push([`${url}`, body as Blob]);
      return works;
    };
  };

  beforeEach(() => {
    beacons = [];
    requests = [];
    timers = [];
    answer = () => new Response(null, {status: 503});
    useBeacon(true);
    window.fetch = (url, init = {}) => {
      requests.push([`${url}`, init]);
      return Promise.resolve(answer());
    };
    window.setTimeout = ((run: () => void, pause: number) => timers.push([run, pause])) as never;
    window.clearTimeout = (timer) => void timers.splice(Number(timer) - 1, 1);
  });
  afterEach(() => {
    detach?.();
    Navigator.prototype.sendBeacon = sendBeacon;
    Object.assign(window, {fetch, setTimeout: timeout, clearTimeout: cancel});
  });

  it('sends each receipt once, as JSON', async () => {
    const consent = make('/receipts');
    detach = receiptPost(consent);
    consent.choose('notify');
    consent.signal();
    consent.answer({purposes: {statistics: 'accept'}});
    expect(beacons.map(([url]) => url)).to.deep.equal(['/receipts', '/receipts']);
    expect(beacons[1]?.[1].type).to.equal('application/json');
    expect(JSON.parse((await beacons[1]?.[1].text()) ?? '')).to.deep.equal(
      JSON.parse(JSON.stringify(consent.receipt())),
    );
    expect(requests).to.deep.equal([]);
  });

  it('sends what was chosen on this page before its file came', () => {
    const consent = make('/receipts');
    consent.choose('accept-all');
    detach = receiptPost(consent);
    expect(beacons.map(([url]) => url)).to.deep.equal(['/receipts']);
  });

  it('sends nothing of a choice made on an earlier page, nor of an erasure', async () => {
    const consent = make('/receipts', () => performance.timeOrigin - 5000);
    consent.choose('accept-all');
    detach = receiptPost(consent);
    consent.reread();
    void consent.erase();
    expect(beacons).to.deep.equal([]);
  });

  it('tries three times another way when no beacon goes, then leaves it', async () => {
    useBeacon(false);
    const consent = make('/receipts');
    detach = receiptPost(consent);
    consent.choose('accept-all');
    for (const pause of [1000, 5000]) {
      await turn();
      expect(timers.map(([, pause]) => pause)).to.deep.equal([pause]);
      timers.pop()?.[0]();
    }
    await turn();
    expect(timers).to.deep.equal([]);
    expect(requests.map(([url, {method, keepalive}]) => [url, method, keepalive])).to.deep.equal(
      Array.from({length: 3}, () => ['/receipts', 'POST', true]),
    );
  });

  it('stops trying once one arrives', async () => {
    useBeacon(false);
    const consent = make('/receipts');
    detach = receiptPost(consent);
    answer = () => new Response(null, {status: 204});
    consent.choose('accept-all');
    await turn();
    expect([requests.length, timers.length]).to.deep.equal([1, 0]);
  });

  it('never throws, whatever the browser does', async () => {
    Navigator.prototype.sendBeacon = () => {
      throw new TypeError('No.');
    };
    answer = () => {
      throw new TypeError('No.');
    };
    window.fetch = () => Promise.reject(new TypeError('offline'));
    const consent = make('/receipts');
    detach = receiptPost(consent);
    consent.choose('accept-all');
    await turn();
    expect(timers).to.have.lengthOf(1);
  });

  it('does nothing without an address, and nothing more once detached', async () => {
    const silent = make();
    receiptPost(silent);
    silent.choose('accept-all');
    expect(beacons).to.deep.equal([]);
    useBeacon(false);
    const consent = make('/receipts');
    const end = receiptPost(consent);
    consent.choose('accept-all');
    await turn();
    end();
    expect(timers).to.deep.equal([]);
    expect(requests[0]?.[1].signal?.aborted).to.equal(true);
    consent.choose('refuse-all');
    expect(beacons).to.have.lengthOf(1);
  });
});

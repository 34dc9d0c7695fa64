import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import {followRecord} from '../../src/storage/follow-record.ts';
import {gpc} from '../../src/signals/gpc.ts';

const make = (on?: boolean) =>
  new Consent(declare({policy: {url: '/privacy'}, ...(on !== undefined && {signals: {gpc: on}})}), {
    storage: memoryStorage(),
  });

describe('Global Privacy Control', () => {
  const signal = (value: unknown) =>
    Object.defineProperty(navigator, 'globalPrivacyControl', {configurable: true, value});
  afterEach(() => Reflect.deleteProperty(navigator, 'globalPrivacyControl'));

  it('refuses until the visitor chooses otherwise, and records nothing', () => {
    signal(true);
    const consent = make();
    gpc(consent);
    expect([consent.mode, consent.signalled, consent.choice]).to.deep.equal(['refuse-all', true, undefined]);
    consent.choose('accept-all');
    expect([consent.mode, consent.signalled]).to.deep.equal(['accept-all', false]);
  });

  it('leaves a choice made before as it is', () => {
    signal(true);
    const consent = make();
    consent.choose('accept-all');
    gpc(consent);
    expect([consent.mode, consent.signalled]).to.deep.equal(['accept-all', false]);
  });

  it('waits while a page is being prerendered, and then hears the record first', () => {
    signal(true);
    const storage = memoryStorage();
    new Consent(declare({policy: {url: '/privacy'}}), {storage}).choose('accept-all');
    let hidden = true;
    Object.defineProperty(document, 'prerendering', {configurable: true, get: () => hidden});
    const consent = new Consent(declare({policy: {url: '/privacy'}}), {
      storage: {...storage, read: () => (hidden ? [] : storage.read())},
    });
    const modes: unknown[] = [];
    consent.addEventListener('change', ({detail}) => modes.push(detail.mode));
    const detach = followRecord(consent);
    gpc(consent);
    expect([consent.mode, modes]).to.deep.equal([undefined, []]);
    hidden = false;
    document.dispatchEvent(new Event('prerenderingchange'));
    expect([consent.mode, modes]).to.deep.equal(['accept-all', ['accept-all']]);
    detach();
    Reflect.deleteProperty(document, 'prerendering');
  });

  it('says nothing when it is off, something else, or the site does not heed it', () => {
    for (const value of [false, undefined, '1', 1]) {
      signal(value);
      const consent = make();
      gpc(consent);
      expect(consent.mode).to.equal(undefined);
    }
    signal(true);
    const consent = make(false);
    gpc(consent);
    expect(consent.mode).to.equal(undefined);
  });
});

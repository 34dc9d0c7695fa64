import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import {followRecord} from '../../src/storage/follow-record.ts';

const declaration = declare({policy: {url: '/privacy'}});

describe('following the record', () => {
  // A busy WebKitGTK does so: other browsers show a cookie before they tell of it.
  it('hears a choice of another tab that is told of before it can be read', async () => {
    const storage = memoryStorage();
    const consent = new Consent(declaration, {storage});
    const detach = followRecord(consent);
    const changed = new Promise<unknown>((resolve) =>
      consent.addEventListener('change', ({detail}) => resolve(detail.mode)),
    );
    document.dispatchEvent(new Event('visibilitychange'));
    new Consent(declaration, {storage}).choose('accept-all');
    expect(consent.mode).to.equal(undefined);
    expect(await changed).to.equal('accept-all');
    detach();
  });

  it('hears nothing any more once it is detached', async () => {
    const storage = memoryStorage();
    const consent = new Consent(declaration, {storage});
    const detach = followRecord(consent);
    const other = new Consent(declaration, {storage});
    const followOther = followRecord(other);
    document.dispatchEvent(new Event('visibilitychange'));
    detach();
    new Consent(declaration, {storage}).choose('accept-all');
    await other.when('activity');
    expect(consent.mode).to.equal(undefined);
    followOther();
  });
});

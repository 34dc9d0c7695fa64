import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import {matomo} from '../../src/signals/matomo.ts';

const page = window as {_paq?: {push(command: readonly string[]): unknown}};
const make = (on = true) =>
  new Consent(declare({policy: {url: '/privacy'}, signals: {matomo: on}}), {storage: memoryStorage()});

describe('Matomo', () => {
  afterEach(() => delete page._paq);

  it('must wait first, then hears of each change', () => {
    const consent = make();
    matomo(consent);
    consent.choose('notify');
    consent.choose('accept-all');
    consent.answer({purposes: {activity: 'refuse'}});
    consent.answer({purposes: {statistics: 'refuse'}});
    consent.choose('accept-all');
    expect(page._paq).to.deep.equal([
      ['requireConsent'],
      ['setConsentGiven'],
      ['forgetConsentGiven'],
      ['setConsentGiven'],
    ]);
  });

  it('hears at once of a choice made before', () => {
    const consent = make();
    consent.choose('accept-all');
    matomo(consent);
    expect(page._paq).to.deep.equal([['requireConsent'], ['setConsentGiven']]);
  });

  it('goes on hearing when it has put its own object in the place of the list', () => {
    const consent = make();
    matomo(consent);
    const heard: unknown[] = [];
    page._paq = {push: (command) => heard.push(command)};
    consent.choose('accept-all');
    expect(heard).to.deep.equal([['setConsentGiven']]);
  });

  it('hears nothing unless the site asks for it, and nothing more once detached', () => {
    matomo(make(false));
    expect(page._paq).to.equal(undefined);
    const consent = make();
    matomo(consent)();
    consent.choose('accept-all');
    expect(page._paq).to.deep.equal([['requireConsent']]);
  });
});

import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import {googleConsentMode} from '../../src/signals/google-consent-mode.ts';
import type {Config} from '../../src/core/declaration.ts';

const page = window as {dataLayer?: unknown[]};
const make = (config: Partial<Config> = {}) =>
  new Consent(declare({policy: {url: '/privacy'}, signals: {googleConsentMode: true}, ...config}), {
    storage: memoryStorage(),
  });
const denied = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
};
const commands = () => (page.dataLayer ?? []).map((one) => [...(one as IArguments)] as unknown[]);
const last = () => commands().at(-1)?.[2] as Record<string, string>;

describe('Google Consent Mode', () => {
  afterEach(() => delete page.dataLayer);

  it('is told the defaults first, then one update with all seven keys for each change', () => {
    const consent = make();
    googleConsentMode(consent);
    consent.choose('accept-all');
    consent.answer({purposes: {statistics: 'refuse'}});
    consent.choose('refuse-all');
    const granted = {
      ...denied,
      analytics_storage: 'granted',
      functionality_storage: 'granted',
      personalization_storage: 'granted',
    };
    expect(commands()).to.deep.equal([
      ['consent', 'default', {...denied, wait_for_update: 500}],
      ['consent', 'update', granted],
      ['consent', 'update', {...granted, analytics_storage: 'denied'}],
      ['consent', 'update', denied],
    ]);
  });

  it('is told by `arguments` objects, as Google asks', () => {
    googleConsentMode(make());
    expect(Object.prototype.toString.call(page.dataLayer?.[0])).to.equal('[object Arguments]');
  });

  it('is told at once of a choice made before, after the defaults', () => {
    const consent = make();
    consent.choose('accept-all');
    page.dataLayer = ['earlier'];
    googleConsentMode(consent);
    page.dataLayer.shift();
    expect(commands().map(([, command]) => command)).to.deep.equal(['default', 'update']);
    expect(last()['analytics_storage']).to.equal('granted');
  });

  it('grants advertising only where the site declares it, and personalized advertising only with both', () => {
    const consent = make({purposes: {personalization: {}, marketing: {}}});
    googleConsentMode(consent);
    consent.choose('accept-all');
    expect(Object.values(last())).to.deep.equal([
      'granted',
      'granted',
      'granted',
      'denied',
      'granted',
      'granted',
      'granted',
    ]);
    consent.answer({purposes: {personalization: 'refuse'}});
    expect([last()['ad_storage'], last()['ad_personalization']]).to.deep.equal(['granted', 'denied']);
  });

  it('heeds the nearest answer: that for a Google service', () => {
    const consent = make({
      purposes: {activity: {}},
      services: [
        {id: 'ga4', purpose: 'activity', src: ['https://www.googletagmanager.com/gtag/']},
        {id: 'own', purpose: 'activity', src: ['https://stats.example/']},
      ],
    });
    googleConsentMode(consent);
    consent.choose('notify');
    expect(last()['analytics_storage']).to.equal('denied');
    consent.answer({services: {ga4: 'accept'}});
    expect(last()['analytics_storage']).to.equal('granted');
    consent.choose('accept-all');
    consent.answer({services: {ga4: 'refuse'}});
    expect(last()['analytics_storage']).to.equal('denied');
  });

  it('touches nothing unless the site asks for it, and nothing more once detached', () => {
    googleConsentMode(make({signals: {}}));
    expect(page.dataLayer).to.equal(undefined);
    const consent = make();
    googleConsentMode(consent)();
    consent.choose('accept-all');
    expect(commands()).to.have.lengthOf(1);
  });
});

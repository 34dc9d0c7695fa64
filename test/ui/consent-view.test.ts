import {expect} from 'chai';
import {purposesOf, serviceName, servicesOf, storedAnyway, storedBy} from '../../src/ui/consent-view.ts';
import {choiceInWords, keptInWords, kindInWords, nowInWords} from '../../src/ui/consent-view-words.ts';
import {contextWith} from './question-page.ts';
import type {Service} from '../../src/core/declaration.ts';

const service: Service = {
  id: 'map',
  purpose: 'activity',
  cookies: [{name: 'map', retention: 'P1Y'}, {name: 'zoom'}],
  storage: [{name: 'map:*'}, {name: 'seen', retention: 'P2D'}],
  indexedDB: ['tiles'],
  caches: ['images'],
  serviceWorkers: ['/map/'],
};
const config = {services: [service, {id: 'logon', purpose: 'necessary'}], necessary: [{name: 'sid'}]};

describe('what is shown of a consent', () => {
  before(() => (document.documentElement.lang = 'en'));

  it('lists purposes, the necessary one first, and the services of each', async () => {
    const {consent} = await contextWith({...config, purposes: {activity: {}}});
    expect(purposesOf(consent.declaration)).to.deep.equal(['necessary', 'activity']);
    expect(servicesOf(consent.declaration, 'necessary').map(({id}) => id)).to.deep.equal(['logon']);
    expect(servicesOf(consent.declaration, 'statistics')).to.deep.equal([]);
  });

  it('says of all a service stores what it is and how long it is kept', async () => {
    const context = await contextWith(config);
    const said = storedBy(context, service).map((item) =>
      [item.name, kindInWords(context, item), keptInWords(context, item.kept)].join(', '),
    );
    expect(said).to.deep.equal([
      'map, Cookie, for 1 year',
      'zoom, Cookie, not stated',
      'map:*, Local storage or Session storage, until it is deleted',
      'seen, Local storage or Session storage, for 2 days',
      'tiles, Database (IndexedDB), until it is deleted',
      'images, Cache, until it is deleted',
      '/map/, Service worker, until it is deleted',
    ]);
  });

  it('calls a service by its id where it has no name', async () => {
    const context = await contextWith(config);
    expect(serviceName(context, service).text).to.equal('map');
    expect(serviceName(context, {...service, name: {en: 'Map'}}).text).to.equal('Map');
  });

  it('counts its own record among what is stored anyway, for as long as it really is', async () => {
    const context = await contextWith({...config, record: {retention: 'P3M'}});
    const kept = () => storedAnyway(context).map(({name, kept}) => `${name}: ${keptInWords(context, kept)}`);
    expect(kept()).to.deep.equal(['cookie_consent: for 3 months', 'sid: not stated']);
    context.consent.choose('notify', {session: true});
    expect(kept()[0]).to.equal('cookie_consent: until you close the browser');
  });

  it('tells the choice in force: what, when, how, until when, on which policy', async () => {
    const context = await contextWith(config);
    expect(choiceInWords(context)).to.deep.equal([]);
    context.consent.choose('refuse-all', {given: 'button'});
    const rows = new Map(choiceInWords(context));
    expect(rows.get('Choice')).to.equal('Refuse all cookies');
    expect(rows.get('How it was given')).to.equal('with a button in the notice');
    expect(rows.get('Kept')).to.match(/^until .*\d{4}$/);
    expect(rows.get('Policy version')).to.equal('1.0');
    expect(rows.get('Record number')).to.equal(context.consent.choice?.id);
  });

  it('tells a choice with finer answers, and one of answers alone', async () => {
    const context = await contextWith(config);
    const choice = () => choiceInWords(context)[0]?.[1];
    context.consent.answer({services: {map: 'accept'}});
    expect(choice()).to.equal('For each purpose and service');
    context.consent.choose('notify', {answers: {services: {map: 'accept'}}});
    expect(choice()).to.equal('Notify me, with the answers below');
  });

  it('has words for everything that may hold now', async () => {
    const context = await contextWith();
    const said = (['accept', 'notify', 'refuse', undefined] as const).map((one) => nowInWords(context, one));
    expect(new Set(said).size).to.equal(4);
  });
});

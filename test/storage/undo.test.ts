import {expect} from 'chai';
import {guard} from '../../src/guard/guard.ts';
import {choiceOf, clearPage, consentFor, cookieNames, inWords, openDatabase, undoHere} from './undo-page.ts';

const service = {
  id: 'stats',
  purpose: 'statistics',
  cookies: [{name: '_ga'}, {name: '_ga_*'}],
  storage: [{name: 'ga:*'}],
};
const other = {id: 'map', purpose: 'activity', cookies: [{name: 'zoom'}], storage: [{name: 'map:*'}]};

const {setTimeout: timeout} = window;
const databaseNames = async () => (await indexedDB.databases()).map(({name}) => name).sort();

describe('undoing a choice', () => {
  beforeEach(clearPage);
  afterEach(async () => {
    window.setTimeout = timeout;
    document.body.replaceChildren();
    await clearPage();
  });

  describe('cookies', () => {
    it('go by exact name, by pattern and when nobody declared them; necessary ones and the record stay', async () => {
      const consent = consentFor({services: [service], necessary: [{name: 'session_*'}]});
      for (const name of ['_ga', '_ga_X', 'stray', 'session_id', 'cookie_consent'])
        document.cookie = `${name}=1;path=/`;
      consent.choose('refuse-all');
      const report = await undoHere(consent);
      expect(cookieNames()).to.deep.equal(['cookie_consent', 'session_id']);
      expect(report.removed).to.have.deep.members([
        {kind: 'cookie', name: '_ga', service: 'stats'},
        {kind: 'cookie', name: '_ga_X', service: 'stats'},
        {kind: 'cookie', name: 'stray', service: undefined},
      ]);
      expect(report.left).to.deep.equal([]);
    });

    it('and keys stay while nobody has decided about them: a first answer about one thing takes nothing else back', async () => {
      const consent = consentFor({services: [service, {...other, indexedDB: ['map-db']}]});
      document.cookie = 'zoom=1;path=/';
      localStorage.setItem('map:1', 'x');
      localStorage.setItem('ga:1', 'x');
      (await openDatabase('map-db')).close();
      consent.answer({services: {stats: 'refuse'}});
      const report = await undoHere(consent, {before: undefined});
      expect(inWords(report)).to.deep.equal(['local-storage ga:1']);
      expect(cookieNames()).to.deep.equal(['zoom']);
      expect(Object.keys(localStorage)).to.deep.equal(['map:1']);
      expect(await databaseNames()).to.deep.equal(['map-db']);
    });

    it('and keys that nobody has decided about stay, whatever else was answered before and is answered now', async () => {
      for (const mode of [undefined, 'notify'] as const) {
        const consent = consentFor({services: [service, other]});
        if (mode) consent.choose(mode);
        else consent.answer({cookies: {zoom: 'refuse'}});
        const before = consent.choice;
        document.cookie = '_ga=1;path=/';
        localStorage.setItem('ga:1', 'x');
        consent.answer({services: {map: 'accept'}});
        expect(inWords(await undoHere(consent, {before}))).to.deep.equal([]);
        expect(cookieNames()).to.deep.equal(['_ga']);
        expect(Object.keys(localStorage)).to.deep.equal(['ga:1']);
      }
    });

    it('go at once, before anything is waited for', async () => {
      const consent = consentFor({services: [service]});
      document.cookie = '_ga=1;path=/';
      localStorage.setItem('ga:1', 'x');
      consent.choose('refuse-all');
      const undone = undoHere(consent);
      expect(cookieNames()).to.deep.equal([]);
      expect(localStorage.length).to.equal(0);
      await undone;
    });

    it('go with the attributes they were written with, which are then forgotten', async () => {
      const consent = consentFor({services: [service]});
      const lines: string[] = [];
      consent.written.set('_ga,,/deep', '_ga=1; Path=/deep; Expires=Fri, 01 Jan 2100 00:00:00 GMT; Secure');
      consent.written.set('zoom', 'zoom=1');
      consent.choose('refuse-all');
      consent.answer({cookies: {zoom: 'accept'}});
      await undoHere(consent, {}, [], {get: () => '', set: (line: string) => lines.push(line)});
      expect(lines[0]).to.equal('_ga=1; Path=/deep; Secure;max-age=0');
      expect([...consent.written.keys()]).to.deep.equal(['zoom']);
    });

    it('go where the page hides document.cookie behind its own elements', async () => {
      const consent = consentFor({services: [service]});
      document.cookie = '_ga=1;path=/';
      const form = document.createElement('form');
      form.setAttribute('name', 'cookie');
      document.body.append(form);
      expect(document.cookie).to.equal(form);
      consent.choose('refuse-all');
      await undoHere(consent);
      form.remove();
      expect(cookieNames()).to.deep.equal([]);
    });

    it('are left alone by an answer that does not concern them', async () => {
      const consent = consentFor({services: [service, other]});
      consent.choose('accept-all');
      document.cookie = '_ga=1;path=/';
      document.cookie = 'zoom=1;path=/';
      consent.answer({services: {map: 'refuse'}});
      expect(inWords(await undoHere(consent))).to.deep.equal(['cookie zoom']);
      consent.answer({cookies: {_ga: 'refuse'}});
      expect(inWords(await undoHere(consent))).to.deep.equal(['cookie _ga']);
    });

    it('that an acceptance had let in go when the visitor wants to be asked', async () => {
      const consent = consentFor({services: [service]});
      consent.choose('accept-all');
      document.cookie = '_ga=1;path=/';
      document.cookie = 'stray=1;path=/';
      consent.choose('notify');
      expect(inWords(await undoHere(consent))).to.deep.equal(['cookie _ga', 'cookie stray']);
    });

    it('that appeared by themselves wait for their answer', async () => {
      const consent = consentFor({services: [service]});
      consent.choose('notify');
      document.cookie = 'one=1;path=/';
      document.cookie = 'two=1;path=/';
      expect(inWords(await undoHere(consent, {before: undefined}))).to.deep.equal([]);
      for (const id of ['one', 'two'])
        consent.ask({kind: 'cookie', id, attempt: id, time: Date.now(), appeared: true});
      consent.answer({cookies: {one: 'refuse'}});
      expect(inWords(await undoHere(consent))).to.deep.equal(['cookie one']);
      expect(cookieNames()).to.deep.equal(['two']);
    });

    it('that nobody declared stay where the site lets them through', async () => {
      const consent = consentFor({services: [service], undeclared: 'allow'});
      document.cookie = '_ga=1;path=/';
      document.cookie = 'stray=1;path=/';
      consent.choose('refuse-all');
      await undoHere(consent);
      expect(cookieNames()).to.deep.equal(['stray']);
    });

    it('go behind the back of the guard, which asks nothing and forgets no held write', async () => {
      const consent = consentFor({services: [{...service, cookies: [{name: '_ga'}, {name: 'never-there'}]}]});
      const detach = guard(consent);
      try {
        consent.choose('accept-all');
        document.cookie = '_ga=1;path=/';
        consent.choose('notify');
        document.cookie = '_ga=2;path=/';
        expect(consent.questions.map(({id}) => id)).to.deep.equal(['_ga']);
        await undoHere(consent);
        expect(cookieNames()).to.deep.equal([]);
        expect(consent.questions.map(({id}) => id)).to.deep.equal(['_ga']);
        consent.answer({cookies: {_ga: 'accept'}});
        expect(document.cookie).to.include('_ga=2');
      } finally {
        detach();
      }
    });
  });

  describe('storage', () => {
    it('keys go from both areas; what is allowed or undeclared stays', async () => {
      const consent = consentFor({services: [service, other], necessary: [{name: 'ga:kept'}]});
      for (const key of ['ga:1', 'ga:kept', 'map:1', 'own']) {
        localStorage.setItem(key, '1');
        sessionStorage.setItem(key, '1');
      }
      consent.choose('accept-all');
      consent.answer({services: {stats: 'refuse'}});
      expect(inWords(await undoHere(consent))).to.deep.equal(['local-storage ga:1', 'session-storage ga:1']);
      expect(Object.keys(localStorage).sort()).to.deep.equal(['ga:kept', 'map:1', 'own']);
      expect(Object.keys(sessionStorage).sort()).to.deep.equal(['ga:kept', 'map:1', 'own']);
    });

    it('keys go through the proxies of the guard', async () => {
      const consent = consentFor({services: [service]});
      const detach = guard(consent);
      try {
        consent.choose('accept-all');
        localStorage.setItem('ga:1', '1');
        sessionStorage['ga:2'] = '2';
        consent.choose('refuse-all');
        expect(inWords(await undoHere(consent))).to.deep.equal([
          'local-storage ga:1',
          'session-storage ga:2',
        ]);
      } finally {
        detach();
      }
      expect([...Object.keys(localStorage), ...Object.keys(sessionStorage)]).to.deep.equal([]);
    });

    it('databases go by exact name and by pattern', async () => {
      const consent = consentFor({
        services: [
          {...service, indexedDB: ['stats', 'queue-*', 'not-there']},
          {...other, indexedDB: ['queue-map']},
        ],
      });
      for (const name of ['stats', 'queue-1', 'mine']) (await openDatabase(name)).close();
      consent.choose('refuse-all');
      expect(inWords(await undoHere(consent))).to.deep.equal(['indexed-db queue-1', 'indexed-db stats']);
      expect(await databaseNames()).to.deep.equal(['mine']);
    });

    it('databases that code still uses are reported, and go when it closes them', async () => {
      const consent = consentFor({services: [{...service, indexedDB: ['stats']}]});
      const database = await openDatabase('stats');
      consent.choose('refuse-all');
      // The browser tells: nothing waits in vain.
      window.setTimeout = ((run: () => void, pause: number, ...given: unknown[]) =>
        pause === 3000 ? 0 : timeout(run, pause, ...given)) as never;
      const {left, removed} = await undoHere(consent);
      expect(left).to.deep.equal([{kind: 'indexed-db', name: 'stats', service: 'stats', why: 'in-use'}]);
      expect(removed).to.deep.equal([]);
      database.close();
      // Opening waits for the deletion and finds nothing.
      const again = await new Promise<number>((resolve) => {
        const request = indexedDB.open('stats');
        request.onupgradeneeded = ({oldVersion}) => resolve(oldVersion);
        request.onsuccess = () => request.result.close();
      });
      expect(again).to.equal(0);
    });

    it('databases of polite code go while it runs', async () => {
      const consent = consentFor({services: [{...service, indexedDB: ['stats']}]});
      const database = await openDatabase('stats');
      database.onversionchange = () => database.close();
      consent.choose('refuse-all');
      expect(inWords(await undoHere(consent))).to.deep.equal(['indexed-db stats']);
    });

    it('caches go', async () => {
      const consent = consentFor({services: [{...service, caches: ['stats-*']}]});
      await caches.open('stats-1');
      await caches.open('pages');
      consent.choose('refuse-all');
      expect(inWords(await undoHere(consent))).to.deep.equal(['cache stats-1']);
      expect(await caches.keys()).to.deep.equal(['pages']);
    });

    it('service workers are unregistered', async function () {
      const scope = new URL('/test/storage/', location.href).href;
      await navigator.serviceWorker.register('/test/storage/undo-worker.js');
      const consent = consentFor({services: [{...service, serviceWorkers: ['/test/storage/']}]});
      consent.choose('refuse-all');
      expect(inWords(await undoHere(consent))).to.deep.equal([`service-worker ${scope}`]);
      expect(await navigator.serviceWorker.getRegistrations()).to.have.lengthOf(0);
    });
  });

  describe('erasing', () => {
    it('takes everything that is not necessary, even where all was allowed again meanwhile', async () => {
      const consent = consentFor({
        services: [
          service,
          {id: 'login', purpose: 'necessary', cookies: [{name: 'sid'}], storage: [{name: 'sid'}]},
        ],
      });
      for (const name of ['_ga', 'stray', 'sid']) document.cookie = `${name}=1;path=/`;
      for (const key of ['ga:1', 'sid']) localStorage.setItem(key, '1');
      consent.choose('accept-all');
      const report = await undoHere(consent, {erased: true});
      expect(inWords(report)).to.deep.equal(['cookie _ga', 'cookie stray', 'local-storage ga:1']);
      expect(cookieNames()).to.deep.equal(['sid']);
    });
  });

  it('leaves undeclared cookies to a site that lets them through, even on erasing', async () => {
    const consent = consentFor({services: [service], undeclared: 'allow'});
    for (const name of ['_ga', 'stray']) document.cookie = `${name}=1;path=/`;
    expect(inWords(await undoHere(consent, {erased: true}))).to.deep.equal(['cookie _ga']);
  });

  describe('the report', () => {
    it('names services whose code had run and may not any longer', async () => {
      const consent = consentFor({services: [service, other]});
      consent.choose('accept-all');
      consent.answer({services: {stats: 'refuse'}});
      const {running} = await undoHere(consent, {}, ['stats', 'map']);
      expect(running).to.deep.equal(['stats']);
    });

    it('says what is still there', async () => {
      const consent = consentFor({services: [service]});
      consent.choose('refuse-all');
      const stubborn = {get: () => '_ga=1; _ga_X=2', set: () => undefined};
      expect(inWords(await undoHere(consent, {}, [], stubborn))).to.deep.equal([
        'cookie _ga: blocked',
        'cookie _ga_X: blocked',
      ]);
    });

    it('says that nothing can be known where the browser blocks storage', async () => {
      const consent = consentFor({services: [service]});
      consent.choose('refuse-all');
      const deny = () => {
        throw new DOMException('No.', 'SecurityError');
      };
      const before = Object.getOwnPropertyDescriptor(window, 'localStorage');
      if (!before) throw new Error('no localStorage');
      Object.defineProperty(window, 'localStorage', {...before, get: deny});
      try {
        expect(inWords(await undoHere(consent, {}, [], {get: deny, set: deny}))).to.deep.equal([
          'cookie _ga: blocked',
          'cookie _ga_*: blocked',
          'local-storage ga:*: blocked',
        ]);
      } finally {
        Object.defineProperty(window, 'localStorage', before);
      }
    });

    it('catches what running code writes again, and removes it too', async () => {
      const consent = consentFor({services: [{...service, caches: ['stats']}]});
      document.cookie = '_ga=1;path=/';
      consent.choose('refuse-all');
      const report = undoHere(consent);
      document.cookie = '_ga=2;path=/';
      localStorage.setItem('ga:late', '1');
      expect(inWords(await report)).to.deep.equal(['cookie _ga', 'local-storage ga:late']);
      expect(cookieNames()).to.deep.equal([]);
      expect(localStorage.length).to.equal(0);
    });

    it('leaves no cookie behind from looking for hidden ones', async () => {
      const consent = consentFor({services: [service, other]});
      consent.choose('refuse-all');
      expect(inWords(await undoHere(consent))).to.deep.equal([]);
      expect(cookieNames()).to.deep.equal([]);
    });

    it('comes in the order of the calls', async () => {
      const slow = consentFor({services: [{...service, caches: ['stats'], indexedDB: ['stats']}]});
      const quick = consentFor({});
      for (const consent of [slow, quick]) consent.choose('refuse-all');
      const order: string[] = [];
      await Promise.all([
        undoHere(slow).then(() => order.push('slow')),
        undoHere(quick).then(() => order.push('quick')),
      ]);
      expect(order).to.deep.equal(['slow', 'quick']);
    });
  });

  describe('services', () => {
    it('are told before what they stored is removed, and once', async () => {
      const told: string[] = [];
      const consent = consentFor({
        services: [{...service, onWithdraw: () => told.push(`hook ${document.cookie}`)}, other],
      });
      const listen = ({detail}: CustomEvent<{service: string}>) =>
        told.push(`event ${detail.service} ${document.cookie}`);
      document.addEventListener('cookie-modes-withdraw', listen);
      try {
        consent.choose('accept-all');
        document.cookie = '_ga=1;path=/';
        consent.choose('refuse-all');
        await undoHere(consent, {before: choiceOf('notify', consent)}, ['stats']);
        consent.choose('notify');
        await undoHere(consent, {before: choiceOf('notify', consent)}, ['stats']);
        expect(told).to.deep.equal(['hook _ga=1', 'event stats _ga=1']);
        consent.choose('accept-all');
        consent.choose('refuse-all');
        await undoHere(consent, {before: choiceOf('notify', consent)}, ['stats']);
        expect(told.slice(2)).to.deep.equal(['hook ', 'event stats ']);
      } finally {
        document.removeEventListener('cookie-modes-withdraw', listen);
      }
    });

    it('are told that an earlier choice had allowed, though nothing of them can be seen', async () => {
      const told: string[] = [];
      const hook = (id: string) => ({onWithdraw: () => void told.push(id)});
      const consent = consentFor({
        services: [
          {...service, ...hook('stats')},
          {id: 'search', purpose: 'activity', indexedDB: ['index'], ...hook('search')},
          {id: 'shown', purpose: 'necessary', ...hook('shown')},
        ],
      });
      consent.choose('accept-all', {answers: {services: {stats: 'refuse'}}});
      const before = consent.choice;
      consent.choose('refuse-all');
      await undoHere(consent, {before});
      expect(told).to.deep.equal(['search']);
    });

    it('may fail without stopping anything', async () => {
      const {error} = console;
      const said: unknown[] = [];
      console.error = (text: unknown) => said.push(text);
      try {
        const consent = consentFor({
          services: [
            {...service, onWithdraw: () => Promise.reject(new Error('late'))},
            {
              ...other,
              onWithdraw() {
                throw new Error('at once');
              },
            },
          ],
        });
        document.cookie = '_ga=1;path=/';
        consent.choose('refuse-all');
        await undoHere(consent, {}, ['stats', 'map']);
        expect(cookieNames()).to.deep.equal([]);
        expect(said).to.have.members([
          'cookie-modes: onWithdraw() of "stats" failed.',
          'cookie-modes: onWithdraw() of "map" failed.',
        ]);
      } finally {
        console.error = error;
      }
    });
  });
});

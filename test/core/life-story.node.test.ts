import assert from 'node:assert/strict';
import {it, mock} from 'node:test';
import fc from 'fast-check';
import {Consent} from '../../src/core/consent.ts';
import {declare} from '../../src/setup/declare.ts';
import * as model from './life-story-model.ts';
import {serverRecord} from './life-story-record.ts';
import type {RecordStorage} from '../../src/core/storage-port.ts';
import type {Answer, Given, Mode, Site} from './life-story-model.ts';

const second = 1000;
const day = 86_400_000;
const purposes = ['personalization', 'activity', 'statistics', 'marketing', 'unknown'];
const services = ['counter', 'quiz', 'ads', 'login', 'unknown'];
const cookies = ['_c', '_c_1', 'quiz', '_ad', 'sid', 'stray', 'fav'];
const keys = ['c:1', 'quiz', 'ads', 'sid'];
const modes: Mode[] = ['accept-all', 'notify', 'refuse-all'];
const answers: Answer[] = ['accept', 'notify', 'refuse'];

const catalogue: Record<string, model.Service> = {
  counter: {id: 'counter', purpose: 'statistics', cookies: ['_c', '_c_*'], keys: ['c:*']},
  quiz: {id: 'quiz', purpose: 'activity', cookies: ['quiz'], keys: ['quiz']},
  ads: {id: 'ads', purpose: 'personalization', cookies: ['_ad'], keys: ['ads']},
  login: {id: 'login', purpose: 'necessary', cookies: ['sid'], keys: []},
};
const firstSite: Site = {
  major: 2,
  minor: 0,
  purposes: ['activity', 'statistics'],
  services: [catalogue['counter'], catalogue['quiz']].filter((one) => !!one),
  necessary: ['session_id'],
  undeclared: 'hold',
  months: 6,
  days: 0,
};

const declaration = (site: Site) =>
  declare({
    policy: {url: '/privacy', version: `${site.major}.${site.minor}`},
    purposes: Object.fromEntries(site.purposes.map((id) => [id, {}])),
    services: site.services.map(({keys, cookies, ...service}) => ({
      ...service,
      cookies: cookies.map((name) => ({name})),
      storage: keys.map((name) => ({name})),
    })),
    necessary: site.necessary.map((name) => ({name})),
    undeclared: site.undeclared,
    record: {retention: `P${site.months}M${site.days}D`},
  });

const tabs = fc.nat({max: 1});
const some = (ids: string[]) =>
  fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...answers), {maxKeys: 2});
const given: fc.Arbitrary<Given> = fc.record(
  {purposes: some(purposes), services: some(services), cookies: some(cookies)},
  {requiredKeys: []},
);
const mode = fc.constantFrom(...modes);
const is = <Do extends string>(what: Do) => fc.constant(what);
/** One thing that happens. `unheard`: the other tab does not learn of it by itself. */
const step = fc.record({
  tab: tabs,
  unheard: fc.boolean(),
  what: fc.oneof(
    {weight: 4, arbitrary: fc.record({do: is('choose'), mode, given})},
    {weight: 5, arbitrary: fc.record({do: is('answer'), given})},
    {weight: 2, arbitrary: fc.record({do: is('reload')})},
    {weight: 2, arbitrary: fc.record({do: is('revise'), major: fc.boolean()})},
    {
      weight: 2,
      arbitrary: fc.record({do: is('declare'), service: fc.constantFrom(...Object.keys(catalogue))}),
    },
    {weight: 1, arbitrary: fc.record({do: is('purpose'), id: fc.constantFrom(...purposes.slice(0, 4))})},
    {
      weight: 1,
      arbitrary: fc.record({
        do: is('retention'),
        months: fc.nat({max: 13}),
        days: fc.integer({min: 1, max: 40}),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({do: is('undeclared'), value: fc.constantFrom('hold' as const, 'allow' as const)}),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: is('clock'),
        by: fc.integer({min: -20, max: 120}).map((days) => days * day + 1),
      }),
    },
    {weight: 2, arbitrary: fc.record({do: is('end'), by: fc.constantFrom(-1, 0, 1)})},
    {weight: 1, arbitrary: fc.record({do: is('start'), by: fc.constantFrom(-1, 0, 1)})},
    {weight: 2, arbitrary: fc.record({do: is('withdraw')})},
    {weight: 1, arbitrary: fc.record({do: is('erase')})},
    {weight: 1, arbitrary: fc.record({do: is('acknowledge')})},
    {weight: 2, arbitrary: fc.record({do: is('tamper'), how: fc.nat({max: 7})})},
    {weight: 1, arbitrary: fc.record({do: is('duplicate')})},
    {weight: 1, arbitrary: fc.record({do: is('forget')})},
    {weight: 2, arbitrary: fc.record({do: is('server'), mode})},
    {weight: 1, arbitrary: fc.record({do: is('signal')})},
    {
      weight: 1,
      arbitrary: fc.record({
        do: is('claim'),
        name: fc.constantFrom(...cookies),
        purpose: fc.constantFrom(...purposes),
      }),
    },
    {weight: 2, arbitrary: fc.record({do: is('ask')})},
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a record cannot look like. */
const broken: ((record: string) => string)[] = [
  (record) => record.replace(/&library=[^&]*/, ''),
  (record) => `${record}&more=1`,
  (record) => record.replace(/time=[^&]*/, 'time=2026-02-31T00%3A00%3A00Z'),
  (record) => record.replace(/policy=[^&]*/, 'policy=two'),
  (record) => `${record}&mode=accept-all`,
  (record) => record.padEnd(1001, 'x'),
  (record) => record.replace(/id=[^&]*/, 'id=1'),
  () => 'accept-all',
];

interface Page {
  consent: Consent<string, (name: string) => void>;
  changes: number;
}

/** Lives one story twice, in the library and in the model, and compares them after each step. */
function live(story: readonly Step[]): void {
  const world: model.World = {now: Date.parse('2026-08-31T08:30:00Z'), records: [], signal: false};
  let site = firstSite;
  const stored = {records: [] as string[]};
  const storage: RecordStorage = {
    read: () => [...stored.records],
    write: (record) => ((stored.records = [record]), true),
    clear: () => (stored.records = []),
  };
  const open = (): [Page, model.Tab] => {
    const consent = new Consent<string, (name: string) => void>(declaration(site), {
      storage,
      now: () => world.now,
      jar: (claim) => claim,
    });
    const page = {consent, changes: 0};
    if (world.signal) consent.signal();
    consent.addEventListener('change', () => page.changes++);
    return [page, {site, memory: model.read(world, site), claims: new Map()}];
  };
  const pages = [open(), open()];

  const act = (index: number, {what}: Step) => {
    const [page, tab] = pages[index] ?? open();
    const {consent} = page;
    switch (what.do) {
      case 'choose':
        consent.choose(what.mode, {answers: what.given});
        return model.choose(world, tab, what.mode, what.given);
      case 'answer':
        consent.answer(what.given);
        return model.answer(world, tab, what.given);
      case 'withdraw':
        void consent.withdraw();
        return model.choose(world, tab, 'refuse-all');
      case 'erase':
        void consent.erase();
        tab.memory = undefined;
        return void (world.records = []);
      case 'acknowledge':
        consent.acknowledge();
        return model.acknowledge(world, tab);
      case 'reload':
        return void (pages[index] = open());
      case 'revise':
        site = what.major ? {...site, major: site.major + 1, minor: 0} : {...site, minor: site.minor + 1};
        return void (pages[index] = open());
      case 'declare': {
        const service = catalogue[what.service];
        const others = site.services.filter(({id}) => id !== what.service);
        const added = others.length === site.services.length && service ? [service] : [];
        site = {...site, services: [...others, ...added]};
        return void (pages[index] = open());
      }
      case 'purpose': {
        const others = site.purposes.filter((id) => id !== what.id);
        site = {...site, purposes: others.length === site.purposes.length ? [...others, what.id] : others};
        return void (pages[index] = open());
      }
      case 'retention':
        site = {...site, months: what.months, days: what.days};
        return void (pages[index] = open());
      case 'undeclared':
        site = {...site, undeclared: what.value};
        return void (pages[index] = open());
      case 'clock':
        return void (world.now += what.by);
      case 'end':
        if (tab.memory) world.now = model.endOf(tab.memory, tab.site) + what.by * second;
        return;
      case 'start':
        if (tab.memory) world.now = tab.memory.time + what.by;
        return;
      case 'tamper':
        // What is broken already stays so: breaking it once more could mend it.
        stored.records = stored.records.map((record, index) =>
          world.records[index] === 'unreadable' ? record : (broken[what.how]?.(record) ?? record),
        );
        return void (world.records = world.records.map(() => 'unreadable' as const));
      case 'duplicate':
        stored.records.push(...stored.records.slice(0, 1));
        return void world.records.push(...world.records.slice(0, 1));
      case 'forget':
        stored.records = [];
        return void (world.records = []);
      case 'server': {
        const memory = model.fromServer(world, site, what.mode);
        stored.records = [serverRecord(what.mode, memory.time, site)];
        return void (world.records = [memory]);
      }
      case 'signal':
        world.signal = true;
        for (const [{consent}] of pages) consent.signal();
        return;
      case 'claim':
        consent.cookies(what.purpose)?.(what.name);
        return void tab.claims.set(what.name, what.purpose);
      case 'ask':
        for (const id of cookies) {
          if (model.ofCookie(world, tab, id) === 'notify')
            consent.ask({kind: 'cookie', id, attempt: `${id}=1`, time: world.now});
        }
    }
  };

  const compare = ([{consent}, tab]: [Page, model.Tab]) => {
    const said = (verdict: string | undefined) => verdict ?? 'undecided';
    const rows = {
      mode: [consent.mode, model.modeOf(world, tab)],
      ask: [!consent.decided, model.mustAsk(world, tab)],
      tell: [
        !!consent.choice && consent.choice.policy !== consent.declaration.policy.version,
        model.mustTell(tab),
      ],
    };
    const there: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const [name, [a, b]] of Object.entries(rows)) [there[name], wanted[name]] = [a, b];
    for (const id of purposes) {
      there[`purpose ${id}`] = consent.allows(id);
      wanted[`purpose ${id}`] = model.ofPurpose(world, tab, id) === 'accept';
    }
    for (const id of services) {
      there[`service ${id}`] = consent.allows(id);
      wanted[`service ${id}`] = model.ofService(world, tab, id) === 'accept';
    }
    for (const name of [...cookies, 'session_id', 'cookie_consent']) {
      there[`cookie ${name}`] = said(consent.decide(name));
      wanted[`cookie ${name}`] = model.ofCookie(world, tab, name);
    }
    for (const name of keys) {
      there[`key ${name}`] = said(consent.decide(name, 'storage'));
      wanted[`key ${name}`] = model.ofKey(world, tab, name);
    }
    assert.deepEqual(there, wanted);
    for (const {id} of consent.questions) assert.equal(consent.decide(id), 'notify', `asked about ${id}`);
  };

  for (const [number, step] of story.entries()) {
    try {
      const acting = pages[step.tab];
      const before = acting?.[0].changes ?? 0;
      const stale = acting && acting[1].memory !== model.read(world, acting[1].site);
      act(step.tab, step);
      const here = pages[step.tab];
      if (here && here === acting && /choose|withdraw|erase/.test(step.what.do) && !stale)
        assert.equal(here[0].changes - before, 1, 'one change');
      const hearing = step.unheard ? pages.slice(step.tab, step.tab + 1) : pages;
      for (const [page, tab] of hearing) {
        page.consent.reread();
        tab.memory = model.read(world, tab.site);
        const heard = page.changes;
        page.consent.reread();
        assert.equal(page.changes, heard, 'no news twice');
      }
      pages.forEach(compare);
    } catch (error) {
      const told = story
        .slice(0, number + 1)
        .map(({tab, unheard, what}) => JSON.stringify({tab, unheard, ...what}));
      throw new Error(`After ${told.join('\n')}`, {cause: error});
    }
  }
}

it('whatever happens in whatever order, what is allowed and what is asked is what the rules say', () => {
  const error = mock.method(console, 'error', () => undefined); // answers for what is not declared
  try {
    fc.assert(fc.property(fc.array(step, {minLength: 1, maxLength: 30}), live), {numRuns: 350});
  } finally {
    error.mock.restore();
  }
});

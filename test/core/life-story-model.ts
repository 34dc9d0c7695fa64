/**
 * What a visitor allows, by the rules of the product and nothing else: written plainly and apart from the library, which is
 * compared with it. It knows records as what they mean, not as text.
 */

export type Mode = 'accept-all' | 'notify' | 'refuse-all';
export type Answer = 'accept' | 'notify' | 'refuse';
/** `undecided`: not allowed, and the notice has to ask. */
export type Ruling = Answer | 'undecided';
export type Kind = 'purposes' | 'services' | 'cookies';
export type Given = Partial<Record<Kind, Record<string, Answer>>>;

/** One declared service; a name that ends in `*` stands for all names that begin like it. */
export interface Service {
  id: string;
  purpose: string;
  cookies: string[];
  keys: string[];
}

/** What a site declares on the day a page is loaded. */
export interface Site {
  major: number;
  minor: number;
  purposes: string[];
  services: Service[];
  necessary: string[];
  undeclared: 'hold' | 'allow';
  /** How long a record counts. */
  months: number;
  days: number;
}

/** What a record means. */
export interface Memory {
  mode: Mode | undefined;
  /** Milliseconds since 1970, whole seconds. */
  time: number;
  major: number;
  minor: number;
  /** What was declared when the choice was made. */
  covered: {purposes: string[]; services: string[]};
  answers: Record<Kind, Map<string, Answer>>;
}

/** What lies in the browser: records, some of them nothing the library can have written. */
export interface World {
  now: number;
  records: (Memory | 'unreadable')[];
  /** The browser sends Global Privacy Control. */
  signal: boolean;
}

/** One open page. */
export interface Tab {
  site: Site;
  /** What it knows of the visitor's choice. */
  memory: Memory | undefined;
  /** Cookies the page wrote for a purpose. */
  claims: Map<string, string>;
}

const builtIn = ['personalization', 'activity', 'statistics'];
const knownPurposes = (site: Site) => [...new Set([...builtIn, ...site.purposes])];
/** What the visitor is told of; the built-in ones besides follow the mode where markup uses them. */
export const declaredPurposes = ({purposes, services}: Site) => [
  ...new Set([...purposes, ...services.map(({purpose}) => purpose)]),
];
const named = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

/** The moment from which a record no longer counts. */
export function endOf(memory: Memory, site: Site): number {
  const date = new Date(memory.time);
  date.setUTCMonth(date.getUTCMonth() + site.months);
  return date.getTime() + site.days * 86_400_000;
}

/** The choice that a page may go by: one record, readable, of this major version, neither from the future nor expired. */
export function read(world: World, site: Site): Memory | undefined {
  const record = readAnyVersion(world, site);
  return record?.major === site.major ? record : undefined;
}

/** The same, also where a major revision has ended it: what it allowed is taken back by the next mode that is chosen. */
export function readAnyVersion(world: World, site: Site): Memory | undefined {
  const [record, second] = world.records;
  if (!record || second || record === 'unreadable') return undefined;
  if (record.time > world.now) return undefined;
  if (world.now >= endOf(record, site)) return undefined;
  return record;
}

/** A choice of today for all that is declared now. */
function newMemory(world: World, site: Site, mode: Mode | undefined): Memory {
  return {
    mode,
    time: Math.floor(world.now / 1000) * 1000,
    major: site.major,
    minor: site.minor,
    covered: {purposes: declaredPurposes(site), services: site.services.map(({id}) => id)},
    answers: {purposes: new Map(), services: new Map(), cookies: new Map()},
  };
}

/** Adds answers for what is declared, and for any cookie. */
function add(memory: Memory, site: Site, given: Given): void {
  for (const [id, answer] of Object.entries(given.purposes ?? {})) {
    if (!knownPurposes(site).includes(id)) continue;
    memory.answers.purposes.set(id, answer);
    memory.covered.purposes.push(id);
    // It is an answer for all that is declared for the purpose now.
    for (const service of site.services) if (service.purpose === id) memory.covered.services.push(service.id);
  }
  for (const [id, answer] of Object.entries(given.services ?? {})) {
    if (!site.services.some((service) => service.id === id)) continue;
    memory.answers.services.set(id, answer);
    memory.covered.services.push(id);
  }
  for (const [name, answer] of Object.entries(given.cookies ?? {})) memory.answers.cookies.set(name, answer);
}

/** Keeps a choice; one that says nothing is none. */
function keep(world: World, tab: Tab, memory: Memory): void {
  const says = memory.mode ?? Object.values(memory.answers).some((answers) => answers.size > 0);
  if (says) world.records = [memory];
  tab.memory = says ? memory : undefined;
}

/** Choosing a mode anew clears the finer answers. */
export function choose(world: World, tab: Tab, mode: Mode, given: Given = {}): void {
  const memory = newMemory(world, tab.site, mode);
  add(memory, tab.site, given);
  keep(world, tab, memory);
}

/** Answering finer keeps the mode, the day on which it was chosen, and the policy it was chosen on; it builds on what is recorded, whoever recorded it. */
export function answer(world: World, tab: Tab, given: Given): void {
  const old = read(world, tab.site);
  const memory = old ? structuredClone(old) : newMemory(world, tab.site, undefined);
  add(memory, tab.site, given);
  keep(world, tab, memory);
}

/** A minor revision has been noted; all else stands. */
export function acknowledge(world: World, tab: Tab): void {
  const old = read(world, tab.site);
  if (old) keep(world, tab, {...structuredClone(old), minor: tab.site.minor});
}

/** A server writes a record for a mode. */
export const fromServer = (world: World, site: Site, mode: Mode): Memory => newMemory(world, site, mode);

/** The nearest answer: cookie, service, purpose, mode. */
function ruling(
  world: World,
  tab: Tab,
  purpose: string | undefined,
  service?: string,
  cookie?: string,
): Ruling {
  const {site, memory} = tab;
  if (purpose === 'necessary') return 'accept';
  if (purpose !== undefined && !knownPurposes(site).includes(purpose)) return 'refuse';
  const ofCookie = cookie === undefined ? undefined : memory?.answers.cookies.get(cookie);
  if (ofCookie) return ofCookie;
  const ofService = service === undefined ? undefined : memory?.answers.services.get(service);
  if (ofService) return ofService;
  if (purpose === undefined && site.undeclared === 'allow') return 'accept';
  const ofPurpose = purpose === undefined ? undefined : memory?.answers.purposes.get(purpose);
  if (ofPurpose === 'refuse') return 'refuse';
  if (memory) {
    // What was declared later is asked about.
    const known = purpose === undefined || memory.covered.purposes.includes(purpose);
    if (!known && declaredPurposes(site).includes(purpose)) return 'notify';
    if (service !== undefined && !memory.covered.services.includes(service)) return 'notify';
  }
  if (ofPurpose) return ofPurpose;
  if (memory?.mode === 'accept-all') return 'accept';
  if (memory?.mode === 'notify') return 'notify';
  if (memory?.mode === 'refuse-all') return 'refuse';
  return world.signal ? 'refuse' : 'undecided';
}

export function ofPurpose(world: World, tab: Tab, purpose: string): Ruling {
  return ruling(world, tab, purpose);
}

export function ofService(world: World, tab: Tab, id: string): Ruling {
  const service = tab.site.services.find((one) => one.id === id);
  return service ? ruling(world, tab, service.purpose, id) : 'refuse';
}

export function ofCookie(world: World, tab: Tab, name: string): Ruling {
  if (name === 'cookie_consent' || tab.site.necessary.some((one) => named(one, name))) return 'accept';
  const service = tab.site.services.find((one) => one.cookies.some((cookie) => named(cookie, name)));
  return ruling(world, tab, service?.purpose ?? tab.claims.get(name), service?.id, name);
}

/** A storage key that a service declares. */
export function ofKey(world: World, tab: Tab, name: string): Ruling {
  if (tab.site.necessary.some((one) => named(one, name))) return 'accept';
  const service = tab.site.services.find((one) => one.keys.some((key) => named(key, name)));
  return service ? ruling(world, tab, service.purpose, service.id) : 'accept';
}

export function modeOf(world: World, tab: Tab): Mode | undefined {
  return tab.memory?.mode ?? (world.signal ? 'refuse-all' : undefined);
}

/** Whether the notice has to ask: some purpose that the visitor is told of has no answer at all. */
export function mustAsk(world: World, tab: Tab): boolean {
  return declaredPurposes(tab.site).some((purpose) => ofPurpose(world, tab, purpose) === 'undecided');
}

/** Whether the notice has to tell of a minor revision. */
export function mustTell(tab: Tab): boolean {
  return !!tab.memory && tab.memory.minor !== tab.site.minor;
}

import {bare} from './bare.ts';
import {matches} from './matches.ts';
import {after} from './duration.ts';
import {blank, fit} from './coverage.ts';
import {keyOf} from './question.ts';
import {parseRecord, recordName, stamp, writeRecord} from './record.ts';
import {answerOfMode, answers, modes} from './words.ts';
import {version} from './version.ts';
import type {Presence, Receipt} from './receipt.ts';
import type {ConsentEvents, ConsentEventTarget, GateDetail} from './events.ts';
import type {Choice} from './record.ts';
import type {Declaration, Service} from './declaration.ts';
import type {Question} from './question.ts';
import type {RecordStorage} from './storage-port.ts';
import type {Trace, UndoReport} from './undone.ts';
import type {Answer, Answers, Mode, Way} from './words.ts';

/** How a choice was made, for the record; without it, it counts as the site's word by the API. */
export interface Circumstances {
  readonly given?: Way;
  /** BCP 47 tag of the text shown. */
  readonly language?: string;
  /** First 32 hexadecimal digits of the SHA-256 of the text shown. */
  readonly text?: string;
  /** The visitor said that others use this computer too. */
  readonly session?: boolean;
  /** With `choose()`: finer answers given together with the mode, so that nothing opens for a moment that they refuse. */
  readonly answers?: Answers;
}

/** What a consent needs of the world around it. */
export interface Ports<Jar = unknown> {
  readonly storage: RecordStorage;
  /** A cookie jar whose writes belong to a purpose. */
  readonly jar?: (claim: (name: string) => void) => Jar;
  /** Cookies and storage keys that are there now. */
  readonly present?: () => readonly Pick<Trace, 'kind' | 'name'>[];
  /** Takes the news of the consent elsewhere too. */
  readonly announce?: (name: keyof ConsentEvents, detail: unknown) => void;
  /** Nothing is ever allowed, whatever is called: for a site whose configuration cannot be read. */
  readonly shut?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** What a service declares by name. */
export type StoredList = 'cookies' | 'storage';

/** Whether a record can name a cookie. */
const namable = (name: string): boolean => /^\S+$/.test(name);

/**
 * What the visitor allows. Holds no reference to a document: gate, guard, signals and the user interface follow it as attachments.
 */
export class Consent<
  Id extends string = string,
  Jar = unknown,
> extends (EventTarget as new () => ConsentEventTarget) {
  readonly declaration: Declaration;
  /** Cookie strings carried out on this page, by what makes them the same cookie: removing one takes its domain and path. */
  readonly written = new Map<string, string>();
  /** Marked elements that the gate holds now. */
  readonly held = new Map<Element, GateDetail>();
  /** What the last change has made necessary to undo, as it will be told; set by what removes. */
  undoing: Promise<UndoReport> = Promise.resolve({removed: [], left: [], running: []});
  readonly #ports: Ports<Jar>;
  /** Cookie names that `cookies(purpose)` wrote, with their purpose. */
  readonly #claims = new Map<string, string>();
  readonly #questions = new Map<string, Question>();
  readonly #later = new Set<Question>();
  #choice: Choice | undefined;
  #outdated: Choice | undefined;
  #signalled = false;
  #kept = true;

  constructor(declaration: Declaration, ports: Ports<Jar>) {
    super();
    this.declaration = declaration;
    this.#ports = ports;
    this.#read();
  }

  /** The visitor's standing instruction, or undefined before any choice. */
  get mode(): Mode | undefined {
    return this.#choice?.mode ?? (this.#signalled ? 'refuse-all' : undefined);
  }

  /** The choice in force, as it is recorded. */
  get choice(): Choice | undefined {
    return this.#choice;
  }

  /** A choice that no longer counts since the policy had a major revision. */
  get outdated(): Choice | undefined {
    return this.#outdated;
  }

  /** Whether the browser's privacy signal, not the visitor, refuses; finer answers count before it. */
  get signalled(): boolean {
    return this.#signalled && !this.#choice?.mode;
  }

  /** Whether the record was kept; if not, the choice lasts for this page only. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Whether every declared purpose has been decided about, so that nothing must be asked at first. */
  get decided(): boolean {
    return this.#ports.shut || this.declaration.used.every((purpose) => this.verdict(purpose));
  }

  /** Questions waiting for an answer, in the order in which they came up. */
  get questions(): readonly Question[] {
    return [...this.#questions.values()].filter((question) => !this.#later.has(question));
  }

  /** Sets the mode anew for all that is declared now; finer answers are cleared. What is no mode is logged, not thrown. */
  choose(mode: Mode, circumstances?: Circumstances): void {
    if (!modes.includes(mode)) {
      console.error(`cookie-modes: mode cannot be "${mode}".`);
      return;
    }
    this.#questions.clear();
    this.#answer(this.#blank(mode), circumstances?.answers, circumstances);
  }

  /**
   * Answers for single purposes, services or cookies; the mode stays, and so do the day the choice ends and the policy it was made on. An id that is not
   * declared, or what is no answer, is logged and left out, not thrown.
   */
  answer(given: Answers, circumstances?: Circumstances): void {
    this.reread(); // what another tab or the server has recorded meanwhile counts
    this.#answer(this.#choice ?? this.#blank(), given, circumstances);
  }

  /** Whether a purpose or service is allowed now; false for what is not declared. */
  allows(id: Id): boolean {
    return this.#verdictOf(id) === 'accept';
  }

  /** Resolves once a purpose or service is allowed; never for an id that is not declared. */
  when(id: Id): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.allows(id)) return;
        this.removeEventListener('change', look);
        resolve();
      };
      this.addEventListener('change', look);
      look();
    });
  }

  /**
   * Refuses everything, undoes what was allowed, and resolves to what could be removed and what not: nothing, where nothing is attached
   * that removes.
   */
  withdraw(circumstances?: Circumstances): Promise<UndoReport> {
    this.choose('refuse-all', circumstances);
    return this.undoing;
  }

  /** Forgets the choice and everything declared that is stored; the visitor is then asked as if new. Resolves as `withdraw()` does. */
  erase(): Promise<UndoReport> {
    const before = this.#choice;
    this.#ports.storage.clear();
    this.#choice = this.#outdated = undefined;
    this.#kept = true;
    this.#changed(before, true);
    return this.undoing;
  }

  /**
   * A cookie jar for the site's own use (log-on, favourites, log-off); its writes obey the answers for the purpose.
   * @returns undefined where there is no page.
   */
  cookies(purpose: Id): Jar | undefined {
    return this.#ports.jar?.((name) => {
      this.#claims.set(name, purpose);
      this.#settle(); // an open question about it may have its answer by that
      this.tell('question');
    });
  }

  /** Asks for the settings to be opened. */
  openSettings(): void {
    this.tell('settings');
  }

  /** What was decided, when, on which policy, and which text was shown; undefined before any choice. */
  receipt(): Receipt | undefined {
    const choice = this.#choice;
    if (!choice) return;
    const {purposes, services, cookies, ...rest} = choice;
    return {...rest, answers: {purposes, services, cookies}, policyUrl: this.declaration.policy.url};
  }

  /** Cookies and storage keys that scripts of this page can see now: declared or not, allowed or not. */
  audit(): Presence[] {
    return (this.#ports.present?.() ?? []).map((trace) => {
      const {kind, name} = trace;
      const list = kind === 'cookie' ? 'cookies' : 'storage';
      const service = this.owner(name, list)?.id;
      return {
        ...trace,
        service,
        purpose: this.purposeOf(name, list),
        declared: this.necessary(name) || !!service,
        allowed: this.decide(name, list) === 'accept',
      };
    });
  }

  /** The declared service of an id. */
  service(id: string | undefined): Service | undefined {
    return this.declaration.services.find((service) => service.id === id);
  }

  /** The service that declares a cookie or storage key. */
  owner(name: string, list: StoredList = 'cookies'): Service | undefined {
    return this.declaration.services.find((service) => service[list]?.some((one) => matches(one.name, name)));
  }

  /** Whether a name is declared as necessary, or is the record's. */
  necessary(name: string): boolean {
    return name === recordName || this.declaration.necessary.some((one) => matches(one.name, name));
  }

  /** The purpose of a cookie or storage key: its service's, or the one it was written for. */
  purposeOf(name: string, list?: StoredList): string | undefined {
    return this.necessary(name) ? 'necessary' : (this.owner(name, list)?.purpose ?? this.#claims.get(name));
  }

  /** Whether a choice does not cover a purpose or service that was declared later: it is asked about, never silently granted. */
  uncovered(purpose?: string, service?: string, choice = this.#choice): unknown {
    return (
      choice &&
      ((purpose && this.declaration.used.includes(purpose) && !(purpose in choice.purposes)) ||
        (service && !(service in choice.services)))
    );
  }

  /**
   * The nearest answer of a choice: cookie, service, purpose, mode.
   * @returns undefined while nothing has been chosen.
   */
  verdict(purpose?: string, service?: string, cookie?: string, choice = this.#choice): Answer | undefined {
    const {purposes, undeclared} = this.declaration;
    if (purpose === 'necessary') return 'accept';
    if (purpose && !(purpose in purposes)) return 'refuse';
    const near = choice && ((cookie && choice.cookies[cookie]) || (service && choice.services[service]));
    if (near) return near;
    if (!purpose && undeclared === 'allow') return 'accept';
    const answer = purpose && choice?.purposes[purpose];
    // A purpose refused stays refused.
    if (answer !== 'refuse' && this.uncovered(purpose, service, choice)) return 'notify';
    return answer || (choice?.mode ? answerOfMode(choice.mode) : this.#signalled ? 'refuse' : undefined);
  }

  /** The nearest answer for a cookie or storage key. A cookie that nothing declares follows the mode; such a key is let through. */
  decide(name: string, list: StoredList = 'cookies'): Answer | undefined {
    const service = this.owner(name, list);
    if (this.necessary(name) || (list === 'storage' && !service)) return 'accept';
    return this.verdict(this.purposeOf(name, list), service?.id, list === 'cookies' ? name : '');
  }

  /** The question open about something, put off or not. */
  question(kind: Question['kind'], id: string): Question | undefined {
    return this.#questions.get(keyOf({kind, id}));
  }

  /** Puts a question to the visitor; the same one twice is one question, the last attempt counts. */
  ask(question: Question): void {
    // A cookie whose name no record can hold an answer for stays held.
    if (!namable(question.id)) return;
    const key = keyOf(question);
    const old = this.#questions.get(key);
    this.#questions.set(key, question);
    if (old && this.#later.delete(old)) this.#later.add(question);
    else this.tell('question');
  }

  /** Puts off all open questions to the next page. */
  postpone(): void {
    for (const question of this.#questions.values()) this.#later.add(question);
    this.tell('question');
  }

  /** A privacy signal of the browser counts as refusal until the visitor chooses otherwise; nothing is recorded. */
  signal(): void {
    this.#signalled = true;
    if (this.signalled) this.#changed();
  }

  /** The visitor has taken note of a minor revision of the policy; the choice stands. */
  acknowledge(): void {
    this.reread();
    if (!this.#choice) return;
    this.#choice = {...this.#choice, policy: this.declaration.policy.version};
    this.#save();
  }

  /** Reads the record again: another tab or the server may have written it. */
  reread(): void {
    const before = this.#choice;
    // A record made on a newer policy, by another tab, takes nothing back.
    if (this.#kept && this.#read()) this.#changed(this.#outdated ? undefined : before);
  }

  /** The answer for a purpose or service. */
  #verdictOf(id: string): Answer | undefined {
    const service = this.service(id);
    return this.verdict(service?.purpose ?? (id || '-'), service?.id);
  }

  #time(): number {
    return (this.#ports.now ?? Date.now)();
  }

  #until(choice: Choice): number {
    return after(Date.parse(choice.time), this.declaration.record.retention);
  }

  /** @returns whether that changed anything. */
  #read(): boolean {
    const [record = '', second] = this.#ports.storage.read();
    const read = second === undefined ? parseRecord(record) : undefined;
    const now = this.#time();
    const current = read && Date.parse(read.time) <= now && now < this.#until(read) ? read : undefined;
    const [major] = this.declaration.policy.version.split('.');
    const valid = current?.policy.split('.')[0] === major;
    const before = this.#choice && writeRecord(this.#choice);
    this.#choice = valid ? current : undefined;
    this.#outdated = valid ? undefined : current;
    return before !== (this.#choice && record);
  }

  /** A choice that covers all that is declared now, without a finer answer. */
  #blank(mode?: Mode) {
    const {services, used} = this.declaration;
    return {
      mode,
      time: stamp(this.#time()),
      policy: this.declaration.policy.version,
      // A record names purposes, also of a site that has none to ask about.
      purposes: blank(used[0] ? used : ['necessary']),
      services: blank(services.map(({id}) => id)),
      cookies: bare({} as Choice['cookies']),
    };
  }

  #answer(
    choice: Pick<Choice, 'mode' | 'time' | 'policy' | 'purposes' | 'services' | 'cookies'>,
    answered: Answers = {},
    {given = 'api', language = '-', text = '-', session = this.#choice?.session ?? false}: Circumstances = {},
  ): void {
    const known = {
      purposes: (id: string) => id in this.declaration.purposes,
      services: (id: string) => this.service(id),
      cookies: namable,
    };
    let said: unknown = choice.mode ?? this.#choice;
    for (const kind of ['services', 'purposes', 'cookies'] as const) {
      const list = bare(choice[kind]);
      choice = {...choice, [kind]: list};
      for (const [id, answer] of Object.entries(answered[kind] ?? {})) {
        if (answers.includes(answer) && known[kind](id)) {
          said = list[id] = answer;
          // An answer for a purpose is one for all that is declared for it now.
          for (const service of this.declaration.services) {
            if (kind === 'purposes' && service.purpose === id) choice.services[service.id] ??= '';
          }
        } else console.error(`cookie-modes: ${kind}.${id} cannot be "${answer}".`);
      }
    }
    if (this.#ports.shut || !said) return;
    // A mode takes the place of one that ended with a revision of the policy, too.
    const before = this.#choice ?? (choice.mode && this.#outdated);
    this.#choice = fit({
      ...choice,
      id: [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => (byte & 15).toString(16)).join(''),
      given,
      language,
      text,
      library: version,
      session,
    });
    this.#outdated = undefined;
    this.#save();
    this.#changed(before);
  }

  #save(): void {
    const choice = this.#choice;
    if (choice) {
      this.#kept = this.#ports.storage.write(
        writeRecord(choice),
        choice.session ? undefined : this.#until(choice),
      );
    }
  }

  /** Takes away questions that have their answer. */
  #settle(): void {
    for (const [key, {kind, id}] of this.#questions) {
      const verdict = kind === 'cookie' ? this.decide(id) : this.#verdictOf(id);
      if (verdict !== 'notify') this.#questions.delete(key);
    }
  }

  #changed(before?: Choice, erased = false): void {
    this.#settle();
    this.tell('change', {mode: this.mode, erased, before});
    this.tell('question');
  }

  /** Dispatches one of the events; for attachments. */
  tell<Name extends keyof ConsentEvents>(name: Name, detail?: ConsentEvents[Name]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, {detail}));
    this.#ports.announce?.(name, detail);
  }
}

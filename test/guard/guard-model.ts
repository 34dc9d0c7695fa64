import type {Answer, Mode} from '../../src/core/words.ts';

/** One attempt: a write, or a deletion where there is no value. */
export interface Attempt {
  readonly name: string;
  readonly value: string | undefined;
  /** Told by its path: attempts of one lane replace each other. */
  readonly lane: '' | '/';
}

/** What the visitor has said. */
interface Said {
  readonly mode: Mode | undefined;
  readonly purposes: Readonly<Record<string, Answer>>;
  readonly services: Readonly<Record<string, Answer>>;
  readonly cookies: Readonly<Record<string, Answer>>;
}

const nothing: Said = {mode: undefined, purposes: {}, services: {}, cookies: {}};

/** Who declares which name: told a second time, by hand, so that the library's own reading is not asked. */
const belongs: Readonly<Record<string, {service: string; purpose: string}>> = {
  _ga: {service: 'stats', purpose: 'statistics'},
  _ga_X: {service: 'stats', purpose: 'statistics'},
  forum: {service: 'forum', purpose: 'activity'},
};
const necessary = ['sid', 'cart_1'];
/** Names for the attempts: necessary, declared, and not declared. */
export const names = [...necessary, ...Object.keys(belongs), 'stray', 'other'];

/** What a page with a guard should be like, in the plainest words: a jar, a queue, what was said and what was asked. */
export class GuardModel {
  said: Said | undefined;
  readonly jar = new Map<string, string>();
  #held: Attempt[] = [];
  readonly #asked = new Set<string>();

  /** The nearest answer, or undefined while nothing is chosen. */
  verdict(name: string): Answer | undefined {
    if (necessary.includes(name)) return 'accept';
    if (!this.said) return undefined;
    const {mode, purposes, services, cookies} = this.said;
    const {service = '', purpose = ''} = belongs[name] ?? {};
    const byMode = {'accept-all': 'accept', notify: 'notify', 'refuse-all': 'refuse'} as const;
    return cookies[name] ?? services[service] ?? purposes[purpose] ?? (mode && byMode[mode]);
  }

  attempt(attempt: Attempt): void {
    const {name, value, lane} = attempt;
    const verdict = this.verdict(name);
    if (verdict === 'accept' || value === undefined) this.#carryOut(attempt);
    // A deletion is kept only where it waits behind something.
    if (value === undefined && !this.#held.some((one) => one.name === name)) return;
    this.#held = this.#held.filter((one) => one.name !== name || one.lane !== lane);
    if (verdict !== 'accept' && verdict !== 'refuse') this.#hold(attempt);
  }

  choose(mode: Mode): void {
    this.#asked.clear();
    this.said = {...nothing, mode};
    this.#settle();
  }

  answer(kind: 'purposes' | 'services' | 'cookies', id: string, answer: Answer): void {
    const said = this.said ?? nothing;
    this.said = {...said, [kind]: {...said[kind], [id]: answer}};
    this.#settle();
  }

  erase(): void {
    this.said = undefined;
    this.#settle();
  }

  /** What was held is attempted again by the next page, or never. */
  reload(): void {
    this.#held = [];
    this.#asked.clear();
  }

  /** Names that must be asked about: a question stays, though what raised it is replaced by a deletion. */
  get questions(): string[] {
    return [...this.#asked];
  }

  get pairs(): string[] {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).sort();
  }

  #carryOut({name, value}: Attempt): void {
    if (value === undefined) this.jar.delete(name);
    else this.jar.set(name, value);
  }

  #hold(attempt: Attempt): void {
    this.#held.push(attempt);
    const {name, value} = attempt;
    if (value !== undefined && this.verdict(name) === 'notify') this.#asked.add(name);
  }

  #settle(): void {
    for (const name of this.#asked) if (this.verdict(name) !== 'notify') this.#asked.delete(name);
    // What an earlier choice let in and this one does not is undone.
    for (const name of [...this.jar.keys()]) if (this.verdict(name) !== 'accept') this.jar.delete(name);
    const held = this.#held;
    this.#held = [];
    for (const one of held) {
      const verdict = this.verdict(one.name);
      if (verdict === 'accept') this.#carryOut(one);
      else if (verdict !== 'refuse') this.#hold(one);
    }
  }
}

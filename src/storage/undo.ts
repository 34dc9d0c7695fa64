import {forgetCookies} from './forget-cookies.ts';
import {storageAreas} from './forget-web-storage.ts';
import {rememberLeft, wasLeft} from './left-over.ts';
import {undoListed} from './undo-listed.ts';
import {withdrawServices} from './undo-services.ts';
import type {Consent} from '../core/consent.ts';
import type {Service} from '../core/declaration.ts';
import type {ChangeDetail} from '../core/events.ts';
import type {Obstacle, Trace, UndoReport} from '../core/undone.ts';

/** What undoing must know of the page. */
export interface UndoPage {
  /** Ids of services whose code ran here; of purposes, where marked elements named no service. */
  readonly running: ReadonlySet<string>;
  /** The browser's own `document.cookie`, from before the guard. */
  readonly cookie: PropertyDescriptor | undefined;
}

/** Milliseconds after which the browser gets its turn. */
const slice = 30;

let last: Promise<unknown> = Promise.resolve();

/**
 * Removes what services that are not allowed now have stored; then reads everything back. Cookies and Web Storage go at once, the rest
 * in the order of the calls. Never throws.
 * @param why what made it necessary; after an erasure everything goes that is not necessary.
 */
export async function undo(
  consent: Consent,
  {erased, before}: Partial<Pick<ChangeDetail, 'erased' | 'before'>>,
  {running, cookie}: UndoPage,
): Promise<UndoReport> {
  const {services, undeclared} = consent.declaration;
  const unfinished = wasLeft();
  const cookies = forgetCookies(consent, cookie);
  /** Whether an earlier choice, now ended, had allowed it; what nobody has decided about stays. */
  const wasAllowed = (purpose?: string, service?: string, name?: string) =>
    before && consent.verdict(purpose, service, name, before) === 'accept';
  const denied = ({id, purpose}: Service) => {
    const verdict = consent.verdict(purpose, id);
    return erased
      ? purpose !== 'necessary'
      : verdict === 'refuse' || (verdict !== 'accept' && (unfinished || wasAllowed(purpose, id)));
  };

  /** What went at first; after that, a cookie that appears meanwhile is a new one. */
  const first: {names?: readonly string[]} = {};
  /** A cookie that appeared by itself waits for its answer; one that an acceptance now ended had let in does not. */
  const cookieGoes = (name: string) => {
    const purpose = consent.purposeOf(name);
    if (purpose === 'necessary' || (!purpose && undeclared === 'allow')) return false;
    const verdict = consent.decide(name);
    if (erased || verdict === 'refuse') return true;
    const asked = first.names ? !first.names.includes(name) : consent.question('cookie', name)?.appeared;
    return verdict !== 'accept' && !asked && wasAllowed(purpose, consent.owner(name)?.id, name);
  };
  const keyGoes = (name: string) => {
    const service = consent.owner(name, 'storage');
    return service && !consent.necessary(name) && denied(service);
  };

  const blocked: Trace[] = [];
  /** What is there now and must go. */
  const find = (): Trace[] => {
    blocked.length = 0;
    const found: Trace[] = [];
    const look = (kind: Trace['kind'], list: 'cookies' | 'storage', names: () => string[]) => {
      try {
        for (const name of names()) found.push({kind, name, service: consent.owner(name, list)?.id});
      } catch {
        // Whether anything is there cannot be known. The two areas are blocked together.
        for (const service of kind === 'session-storage' ? [] : services.filter(denied)) {
          for (const {name} of service[list] ?? []) blocked.push({kind, name, service: service.id});
        }
      }
    };
    look('cookie', 'cookies', () => cookies.names().filter(cookieGoes));
    for (const {kind, keys} of storageAreas) look(kind, 'storage', () => keys().filter(keyGoes));
    return found;
  };
  const sweep = () => {
    const found = find();
    const written = cookies.written().filter(cookieGoes);
    for (const {kind, name} of [...found, ...written.map((name) => ({kind: 'cookie', name}))]) {
      try {
        if (kind === 'cookie') cookies.remove(name);
        else storageAreas.find((area) => area.kind === kind)?.remove(name);
      } catch {
        // Reading back tells.
      }
    }
    return found;
  };

  const found = find();
  withdrawServices(
    consent,
    services.filter(
      (service) =>
        denied(service) &&
        // Whoever started its code, it may have run.
        (wasAllowed(service.purpose, service.id) ||
          running.has(service.id) ||
          found.some((one) => one.service === service.id)),
    ),
  );
  sweep();
  first.names = found.map(({name}) => name);

  const earlier = last;
  const rest = async (): Promise<UndoReport> => {
    await earlier;
    const removed: Trace[] = [];
    const left: (Trace & {readonly why: Obstacle})[] = [];
    const report = (trace: Trace, why: Obstacle | undefined) =>
      why ? left.push({...trace, why}) : removed.push(trace);

    await undoListed(services, denied, report);

    let since = performance.now();
    for (const service of services) {
      for (const {name} of service.cookies ?? []) {
        if (name.includes('*') || consent.decide(name) === 'accept') continue;
        if (performance.now() - since > slice) {
          await new Promise((resolve) => setTimeout(resolve));
          since = performance.now();
        }
        try {
          if (!cookies.names().includes(name) && cookies.hidden(name))
            report({kind: 'cookie', name, service: service.id}, 'http-only');
        } catch {
          // Blocked, and said below.
        }
      }
    }

    // Code that is still running may have written again.
    const back = sweep();
    const still = find();
    const same = (one: Trace) => (other: Trace) => one.kind === other.kind && one.name === other.name;
    for (const trace of [...found, ...back.filter((one) => !found.some(same(one)))])
      report(trace, still.some(same(trace)) ? 'blocked' : undefined);
    for (const trace of blocked) report(trace, 'blocked');
    const told = {removed, left, running: [...running].filter((id) => !consent.allows(id))};
    rememberLeft(told);
    return told;
  };
  const result = rest();
  last = result;
  return result;
}

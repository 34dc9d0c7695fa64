import {readCookieAttempt} from './cookie-attempt.ts';
import type {CookieAttempt} from './cookie-attempt.ts';
import type {Consent} from '../core/consent.ts';
import type {Service} from '../core/declaration.ts';
import type {Question} from '../core/question.ts';
import type {Answer, Answers} from '../core/words.ts';

/** A question as it is shown, its attempt read. */
export interface Asked extends Question, CookieAttempt {}

/** Questions that are put, and answered, together. */
export interface Card {
  readonly key: string;
  readonly asked: readonly Asked[];
  /** The service all of it belongs to. */
  readonly service: Service | undefined;
  readonly purpose: string | undefined;
  /** Nothing is held: the cookies are there already. */
  readonly appeared: boolean;
  /** What an answer is given for: the one thing, or the service. */
  readonly about: 'purpose' | 'service' | 'cookies';
}

const read = new WeakMap<Question, Asked>();

// A burst draws the cards many times over; each call stack is read once.
function asked(question: Question): Asked {
  const one = read.get(question) ?? {...question, ...readCookieAttempt(question)};
  read.set(question, one);
  return one;
}

/**
 * Puts open questions onto cards, in the order of the first question of each: those of one service together, and cookies
 * that nothing declares by the script that writes them.
 */
export function questionCards(consent: Consent): Card[] {
  const groups = new Map<string, Asked[]>();
  for (const question of consent.questions) {
    const {kind, id, appeared} = question;
    const one = asked(question);
    const service = kind === 'service' ? id : kind === 'cookie' && consent.owner(id, 'cookies')?.id;
    const key = service
      ? `service ${service}`
      : kind === 'cookie' && !consent.purposeOf(id)
        ? appeared
          ? 'appeared'
          : `script ${one.script ?? id}`
        : `${kind} ${id}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, asked]) => {
    const [{kind, id}] = asked as [Asked]; // a group begins with a question
    const service =
      kind === 'service' ? consent.service(id) : kind === 'cookie' ? consent.owner(id, 'cookies') : undefined;
    const appeared = asked.every((one) => one.appeared);
    const whole = asked.some((one) => one.kind === 'service') || (service && asked[1] && !appeared);
    return {
      key,
      asked,
      service,
      purpose: kind === 'purpose' ? id : (service?.purpose ?? consent.purposeOf(id)),
      appeared,
      about: kind === 'purpose' ? kind : whole ? 'service' : 'cookies',
    };
  });
}

/**
 * What one press answers.
 * @param same for everything for the purpose; a nearer answer that would still say otherwise is then given as well
 */
export function answersOf(card: Card, answer: Answer, {choice}: Consent, same = false): Answers {
  const {about, asked, purpose, service} = card;
  const give = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, answer]));
  const names = asked.filter(({kind}) => kind === 'cookie').map(({id}) => id);
  if (about === 'purpose') return {purposes: give(asked.map(({id}) => id))};
  if (same && purpose) {
    return {
      purposes: give([purpose]),
      services: give(service && choice?.services[service.id] ? [service.id] : []),
      cookies: give(names.filter((name) => choice?.cookies[name])),
    };
  }
  return about === 'service' && service ? {services: give([service.id])} : {cookies: give(names)};
}

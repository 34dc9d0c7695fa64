import {bare} from './bare.ts';
import {answers, modes, ways} from './words.ts';
import type {Answer, Mode, Way} from './words.ts';

/** The one cookie the library stores. */
export const recordName = 'cookie_consent';

/** Ids covered by a choice, each with the answer given for it, or '' where it follows what stands above it. */
export type Covered = Record<string, Answer | ''>;

/** What is stored of the visitor's choice. */
export interface Choice {
  readonly mode: Mode | undefined;
  /** UTC, ISO 8601, whole seconds. */
  readonly time: string;
  /** major.minor of the policy the visitor was shown. */
  readonly policy: string;
  /** The purposes declared when the choice was made. */
  readonly purposes: Covered;
  /** The services declared when the choice was made. */
  readonly services: Covered;
  readonly cookies: Record<string, Answer>;
  /** 32 hexadecimal digits, for the receipt. */
  readonly id: string;
  readonly given: Way;
  /** BCP 47 tag of the text shown, `-` if none was. */
  readonly language: string;
  /** SHA-256 of the text shown, its first 32 hexadecimal digits, `-` if none was. */
  readonly text: string;
  readonly library: string;
  /** On a shared computer: forgotten when the browser closes. */
  readonly session: boolean;
}

/** A moment (milliseconds since 1970) in UTC, ISO 8601, whole seconds. */
export const stamp = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`;

const lists = ['purposes', 'services', 'cookies'] as const;
/** Cookies of more than 4 KB are dropped by browsers; a record stays far below, whatever is in it. */
const longest = 1000;

/** A choice as query-string text: one line for any server language. */
export function writeRecord(choice: Choice): string {
  const {mode, time, policy, id, given, language, text, library, session} = choice;
  const fields = new URLSearchParams({...(mode && {mode}), time, policy});
  for (const list of lists) {
    const entries = Object.entries(choice[list]).map(([key, answer]) => (answer ? `${key}.${answer}` : key));
    if (entries[0]) fields.set(list, entries.join(' '));
  }
  for (const [key, value] of Object.entries({
    id,
    given,
    language,
    text,
    library,
    ...(session && {session: 1}),
  })) {
    fields.set(key, `${value}`);
  }
  return `${fields}`;
}

/** Whether a record of this choice keeps within its size. */
export const fits = (choice: Choice): boolean => writeRecord(choice).length <= longest;

/**
 * Reads a record strictly: anything missing, unknown, doubled, too long or written otherwise than the library writes it is no record.
 * Says nothing of age or policy version; on a server, compare `time` and `policy` too.
 */
export function parseRecord(record: string): Choice | undefined {
  if (record.length > longest) return;
  const fields = new URLSearchParams(record);
  const field = (name: string) => fields.get(name) ?? '';
  const lists = (name: string): Covered => {
    const covered: Covered = bare({});
    for (const entry of field(name).split(' ').filter(Boolean)) {
      const [, key = entry, answer = ''] = /^(.+)\.(accept|notify|refuse)$/.exec(entry) ?? [];
      covered[key] = answer as Answer | '';
    }
    return covered;
  };
  const choice: Choice = {
    mode: modes.find((mode) => mode === field('mode')),
    time: field('time'),
    policy: field('policy'),
    purposes: lists('purposes'),
    services: lists('services'),
    cookies: lists('cookies') as Record<string, Answer>, // each has an answer: checked below
    id: field('id'),
    given: ways.find((way) => way === field('given')) ?? 'api',
    language: field('language'),
    text: field('text'),
    library: field('library'),
    session: fields.has('session'),
  };
  const given = [choice.purposes, choice.services, choice.cookies].flatMap((list) => Object.values(list));
  if (
    // What the library would write for this choice is what stands there: nothing unknown, doubled, or out of place.
    writeRecord(choice) === record &&
    // A date that exists, not merely one that looks like one.
    stamp(Date.parse(choice.time) || 0) === choice.time &&
    /^\d+\.\d+$/.test(choice.policy) &&
    /^[\da-f]{32}$/.test(choice.id) &&
    /^(-|[\da-f]{32})$/.test(choice.text) &&
    /^[\w-]+$/.test(choice.language) &&
    choice.library &&
    field('purposes') &&
    (choice.mode || given.some(Boolean)) &&
    Object.values(choice.cookies).every((answer) => answers.includes(answer))
  ) {
    return choice;
  }
}

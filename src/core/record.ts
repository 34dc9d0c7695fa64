import {bare} from './bare.ts';
import {modes, ways} from './words.ts';
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

/** Cookies of more than 4 KB are dropped by browsers; a record stays far below, whatever is in it. */
const longest = 1000;

const word = (words: readonly string[]) => new RegExp(`^(${words.join('|')})$`);

/** The fields of a record, in their order, each with what it may be; one that may be '' may be left out. */
const fields: readonly (readonly [keyof Choice, RegExp])[] = [
  ['mode', word([...modes, ''])],
  ['time', /Z$/],
  ['policy', /^\d+\.\d+$/],
  ['purposes', /./],
  ['services', /^/],
  ['cookies', /^(\S+\.(accept|notify|refuse)( |$))*$/],
  ['id', /^[\da-f]{32}$/],
  ['given', word(ways)],
  ['language', /^[\w-]+$/],
  ['text', /^(-|[\da-f]{32})$/],
  ['library', /./],
  ['session', /^(true)?$/],
];

/** A choice as query-string text: one line for any server language. Its length is not checked; `parseRecord` refuses one too long. */
export function writeRecord(choice: Choice): string {
  const record = new URLSearchParams();
  for (const [field] of fields) {
    const value = choice[field];
    const text =
      typeof value === 'object'
        ? Object.entries(value)
            .map(([key, answer]) => (answer ? `${key}.${answer}` : key))
            .join(' ')
        : `${value || ''}`;
    if (text) record.set(field, text);
  }
  return `${record}`;
}

/** Whether a record of this choice keeps within its size. */
export const fits = (choice: Choice): boolean => writeRecord(choice).length <= longest;

/**
 * Reads a record strictly: anything missing, unknown, doubled, too long or written otherwise than the library writes it is no record.
 * Says nothing of age or policy version; on a server, compare `time` and `policy` too.
 */
export function parseRecord(record: string): Choice | undefined {
  if (record.length > longest) return;
  const given = new URLSearchParams(record);
  const read: Record<string, unknown> = {};
  let answered = false;
  for (const [field, pattern] of fields) {
    const text = given.get(field) ?? '';
    if (!pattern.test(text)) return;
    read[field] = text || undefined;
    // Purposes, services, cookies.
    if (field.endsWith('es')) {
      const covered: Covered = bare({});
      for (const entry of text.split(' ').filter(Boolean)) {
        const [, key = entry, answer = ''] = /^(.+)\.(accept|notify|refuse)$/.exec(entry) ?? [];
        covered[key] = answer as Answer | ''; // the pattern says so
        answered ||= !!answer;
      }
      read[field] = covered;
    }
  }
  const choice = {...read, session: !!read['session']} as Choice; // each field matched its pattern
  // What the library would write for this choice is what stands there: nothing unknown, doubled, or out of place; and the day exists.
  const exact = writeRecord(choice) === record && stamp(Date.parse(choice.time) || 0) === choice.time;
  if (exact && (choice.mode || answered)) return choice;
}

import {fill} from './format.ts';
import type {Messages} from './messages.ts';

/** `roc` counts the years of the Republic of China (民國115年); undefined leaves the choice to the language. */
export type Calendar = 'gregory' | 'roc' | undefined;

/** How long something is kept, as far as that is known. */
export type Lifetime =
  | {readonly kind: 'session'}
  /** No end of its own, as in Local Storage. */
  | {readonly kind: 'untilDeleted'}
  /** An ISO 8601 duration. */
  | {readonly kind: 'duration'; readonly duration: string}
  /** Milliseconds since 1970; `from` gives the duration in words as well. */
  | {readonly kind: 'until'; readonly time: number; readonly from?: number}
  | undefined;

const dayMs = 864e5;
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
const isoDuration =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const withCalendar = (language: string, calendar: Calendar) =>
  calendar ? `${language.replace(/-u-.*/, '')}-u-ca-${calendar}` : language;

const inUnit = (amount: number, unit: (typeof units)[number], language: string) =>
  new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: 'long'}).format(amount);

/** A moment as a date in words, in the visitor's own time zone. */
export const dateInWords = (time: number, language: string, calendar?: Calendar): string =>
  new Intl.DateTimeFormat(withCalendar(language, calendar), {dateStyle: 'long'}).format(time);

/** A moment as date and time in words, in the visitor's own time zone. */
export const timeInWords = (time: number, language: string, calendar?: Calendar): string =>
  new Intl.DateTimeFormat(withCalendar(language, calendar), {dateStyle: 'long', timeStyle: 'short'}).format(
    time,
  );

/**
 * A written day in words: the same day for everyone, wherever they are.
 * Takes ISO 8601 (`2026-11-01`) and, as Taiwanese offices write it, the ROC year (`115-11-01`); anything else comes back as it was.
 */
export function dayInWords(day: string, language: string, calendar?: Calendar): string {
  const found = /^(\d{2,4})-(\d{2})-(\d{2})$/.exec(day);
  const [year = NaN, month = NaN, date = NaN] = (found ?? []).slice(1).map(Number);
  const time = Date.UTC(year < 1000 ? year + 1911 : year, month - 1, date);
  if (Number.isNaN(time)) return day;
  const options = {dateStyle: 'long', timeZone: 'UTC'} as const;
  return new Intl.DateTimeFormat(withCalendar(language, calendar), options).format(time);
}

/** An ISO 8601 duration in words ("13 months"); one that cannot be read comes back as it was. */
export function durationInWords(duration: string, language: string): string {
  const found = isoDuration.exec(duration);
  if (!found) return duration;
  const parts = units.flatMap((unit, index) => {
    const amount = Number(found[index + 1] ?? 0);
    return amount ? [inUnit(amount, unit, language)] : [];
  });
  return new Intl.ListFormat(language, {type: 'unit'}).format(parts);
}

/** A number of milliseconds in words, rounded to the unit a person would take: 400 days are "13 months". */
export function spanInWords(ms: number, language: string): string {
  const days = ms / dayMs;
  if (days >= 700) return inUnit(Math.round(days / 365.25), 'year', language);
  if (days >= 60) return inUnit(Math.round(days / 30.44), 'month', language);
  if (days >= 2) return inUnit(Math.round(days), 'day', language);
  if (days >= 1 / 12) return inUnit(Math.round(days * 24), 'hour', language);
  if (days >= 1 / 720) return inUnit(Math.round(days * 1440), 'minute', language);
  return inUnit(Math.max(1, Math.round(ms / 1000)), 'second', language);
}

/** How long something is kept, as it reads after the word "Kept". */
export function lifetimeInWords(
  lifetime: Lifetime,
  time: Messages['time'],
  {language, calendar}: {readonly language: string; readonly calendar?: Calendar},
): string {
  if (!lifetime) return time.notStated;
  if (lifetime.kind === 'session' || lifetime.kind === 'untilDeleted') return time[lifetime.kind];
  if (lifetime.kind === 'duration')
    return fill(time.lasting, {duration: durationInWords(lifetime.duration, language)});
  const date = dateInWords(lifetime.time, language, calendar);
  return lifetime.from === undefined
    ? fill(time.until, {date})
    : fill(time.lastingUntil, {date, duration: spanInWords(lifetime.time - lifetime.from, language)});
}

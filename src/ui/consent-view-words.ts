import {lifetimeInWords, dayInWords, timeInWords} from '../i18n/dates.ts';
import {after} from '../core/duration.ts';
import {hasFinerAnswers} from './has-finer-answers.ts';
import {modeInWords} from './mode-in-words.ts';
import type {Answer} from '../core/words.ts';
import type {Lifetime} from '../i18n/dates.ts';
import type {StoredItem, StoredKind} from './consent-view.ts';
import type {Context} from './context.ts';

/** How long something is kept, in words. */
export const keptInWords = (context: Context, kept: Lifetime): string =>
  lifetimeInWords(kept, context.texts('time'), {
    language: context.locale,
    calendar: context.consent.declaration.notice.calendar,
  });

/** What something stored is, in words. */
export function kindInWords(context: Context, {kinds}: Pick<StoredItem, 'kinds'>): string {
  const words = context.texts('table').kinds;
  const list = new Intl.ListFormat(context.locale, {type: 'disjunction'});
  return list.format(kinds.map((kind: StoredKind) => words[kind]));
}

/** What holds now, in words; undefined is what nobody has decided yet. */
export const nowInWords = (context: Context, answer: Answer | undefined): string => {
  const {nowAllowed, nowAsk, nowRefused, nowUndecided} = context.texts('table');
  return answer ? {accept: nowAllowed, notify: nowAsk, refuse: nowRefused}[answer] : nowUndecided;
};

/** A date of the site, in words. */
export const dayOfSite = ({consent, locale}: Context, day: string): string =>
  dayInWords(day, locale, consent.declaration.notice.calendar);

/** The choice in force, as labels and words. */
export function choiceInWords(context: Context): readonly (readonly [label: string, value: string])[] {
  const {choice, declaration} = context.consent;
  if (!choice) return [];
  const t = context.texts('settings');
  const {mode, time, session, given, policy, id} = choice;
  const made = Date.parse(time);
  const inMode = mode && modeInWords(context, mode);
  return [
    [
      t.currentChoice,
      !inMode
        ? t.finerHeading
        : hasFinerAnswers(choice)
          ? t.currentWithAnswers.replace('{mode}', () => inMode)
          : inMode,
    ],
    [t.givenOn, timeInWords(made, context.locale, declaration.notice.calendar)],
    [t.givenHow, t.how[given]],
    [
      t.keptLabel,
      keptInWords(
        context,
        session ? {kind: 'session'} : {kind: 'until', time: after(made, declaration.record.retention)},
      ),
    ],
    [t.policyVersion, policy],
    [t.receiptId, id],
  ];
}

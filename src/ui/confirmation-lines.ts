import {after} from '../core/duration.ts';
import {dateInWords} from '../i18n/dates.ts';
import {fill, fillCount} from '../i18n/format.ts';
import {hasFinerAnswers} from './has-finer-answers.ts';
import {modeInWords} from './mode-in-words.ts';
import type {UndoReport} from '../core/undone.ts';
import type {Context} from './context.ts';

/** What was chosen, how long it is kept, how to change it. */
export function confirmationLines(context: Context): readonly string[] {
  const {choice, declaration, kept} = context.consent;
  if (!choice) return [];
  const t = context.texts('confirmation');
  const notice = context.texts('notice');
  const {mode} = choice;
  const said = {'accept-all': t.acceptAll, notify: t.notify, 'refuse-all': t.refuseAll};
  const until = after(Date.parse(choice.time), declaration.record.retention);
  return [
    !mode
      ? t.answers
      : hasFinerAnswers(choice)
        ? fill(t.withAnswers, {mode: modeInWords(context, mode)})
        : said[mode],
    !kept
      ? notice.pageOnly
      : choice.session
        ? t.keptForSession
        : fill(t.keptUntil, {date: dateInWords(until, context.locale, declaration.notice.calendar)}),
    fill(t.change, {settings: notice.settings}),
  ];
}

/** What was removed, what could not be, and whether something still runs. */
export function reportLines({removed, left, running}: UndoReport, context: Context): readonly string[] {
  const t = context.texts('confirmation');
  return [
    removed[0] && fillCount(t.removed, removed.length, context.locale),
    left[0] && fillCount(t.notRemoved, left.length, context.locale),
    running[0] && t.reloadText,
  ].filter((line) => !!line) as string[];
}

import {modes} from '../core/words.ts';
import {dayInWords, durationInWords} from '../i18n/dates.ts';
import {fill, joinClauses, listOf} from '../i18n/format.ts';
import {purposeText} from './purpose-texts.ts';
import {safeUrl} from './safe-url.ts';
import type {Context} from './context.ts';
import type {Piece} from './light-dom.ts';

/**
 * What the notice says while it asks, as children for its light DOM.
 * @param revised it asks anew, since the policy was revised
 */
export function noticePieces(context: Context, revised: boolean): readonly Piece[] {
  const {consent, locale} = context;
  const {agency, notice, policy, record, services, used} = consent.declaration;
  const t = context.texts('notice');
  const unique = (texts: readonly (string | undefined)[]) =>
    [...new Set(texts)].filter((text) => !!text) as string[];
  const say = (key: 'inText' | 'withoutIt') => unique(used.map((id) => purposeText(id, key, context)?.text));
  const without = joinClauses(say('withoutIt'), t);
  const own = context.localized(agency?.name)?.text;
  const providers = unique(services.map(({provider}) => context.localized(provider)?.text)).filter(
    (provider) => provider !== own,
  );
  const changes = (policy.changes ?? []).flatMap((change) => context.localized(change) ?? []);
  const p = (text: string): Piece => ({slot: '', tag: 'p', text});
  const labels = [t.acceptAll, t.notify, t.refuseAll];

  return [
    ...(revised ? [{slot: 'mark', tag: 'strong', text: t.revised}] : []),
    {
      slot: 'heading',
      tag: `h${notice.headingLevel ?? 2}`,
      text: revised ? t.revisedHeading : t.heading,
    },
    ...(revised
      ? [
          {
            slot: 'revision',
            tag: 'p',
            text: unique([
              policy.updated &&
                fill(t.revisedOn, {date: dayInWords(policy.updated, locale, notice.calendar)}),
              t.revisedChooseAgain,
              changes[0] && t.revisedChanges,
            ]).join(t.sentenceGap),
          },
          ...(changes[0] ? [{slot: 'revision', tag: 'ul', items: changes}] : []),
        ]
      : []),
    p(
      fill(without ? t.text : t.textNoCost, {
        purposes: listOf(say('inText'), locale),
        without,
        retention: durationInWords(record.retention, locale),
      }),
    ),
    ...(providers[0] ? [p(fill(t.thirdParties, {providers: listOf(providers, locale)}))] : []),
    {
      slot: 'policy',
      tag: 'a',
      text: revised ? t.revisedLink : t.policyLink,
      attributes: {href: safeUrl(policy.url)},
    },
    {slot: 'shared', tag: 'input', attributes: {type: 'checkbox', id: 'cookie-modes-shared'}},
    {
      slot: 'shared-label',
      tag: 'label',
      text: t.sharedComputer + t.sentenceGap + t.sharedComputerHint,
      attributes: {for: 'cookie-modes-shared'},
    },
    ...modes.map((mode, index) => ({
      slot: mode,
      tag: 'button',
      text: labels[index],
      attributes: {type: 'button', 'data-mode': mode},
    })),
    {slot: 'settings', tag: 'button', text: t.settings, attributes: {type: 'button'}},
  ];
}

/** The slot for a child that the site wrote. */
export function noticeSlot(child: Element): string {
  const mode = child.getAttribute('data-mode');
  if (mode) return mode;
  if (/^h\d$/.test(child.localName)) return 'heading';
  return {a: 'policy', button: 'settings', input: 'shared', label: 'shared-label'}[child.localName] ?? '';
}

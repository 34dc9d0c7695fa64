import {matches} from '../core/matches.ts';
import {fill, fillCount} from '../i18n/format.ts';
import {keptInWords} from './consent-view-words.ts';
import {plain, serviceName, storedBy} from './consent-view.ts';
import {purposeText} from './purpose-texts.ts';
import type {Lifetime} from '../i18n/dates.ts';
import type {Context, LocalizedText} from './context.ts';
import type {Asked, Card} from './question-cards.ts';

/** A label and what stands beside it. */
export type Row = readonly [label: string, values: readonly LocalizedText[]];

/** What a card says. */
export interface QuestionTexts {
  /** What the question is about, in a word. */
  readonly name: string;
  readonly heading: string;
  readonly text: string;
  readonly rows: readonly Row[];
  /** Folded away. */
  readonly values: readonly string[];
}

/** A web address without what only machines read. */
function address(url: string | undefined): string | undefined {
  if (!url || url === 'inline' || !URL.canParse(url, document.baseURI)) return;
  const {host, pathname} = new URL(url, document.baseURI);
  return host && host + pathname;
}

/** Everything a card says, in the words of the context. */
export function questionTexts(card: Card, context: Context): QuestionTexts {
  const {asked, service, purpose, appeared, about} = card;
  const t = context.texts('question');
  const [first] = asked as [Asked]; // a card has a question
  const cookies = asked.filter(({kind}) => kind === 'cookie');
  const single = about === 'cookies' && !asked[1];
  const stored = service ? storedBy(context, service) : [];
  const called = service && serviceName(context, service);
  const label = purpose && purposeText(purpose, 'label', context);
  const writer = first.script === location.href.replace(/[?#].*/, '') ? t.thisSite : address(first.script);
  // What is not a cookie is a key of storage, or something to be loaded.
  const load = asked.find(
    ({kind, attempt}) => kind !== 'cookie' && !service?.storage?.some(({name}) => matches(name, attempt)),
  );

  const kept = ({id, until, time, path}: Asked): Lifetime =>
    until
      ? {kind: 'until', time: until, from: time}
      : path
        ? {kind: 'session'}
        : stored.find((one) => one.kinds[0] === 'cookie' && matches(one.name, id))?.kept;
  const item = (name: string, kept: Lifetime) =>
    plain(kept ? `${name} — ${keptInWords(context, kept)}` : name);
  const domain = (cookie: Asked) => cookie.domain ?? location.hostname;

  const name = single ? first.id : (called ?? (label || undefined) ?? plain(writer ?? t.thisSite)).text;
  const rows: readonly (readonly [string, ...(LocalizedText | string | undefined)[]])[] = [
    [t.service, about === 'service' ? undefined : called],
    [t.provider, context.localized(service?.provider)],
    [t.purpose, about === 'purpose' ? undefined : label || t.undeclared],
    [t.address, address(load?.attempt)],
    [t.writtenBy, writer ?? (single && !appeared ? t.unknown : undefined)],
    ...(single
      ? ([
          [t.keptLabel, keptInWords(context, kept(first))],
          [t.domain, first.path && domain(first)],
          [t.path, first.path],
        ] as const)
      : ([
          [
            t.stores,
            ...(about === 'service'
              ? stored.map((one) => item(one.name, one.kept))
              : cookies.map((one) => item(one.id, kept(one)))),
          ],
        ] as const)),
  ];

  return {
    name,
    heading: single
      ? fill(appeared ? t.appearedHeading : t.cookieHeading, {name})
      : cookies.length < asked.length
        ? fill(t.serviceHeading, {service: name})
        : fillCount(appeared ? t.appearedGroupHeading : t.groupHeading, asked.length, context.locale, {
            service: name,
          }),
    text: appeared
      ? fill(t.appearedText, {keep: t.keep, delete: t.delete})
      : (context.consent.uncovered(purpose, service?.id)
          ? t.added + context.texts('notice').sentenceGap
          : '') + (load ? t.serviceText : single ? t.cookieText : t.groupText),
    rows: rows.flatMap(([label, ...values]) => {
      const said = values.flatMap((value) =>
        value ? (typeof value === 'string' ? plain(value) : value) : [],
      );
      return said[0] ? [[label, said] as const] : [];
    }),
    values: cookies.map((one) =>
      single
        ? one.value || t.emptyValue
        : `${item(`${one.id}=${one.value}`, kept(one)).text}${one.path ? ` — ${domain(one)}${one.path}` : ''}`,
    ),
  };
}

import {matches} from '../core/matches.ts';
import {lifetimeInWords} from '../i18n/dates.ts';
import {fill, fillCount} from '../i18n/format.ts';
import {purposeText} from './purpose-texts.ts';
import type {Stored} from '../core/declaration.ts';
import type {Lifetime} from '../i18n/dates.ts';
import type {Context, LocalizedText} from './context.ts';
import type {Asked, Card} from './question-cards.ts';

/** A label and what stands beside it. */
export type Row = readonly [label: string, ...values: LocalizedText[]];

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

const plain = (text: string): LocalizedText => ({text, lang: undefined});

/** A web address without what only machines read; undefined for what is none. */
function address(url: string | undefined): string | undefined {
  // A storage key is an attempt, too.
  if (!url || !/^(https?:|\.{0,2}\/)/.test(url)) return;
  try {
    const {host, pathname} = new URL(url, document.baseURI);
    return host + pathname;
  } catch {
    return;
  }
}

/** Everything a card says, in the words of the context. */
export function questionTexts(
  {asked, service, purpose, appeared, about}: Card,
  context: Context,
): QuestionTexts {
  const {consent, locale} = context;
  const t = context.texts('question');
  const time = context.texts('time');
  const {calendar} = consent.declaration.notice;
  const kept = (lifetime: Lifetime) => lifetimeInWords(lifetime, time, {language: locale, calendar});
  const [first] = asked as [Asked]; // a card has a question
  const one = !asked[1];
  const declared = (list: 'cookies' | 'storage') => service?.[list] ?? [];
  const writer = first.script === location.href.replace(/[?#].*/, '') ? t.thisSite : address(first.script);
  const serviceName = service && (context.localized(service.name) ?? plain(service.id));
  const provider = service && context.localized(service.provider);
  const purposeLabel = purpose ? purposeText(purpose, 'label', context) : undefined;

  const keptAs = ({id, until, time: from, path}: Asked) => {
    const stored = declared('cookies').find(({name}) => matches(name, id));
    return kept(
      until
        ? {kind: 'until', time: until, from}
        : path
          ? {kind: 'session'}
          : stored?.retention
            ? {kind: 'duration', duration: stored.retention}
            : undefined,
    );
  };
  const item = (name: string, kept?: string) => plain(kept ? `${name} — ${kept}` : name);
  const items = (list: readonly Stored[], without: Lifetime) =>
    list.map(({name, retention}) =>
      item(name, kept(retention ? {kind: 'duration', duration: retention} : without)),
    );
  const cookies = asked.filter(({kind}) => kind === 'cookie');

  const name =
    about === 'cookies' && one
      ? first.id
      : (serviceName?.text ?? (about === 'purpose' ? purposeLabel?.text : writer) ?? t.thisSite);
  const count = fillCount(appeared ? t.appearedGroupHeading : t.groupHeading, asked.length, locale, {
    service: name,
  });
  const heading =
    about === 'cookies'
      ? one
        ? fill(appeared ? t.appearedHeading : t.cookieHeading, {name})
        : count
      : first.kind === 'cookie' && cookies.length === asked.length
        ? count
        : fill(t.serviceHeading, {service: name});
  const loads =
    about !== 'cookies' &&
    asked.map(({kind, attempt}) => (kind === 'cookie' ? undefined : address(attempt))).find(Boolean);
  const text = appeared
    ? fill(t.appearedText, {keep: t.keep, delete: t.delete})
    : loads || about === 'purpose'
      ? t.serviceText
      : one
        ? t.cookieText
        : t.groupText;

  const row = (label: string, ...values: (LocalizedText | false | undefined)[]): Row[] => {
    const said = values.filter((value) => !!value);
    return said[0] ? [[label, ...said]] : [];
  };
  const stores =
    about === 'service'
      ? [
          ...items(declared('cookies'), undefined),
          ...items(declared('storage'), {kind: 'untilDeleted'}),
          ...[...(service?.indexedDB ?? []), ...(service?.caches ?? [])].map((name) => item(name)),
        ]
      : cookies.map((one) => item(one.id, keptAs(one)));

  return {
    name,
    heading,
    text,
    rows: [
      ...(about === 'service' ? [] : row(t.service, serviceName)),
      ...row(t.provider, provider),
      ...(about === 'purpose' ? [] : row(t.purpose, purposeLabel ?? plain(t.undeclared))),
      ...row(t.address, loads ? plain(loads) : undefined),
      ...(cookies[0] && !appeared ? row(t.writtenBy, plain(writer ?? t.unknown)) : []),
      ...(about === 'cookies' && one
        ? [
            ...row(t.keptLabel, plain(keptAs(first))),
            ...(first.path
              ? [
                  ...row(t.domain, plain(first.domain ?? location.hostname)),
                  ...row(t.path, plain(first.path)),
                ]
              : []),
          ]
        : row(t.stores, ...stores)),
    ],
    values: cookies.map((cookie) => {
      const {id, value, domain, path} = cookie;
      if (one) return value || t.emptyValue;
      const place = path ? `; ${domain ?? location.hostname}${path}` : '';
      return `${id}=${value}${place}; ${keptAs(cookie)}`;
    }),
  };
}

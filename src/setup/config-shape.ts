import {placements} from '../core/declaration.ts';
import {after} from '../core/duration.ts';
import {being, list, map, object, text, textOr} from './shape.ts';

const any = text(/^/, 'a text');
const id = /^[A-Za-z][\w-]*$/;
const localized = textOr(any, map(/^[A-Za-z\d-]+$/, any));
const names = list(any);
const flag = being((value) => typeof value === 'boolean', 'true or false');
const duration = being((value) => after(0, `${value}`) > 0, 'an ISO 8601 duration such as P6M');
const oneOf = (...words: readonly string[]) =>
  being((value) => words.includes(`${value}`), words.join(' or '));

// `new URL` sees through capitals, spaces and line breaks in "javascript:", so protocols are compared after parsing.
const url = being((value) => {
  try {
    return /^https?:$/.test(new URL(`${value}`, globalThis.document?.baseURI ?? 'https://a').protocol);
  } catch {
    return false;
  }
}, 'a web address (https:, http: or a path on this site)');

const stored = list(object({'name!': any, retention: duration, description: localized}));

/** What a configuration may contain. */
export const configShape = object({
  'policy!': object({
    'url!': url,
    version: text(/^\d+\.\d+$/, '"major.minor", such as "2.0"'),
    updated: text(/^\d{4}-\d\d-\d\d$/, 'a date such as "2026-11-01"'),
    changes: list(localized),
  }),
  purposes: map(id, object({label: localized, description: localized, withoutIt: localized})),
  services: list(
    object({
      'id!': text(id, 'letters, digits, - and _'),
      'purpose!': any,
      name: localized,
      provider: localized,
      description: localized,
      policyUrl: url,
      src: list(url),
      cookies: stored,
      storage: stored,
      indexedDB: names,
      caches: names,
      serviceWorkers: list(url),
      onWithdraw: being((value) => typeof value === 'function', 'a function'),
    }),
  ),
  necessary: stored,
  undeclared: oneOf('hold', 'allow'),
  record: object({
    retention: duration,
    domain: text(/^[\w.-]+$/, 'a domain name'),
    receiptUrl: url,
  }),
  signals: object({gpc: flag, googleConsentMode: flag, matomo: flag}),
  notice: object({
    placement: oneOf(...placements),
    locale: text(/^[A-Za-z\d-]+$/, 'a language tag such as "zh-TW"'),
    calendar: oneOf('gregory', 'roc'),
    headingLevel: being(
      (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) < 7,
      '1 to 6',
    ),
    texts: map(/^[\w.-]+$/, localized),
  }),
  agency: object({
    name: localized,
    contact: object({phone: any, extension: any, email: any, hours: localized, officer: localized}),
    purpose: localized,
    categories: localized,
    period: localized,
    area: localized,
    recipients: localized,
    manner: localized,
    rights: localized,
    effect: localized,
  }),
});

import {after} from '../core/duration.ts';
import type {Tests} from './shape.ts';

const stored = [{'name!': '_id', retention: 'P1Y', description: ''}];

/** A configuration with everything in it that one may contain. What is only shown (texts, agency) is checked where it is shown. */
export const configExample = {
  'policy!': {'url!': '/privacy', version: '2.0', updated: '2026-11-01', changes: ['']},
  purposes: {'*': {label: '', description: '', withoutIt: ''}},
  services: [
    {
      'id!': 'chat',
      'purpose!': 'activity',
      name: '',
      provider: '',
      description: '',
      policyUrl: '/privacy',
      src: ['/chat'],
      cookies: stored,
      storage: stored,
      indexedDB: ['chat'],
      caches: ['chat'],
      serviceWorkers: ['/'],
      onWithdraw: () => undefined,
    },
  ],
  necessary: stored,
  undeclared: 'hold',
  record: {retention: 'P6M', domain: 'example.gov', receiptUrl: '/receipts'},
  signals: {gpc: true, googleConsentMode: true, matomo: true},
  notice: {placement: 'bottom', locale: 'en', calendar: 'roc', headingLevel: 2, texts: null},
  agency: null,
};

const matching = (pattern: RegExp) => (text: string) => pattern.test(text);
const id = matching(/^[a-z][\w-]*$/i);

// `new URL` sees through capitals, spaces and line breaks in "javascript:", so protocols are compared after parsing.
const url = (text: string) => {
  try {
    return /^https?:$/.test(new URL(text, globalThis.document?.baseURI ?? 'http://a').protocol);
  } catch {
    return false;
  }
};

/** What the kind of value does not say, by key of the example. */
export const configTests: Tests = {
  '': id,
  'id!': id,
  'url!': url,
  policyUrl: url,
  receiptUrl: url,
  src: url,
  serviceWorkers: url,
  version: matching(/^\d+\.\d+$/),
  updated: matching(/^\d{4}-\d\d-\d\d$/),
  retention: (text) => after(0, text) > 0,
  domain: matching(/^[\w.-]+$/),
  undeclared: matching(/^(hold|allow)$/),
  placement: matching(/^(bottom|top|corner|inline)$/),
};

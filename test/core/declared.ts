import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import type {RecordStorage} from '../../src/core/storage-port.ts';

/** A declaration with one service for each kind of trace. */
export const config = {
  policy: {url: '/privacy', version: '2.0'},
  purposes: {personalization: {}, activity: {}, statistics: {}},
  services: [
    {id: 'counter', purpose: 'statistics', cookies: [{name: '_c'}, {name: '_c_*'}], storage: [{name: 'c:*'}]},
    {id: 'quiz', purpose: 'activity', cookies: [{name: 'quiz'}]},
  ],
  necessary: [{name: 'session_id'}],
};

/** The moment of every test, unless it sets another. */
export const now = Date.parse('2026-11-27T08:30:00Z');

/** A consent in memory. */
export const consentOf = (
  more: object = {},
  storage: RecordStorage = memoryStorage(),
  time: () => number = () => now,
) => new Consent(declare({...config, ...more}), {storage, now: time});

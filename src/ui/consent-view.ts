import {recordName} from '../core/record.ts';
import type {Declaration, Service, Stored} from '../core/declaration.ts';
import type {Lifetime} from '../i18n/dates.ts';
import type {Messages} from '../i18n/messages.ts';
import type {Context, LocalizedText} from './context.ts';

/** What something stored is, in the words of the core. */
export type StoredKind = keyof Messages['table']['kinds'];

/** One thing that is declared to be stored, for showing. */
export interface StoredItem {
  /** More than one: it may be either. */
  readonly kinds: readonly StoredKind[];
  readonly name: string;
  readonly kept: Lifetime;
  readonly description: LocalizedText | undefined;
}

/** A text of ours, or of nobody in particular. */
export const plain = (text: string): LocalizedText => ({text, lang: undefined});

/** Purposes to show, the necessary one first. */
export const purposesOf = ({used}: Declaration): readonly string[] => ['necessary', ...used];

/** The services of one purpose. */
export const servicesOf = ({services}: Declaration, purpose: string): readonly Service[] =>
  services.filter((service) => service.purpose === purpose);

/** What a service is called: by its name, else by its id. */
export const serviceName = (context: Context, {name, id}: Service): LocalizedText =>
  context.localized(name) ?? plain(id);

const lasting = (retention: string | undefined, otherwise: Lifetime): Lifetime =>
  retention ? {kind: 'duration', duration: retention} : otherwise;

/** Everything a service declares to store, cookies first. */
export function storedBy(context: Context, service: Service): readonly StoredItem[] {
  const {cookies = [], storage = [], indexedDB = [], caches = [], serviceWorkers = []} = service;
  const item = (kinds: readonly StoredKind[], otherwise: Lifetime) => (stored: Stored) => ({
    kinds,
    name: stored.name,
    kept: lasting(stored.retention, otherwise),
    description: context.localized(stored.description),
  });
  const lastingItem = (kind: StoredKind) => (name: string) => item([kind], {kind: 'untilDeleted'})({name});
  return [
    ...cookies.map(item(['cookie'], undefined)),
    ...storage.map(item(['local-storage', 'session-storage'], {kind: 'untilDeleted'})),
    ...indexedDB.map(lastingItem('indexed-db')),
    ...caches.map(lastingItem('cache')),
    ...serviceWorkers.map(lastingItem('service-worker')),
  ];
}

/** What is stored without being asked about: the record of the choice, and what the site declares as necessary. */
export function storedAnyway(context: Context): readonly StoredItem[] {
  const {necessary, record} = context.consent.declaration;
  const {ownRecord} = context.texts('table');
  const session = context.consent.choice?.session;
  const item = (stored: Stored, kept: Lifetime, description = context.localized(stored.description)) => ({
    kinds: ['cookie'] as const,
    name: stored.name,
    kept,
    description,
  });
  return [
    item(
      {name: recordName},
      session ? {kind: 'session'} : lasting(record.retention, undefined),
      plain(ownRecord),
    ),
    ...necessary.map((stored) => item(stored, lasting(stored.retention, undefined))),
  ];
}

import type { Declaration, Service } from '../core/declaration.js';
import type { Lifetime } from '../i18n/dates.js';
import type { Messages } from '../i18n/messages.js';
import type { Context, LocalizedText } from './context.js';
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
export declare const plain: (text: string) => LocalizedText;
/** Purposes to show, the necessary one first. */
export declare const purposesOf: ({ used }: Declaration) => readonly string[];
/** The services of one purpose. */
export declare const servicesOf: ({ services }: Declaration, purpose: string) => readonly Service[];
/** What a service is called: by its name, else by its id. */
export declare const serviceName: (context: Context, { name, id }: Service) => LocalizedText;
/** Everything a service declares to store, cookies first. */
export declare function storedBy(context: Context, service: Service): readonly StoredItem[];
/** What is stored without being asked about: the record of the choice, and what the site declares as necessary. */
export declare function storedAnyway(context: Context): readonly StoredItem[];

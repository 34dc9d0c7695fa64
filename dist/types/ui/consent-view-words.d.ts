import type { Answer } from '../core/words.js';
import type { Lifetime } from '../i18n/dates.js';
import type { StoredItem } from './consent-view.js';
import type { Context } from './context.js';
/** How long something is kept, in words. */
export declare const keptInWords: (context: Context, kept: Lifetime) => string;
/** What something stored is, in words. */
export declare function kindInWords(context: Context, { kinds }: Pick<StoredItem, 'kinds'>): string;
/** What holds now, in words; undefined is what nobody has decided yet. */
export declare const nowInWords: (context: Context, answer: Answer | undefined) => string;
/** A date of the site, in words. */
export declare const dayOfSite: ({ consent, locale }: Context, day: string) => string;
/** The choice in force, as labels and words. */
export declare function choiceInWords(context: Context): readonly (readonly [label: string, value: string])[];

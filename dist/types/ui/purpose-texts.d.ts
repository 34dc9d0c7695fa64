import type { PurposeTexts } from '../i18n/messages.js';
import type { Context, LocalizedText } from './context.js';
/** What is said of a purpose, by the site or, for a built-in one, by us; undefined where nobody says anything. */
export declare function purposeText(id: string, key: keyof PurposeTexts, context: Context): LocalizedText | undefined;

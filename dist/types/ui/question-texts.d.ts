import type { Context, LocalizedText } from './context.js';
import type { Card } from './question-cards.js';
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
/** Everything a card says, in the words of the context. */
export declare function questionTexts(card: Card, context: Context): QuestionTexts;

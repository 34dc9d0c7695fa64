import type { TemplateResult } from 'lit';
import type { Context } from './context.js';
import type { Card } from './question-cards.js';
import type { QuestionTexts } from './question-texts.js';
/** Where a card stands in the queue, and what its buttons do. */
export interface Queue {
    readonly position: number;
    readonly total: number;
    readonly press: (event: MouseEvent) => void;
    readonly later: () => void;
}
/**
 * What a card has in the light DOM: all of its text and its controls, each a child of its own, so that translators and privacy
 * extensions find them and the shadow tree can protect every one against the page's styles.
 */
export declare function questionLight({ purpose, about, appeared, service }: Card, { heading, text, rows, values }: QuestionTexts, context: Context, { position, total, press, later }: Queue): TemplateResult;

import type { LocalizedText } from './context.js';
/** A child that an element wants to have in its light DOM. */
export interface Piece {
    readonly slot: string;
    readonly tag: string;
    readonly text?: string | undefined;
    /** Instead of a text: a list item each. */
    readonly items?: readonly LocalizedText[];
    readonly attributes?: Readonly<Record<string, string | undefined>>;
}
/**
 * Keeps an element's slotted children: those the site gave stay and are put into the slot that `slotOf` names for them, those it did not
 * give are created, updated in place (so that focus stays) and removed again.
 */
export declare function lightDom(host: HTMLElement, slotOf: (child: Element) => string): (pieces: readonly Piece[]) => void;

import type { Service } from '../core/declaration.js';
import type { Context } from './context.js';
/** What an element is held for. */
export interface EmbedMark {
    readonly purpose: string;
    readonly service: Service | undefined;
}
/** Reads an element's marks as the gate reads them; undefined for marks with which it stays shut whatever is answered. */
export declare function embedMark(marked: Element, { consent }: Context): EmbedMark | undefined;
/** What a placeholder says. */
export interface EmbedTexts {
    readonly name: string;
    readonly label: string;
    readonly missing: string;
    readonly why: string;
    readonly without: string | undefined;
    readonly policy: {
        readonly href: string;
        readonly text: string;
    } | undefined;
}
/** Everything a placeholder says, in the words of the context: what is missing, from whom, why, and what refusing costs. */
export declare function embedTexts({ marked, target }: {
    marked: Element;
    target: Element;
}, { purpose, service }: EmbedMark, context: Context): EmbedTexts;

import type { Counted } from './messages.js';
/** What is put in the place of `{words in braces}`. */
export type Values = Readonly<Record<string, string | number>>;
/** A text with its placeholders filled; one that has no value stays as it is, so that a mistake can be seen. */
export declare const fill: (text: string, values: Values) => string;
/** A text that depends on a number, in the form the language has for it; {count} is that number in the language's digits. */
export declare function fillCount(text: Counted, count: number, language: string, values?: Values): string;
/** Names in a row, as the language joins them: "a, b and c". */
export declare const listOf: (items: readonly string[], language: string) => string;
/** Clauses in a row, with the separators of `messages.notice`; empty ones are left out. */
export declare function joinClauses(clauses: readonly string[], separators: {
    readonly clauseSeparator: string;
    readonly lastClauseSeparator: string;
    readonly twoClauseSeparator: string;
}): string;

import type {Counted} from './messages.ts';

/** What is put in the place of `{words in braces}`. */
export type Values = Readonly<Record<string, string | number>>;

/** A text with its placeholders filled; one that has no value stays as it is, so that a mistake can be seen. */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, key: string) =>
    Object.hasOwn(values, key) ? `${values[key]}` : placeholder,
  );

/** A text that depends on a number, in the form the language has for it; {count} is that number in the language's digits. */
export function fillCount(text: Counted, count: number, language: string, values: Values = {}): string {
  const form =
    typeof text === 'string' ? text : (text[new Intl.PluralRules(language).select(count)] ?? text.other);
  return fill(form, {...values, count: new Intl.NumberFormat(language).format(count)});
}

/** Names in a row, as the language joins them: "a, b and c". */
export const listOf = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(language).format(items);

/** Clauses in a row, with the separators of `messages.notice`; empty ones are left out. */
export function joinClauses(
  clauses: readonly string[],
  separators: {
    readonly clauseSeparator: string;
    readonly lastClauseSeparator: string;
    readonly twoClauseSeparator: string;
  },
): string {
  const said = clauses.filter(Boolean);
  const {clauseSeparator, lastClauseSeparator, twoClauseSeparator} = separators;
  if (said.length < 3) return said.join(twoClauseSeparator);
  return said.slice(0, -1).join(clauseSeparator) + lastClauseSeparator + (said.at(-1) ?? '');
}

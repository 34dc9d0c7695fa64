import {localized} from './localized.ts';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const own = (texts: unknown, key: string): unknown =>
  isTree(texts) && Object.hasOwn(texts, key) ? texts[key] : undefined;

function textIn(value: unknown, language: string): string | undefined {
  if (typeof value === 'string') return value;
  if (!isTree(value)) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return entries.length > 0 ? localized(Object.fromEntries(entries), language).text : undefined;
}

/**
 * Texts with those of the site in place of ours: `{"notice.heading": "…"}` or `{"notice": {"heading": "…"}}`, each a string
 * or an object by language. Only keys that we have are copied, into objects without a prototype; everything else is left alone.
 * @param path - where `base` stands: `''` for all texts, `'notice'` for one section.
 */
export function override<T extends object>(
  base: T,
  texts: unknown,
  {language, path = ''}: {readonly language: string; readonly path?: string},
): T {
  const nested = path.split('.').reduce((tree, key) => (key ? own(tree, key) : tree), texts);
  const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, ours] of Object.entries(base)) {
    const at = path ? `${path}.${key}` : key;
    const theirs = own(texts, at) ?? own(nested, key);
    const counted = isTree(ours) && 'other' in ours;
    if (at === 'language') result[key] = ours;
    else if (!isTree(ours)) result[key] = textIn(theirs, language) ?? ours;
    else if (counted && theirs !== undefined && own(theirs, 'other') === undefined)
      result[key] = textIn(theirs, language) ?? ours;
    else result[key] = override(ours, texts, {language, path: at});
  }
  return result as T; // the same keys as `base`, each with a text in its place
}

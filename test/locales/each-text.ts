/** Every text in a tree, with the dotted key it has there. */
export function eachText(tree: object | undefined, path = ''): [string, string][] {
  return Object.entries(tree ?? {}).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (!path && key === 'language') return [];
    // A word for inside a sentence is there only where it differs from the label.
    if (key === 'inText') return [];
    const at = path ? `${path}.${key}` : key;
    return typeof value === 'object' && value ? eachText(value, at) : [[at, `${value}`]];
  });
}

/** The names in braces, sorted. */
export const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

/** How wide a text is, roughly: full-width characters count double, marks above and below not at all. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (width, one) =>
      width + (/\p{M}/u.test(one) ? 0 : /[\u1100-\u11ff\u2e80-\ud7ff\uff00-\uff60]/.test(one) ? 2 : 1),
    0,
  );

import {bare} from '../core/bare.ts';

/** A configuration that makes consent impossible to honour; the message names the place and the remedy. */
export class ConfigError extends Error {
  static {
    // Not left to the class: a minifier may rename it.
    this.prototype.name = 'ConfigError';
  }
}

/** Refuses a configuration; a path starts with a dot. */
export function refuse(path: string, remedy: string): never {
  throw new ConfigError(
    `cookie-modes: ${path.slice(1) || 'the configuration'} ${remedy}. Nothing is allowed till then.`,
  );
}

/** What a text under a key of the example must be, where its kind does not say enough; `''` is for the keys of free maps. */
export type Tests = Readonly<Record<string, (text: string) => unknown>>;

/**
 * A clean copy of untrusted data that is shaped like an example. An object has the example's keys and no others (`*` stands
 * for any, a trailing `!` for one that must be there), a list holds what its first item is like, `''` is a text or one for
 * each language, null is anything.
 * @throws ConfigError
 */
export function shaped(value: unknown, example: unknown, tests: Tests, path = '', key = ''): unknown {
  const wrong = () => refuse(path, `must be like ${JSON.stringify(example).replaceAll('!', '')}`);
  if (example === null) return value;
  if (Array.isArray(value) !== Array.isArray(example)) wrong();
  if (Array.isArray(example)) {
    return (value as unknown[]).map((one, index) => shaped(one, example[0], tests, `${path}[${index}]`, key));
  }
  // Not `instanceof`: objects of other realms and without a prototype are checked as well.
  if (Object(value) !== value) {
    if (value === null || typeof value !== typeof example || tests[key]?.(`${value}`) === false) wrong();
    return value;
  }
  if (typeof value !== typeof example && example !== '') wrong();
  if (value instanceof Function) return value;
  const known = bare((example || {'*': 'text'}) as Record<string, unknown>); // an object, by what it was compared with
  const clean: Record<string, unknown> = bare({});
  for (const [name, one] of Object.entries(value as object)) {
    const where = `${path}.${name}`;
    const like = [name, `${name}!`, '*'].find((word) => word in known);
    if (!like) refuse(where, `is unknown: use ${Object.keys(known).join(', ').replaceAll('!', '')}`);
    if (like === '*' && !tests['']?.(name)) refuse(where, 'must be letters, digits, - and _');
    if (one !== undefined) clean[name] = shaped(one, known[like], tests, where, like);
  }
  for (const name in known)
    if (name.endsWith('!') && !(name.slice(0, -1) in clean))
      refuse(`${path}.${name.slice(0, -1)}`, 'is missing');
  return clean;
}

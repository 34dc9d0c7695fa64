import {bare} from '../core/bare.ts';

/** Notes what is wrong with a value, where, and what it should be. */
export type Complain = (path: string, remedy: string) => void;

/** Reads untrusted data: returns a clean copy, or complains and returns undefined. */
export type Shape = (value: unknown, path: string, complain: Complain) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever passes a test; `remedy` says what that is. */
export const being =
  (test: (value: unknown) => unknown, remedy: string): Shape =>
  (value, path, complain) => {
    if (test(value)) return value;
    complain(path, `must be ${remedy}`);
  };

/** A text that a pattern describes. */
export const text = (pattern: RegExp, remedy: string): Shape =>
  being((value) => typeof value === 'string' && pattern.test(value), remedy);

/** A list of one shape. */
export const list =
  (item: Shape): Shape =>
  (value, path, complain) => {
    if (Array.isArray(value)) return value.map((one, index) => item(one, `${path}[${index}]`, complain));
    complain(path, 'must be a list');
  };

/** An object whose keys a pattern describes. */
export const map =
  (key: RegExp, item: Shape): Shape =>
  (value, path, complain) => {
    if (!isObject(value)) return complain(path, 'must be an object');
    const clean: Record<string, unknown> = bare({});
    for (const [name, one] of Object.entries(value)) {
      if (key.test(name)) clean[name] = item(one, `${path}.${name}`, complain);
      else complain(`${path}.${name}`, 'has a name that cannot be used; take letters, digits, - and _');
    }
    return clean;
  };

/** An object with known keys; those whose name ends in `!` here are required. */
export const object =
  (keys: Readonly<Record<string, Shape>>): Shape =>
  (value, path, complain) => {
    if (!isObject(value)) return complain(path, 'must be an object');
    const clean: Record<string, unknown> = bare({});
    for (const [name, one] of Object.entries(value)) {
      const shape = Object.hasOwn(keys, name) ? keys[name] : keys[`${name}!`];
      const where = path ? `${path}.${name}` : name;
      if (!shape) complain(where, `is unknown; known: ${Object.keys(keys).join(', ').replaceAll('!', '')}`);
      else if (one !== undefined) clean[name] = shape(one, where, complain);
    }
    for (const name in keys) {
      if (name.endsWith('!') && !(name.slice(0, -1) in clean))
        complain(`${path}.${name.slice(0, -1)}`, 'is missing');
    }
    return clean;
  };

/** Either of two shapes, told apart by whether the value is a text. */
export const textOr =
  (one: Shape, other: Shape): Shape =>
  (value, path, complain) =>
    (typeof value === 'string' ? one : other)(value, path, complain);

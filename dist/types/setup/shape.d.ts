/** A configuration that makes consent impossible to honour; the message names the place and the remedy. */
export declare class ConfigError extends Error {
}
/** Refuses a configuration; a path starts with a dot. */
export declare function refuse(path: string, remedy: string): never;
/** What a text under a key of the example must be, where its kind does not say enough; `''` is for the keys of free maps. */
export type Tests = Readonly<Record<string, (text: string) => unknown>>;
/**
 * A clean copy of untrusted data that is shaped like an example. An object has the example's keys and no others (`*` stands
 * for any, a trailing `!` for one that must be there), a list holds what its first item is like, `''` is a text or one for
 * each language, null is anything.
 * @throws ConfigError
 */
export declare function shaped(value: unknown, example: unknown, tests: Tests, path?: string, key?: string): unknown;

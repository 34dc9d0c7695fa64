import type { Obstacle } from '../core/undone.js';
/**
 * Deletes databases.
 * @param goes whether a name is to be deleted
 * @param exact names to try where the browser does not list its databases (Firefox before 126)
 * @returns each that was there, with what kept it.
 */
export declare function forgetDatabases(goes: (name: string) => unknown, exact: readonly string[]): Promise<Map<string, Obstacle | undefined>>;

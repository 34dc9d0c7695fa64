import type { Obstacle } from '../core/undone.js';
/**
 * Deletes entries of Cache Storage.
 * @param goes whether a name is to be deleted
 * @returns each that was there, with what kept it.
 */
export declare function forgetCaches(goes: (name: string) => unknown): Promise<Map<string, Obstacle | undefined>>;

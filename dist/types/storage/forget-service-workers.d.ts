import type { Obstacle } from '../core/undone.js';
/**
 * Unregisters service workers; one that controls a page goes on until that page is closed.
 * @param goes whether the worker of a scope URL is to go
 * @returns each scope that had one, with what kept it.
 */
export declare function forgetServiceWorkers(goes: (scope: string) => unknown): Promise<Map<string, Obstacle | undefined>>;

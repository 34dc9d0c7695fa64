import type { Service } from '../core/declaration.js';
import type { Obstacle, Trace } from '../core/undone.js';
/**
 * Removes the databases, caches and service workers that denied services declare; never throws.
 * @param report is told of each that was there, and what kept it.
 */
export declare function undoListed(services: readonly Service[], denied: (service: Service) => unknown, report: (trace: Trace, why: Obstacle | undefined) => void): Promise<void>;

import type { Declaration } from '../core/declaration.js';
/**
 * Checks a configuration and fills in its defaults.
 * @throws ConfigError naming what is wrong and the remedy.
 */
export declare function declare(config: unknown): Declaration;

import type { Context } from './context.js';
/** The site's policy: where it is, which version, and what was revised in it. */
export declare function settingsPolicy(context: Context): unknown;

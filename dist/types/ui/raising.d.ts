import type { Edge } from './page-room.js';
/**
 * Puts a host before everything on the page, out of reach of transforms and stacking contexts, and makes room for it at an edge;
 * without an edge it is as the page laid it.
 */
export declare function raising(host: HTMLElement): (edge: Edge | undefined) => void;

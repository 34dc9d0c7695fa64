import type { Detach } from '../core/attachment.js';
/** The edge of the screen at which something stands. */
export type Edge = 'top' | 'bottom';
/**
 * Makes room on the page for an element that stands before it: what has the focus is scrolled clear of it (WCAG 2.4.11), and the
 * page can be scrolled clear of it at its end. With several, the highest counts.
 */
export declare function pageRoom(element: HTMLElement, edge: Edge): Detach;

import type { Detach } from '../core/attachment.js';
/**
 * Lays a box exactly over an element that keeps its own place on the page, so that nothing is moved when the box comes or goes.
 * The box is positioned absolutely; its place is written into a sheet of its own, since inline styles may be forbidden.
 */
export declare function embedPlace(target: HTMLElement, box: HTMLElement, sheet: CSSStyleSheet): Detach;

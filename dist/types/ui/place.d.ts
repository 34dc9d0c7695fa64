import type { Detach } from '../core/attachment.js';
/** Keeps an element first in the body, also when the body is replaced, as long as the site has none of its own. */
export declare function place(tag: string): Detach;

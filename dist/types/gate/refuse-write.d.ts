import type { Detach } from '../core/attachment.js';
/**
 * Keeps scripts that run late from erasing the page with `document.write`; everybody else's goes through.
 * @param refuse told of each call with the script that makes it; what it returns true for is refused
 */
export declare function refuseWrite(refuse: (script: Element | null) => boolean): Detach;

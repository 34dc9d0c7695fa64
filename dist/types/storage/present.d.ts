import type { Trace } from '../core/undone.js';
/** Cookies and storage keys that scripts of this page can see now. */
export declare function present(): Pick<Trace, 'kind' | 'name'>[];

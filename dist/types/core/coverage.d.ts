import type { Choice, Covered } from './record.js';
/** Ids covered without an answer of their own. */
export declare const blank: (ids: readonly string[]) => Covered;
/** Makes a choice fit the record: what is left out is asked about again, never granted. */
export declare function fit(choice: Choice): Choice;

import type { Consent } from '../core/consent.js';
import type { GateDetail } from '../core/events.js';
import type { Answer } from '../core/words.js';
/** What can be gated, with what of it is looked at. */
export type Gated = HTMLElement & Partial<Pick<HTMLScriptElement, 'src' | 'type'>>;
/** What an element is gated by, and the answer for it. */
export interface Mark extends GateDetail {
    readonly answer: Answer | undefined;
}
/** Reads marks: `data-service`, else `data-purpose`, else the declared service that the element's URL belongs to. */
export declare function readMark(consent: Consent, name: (text: string) => void): (element: Gated) => Mark | undefined;
/** Writes a mark on an element that nobody marked. */
export declare function writeMark({ dataset }: HTMLElement, { purpose, service }: Mark): void;

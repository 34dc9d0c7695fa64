import type { Consent } from '../core/consent.js';
import type { Covered } from '../core/record.js';
import type { Answer, Mode } from '../core/words.js';
/** What an answer can be given for. */
export declare const kinds: readonly ["purposes", "services", "cookies"];
/** What an answer can be given for. */
export type Kind = (typeof kinds)[number];
/** The settings as they are filled in, not yet saved; '' is "as what stands above it". */
export interface Draft extends Readonly<Record<Kind, Covered>> {
    readonly mode: Mode | undefined;
    readonly session: boolean;
    /** The finer answers that stood under the modes left meanwhile. */
    readonly before: Readonly<Partial<Record<Mode, Readonly<Record<Kind, Covered>>>>>;
}
/** Where an answer comes from that was not given for the thing itself; `added`: declared after the choice. */
export interface Inherited {
    readonly from: 'service' | 'purpose' | 'mode' | 'added' | 'signal' | 'none';
    readonly answer: Answer | undefined;
}
/** Something for each kind. */
export declare const byKind: <T>(make: (kind: Kind) => T) => Record<Kind, T>;
/** The choice in force as a draft: untouched where nothing was chosen. */
export declare function draftOf({ choice }: Consent): Draft;
/**
 * The draft with another mode: a mode covers everything, so finer answers are cleared, as when it is saved. Coming back to a mode brings
 * back what stood under it: the arrow keys pass through every mode, and nobody means to take an answer back by that.
 */
export declare const withMode: (draft: Draft, mode: Mode) => Draft;
/** The draft with one answer more, or with '' one less. */
export declare const withAnswer: (draft: Draft, kind: Kind, id: string, answer: Answer | "") => Draft;
/** What would hold for a purpose, service or cookie that has no answer of its own, and why. */
export declare function inherited(consent: Consent, draft: Draft, kind: Kind, id: string): Inherited;
/** What would hold for a purpose, service or cookie if the draft were saved. */
export declare const effective: (consent: Consent, draft: Draft, kind: Kind, id: string) => Answer | undefined;

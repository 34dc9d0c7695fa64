import type { Consent } from '../core/consent.js';
import type { Question } from '../core/question.js';
import type { Answer } from '../core/words.js';
/** One attempt to store something. */
export interface Write extends Pick<Question, 'kind' | 'id' | 'attempt'> {
    /** Equal for writes that replace each other. */
    readonly lane: string;
    readonly deletion?: boolean;
    readonly verdict: () => Answer | undefined;
    /** @param waited whole seconds since the attempt */
    readonly carryOut: (waited: number) => void;
}
/** Takes a write from an interceptor; `drop` is called when it is refused. */
export type Submit = (write: Write, drop?: () => void) => void;
/**
 * Carries out, drops or holds writes as the consent says, and settles held ones, in their order, when it changes.
 * @returns where to submit a write, and how to end it
 */
export declare function holdWrites(consent: Consent): readonly [Submit, () => false | void];

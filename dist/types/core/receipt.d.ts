import type { Choice } from './record.js';
import type { Trace } from './undone.js';
/** What was decided, for the visitor and for an auditor (GDPR Art. 7(1)). */
export interface Receipt extends Omit<Choice, 'purposes' | 'services' | 'cookies'> {
    /** What the choice covers; '' where it follows what stands above it. */
    readonly answers: Pick<Choice, 'purposes' | 'services' | 'cookies'>;
    readonly policyUrl: string;
}
/** A cookie or storage key that is there now. */
export interface Presence extends Trace {
    readonly purpose: string | undefined;
    readonly declared: boolean;
    readonly allowed: boolean;
}

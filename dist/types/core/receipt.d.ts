import type { Choice } from './record.js';
import type { Trace } from './undone.js';
/**
 * What was decided, for the visitor and for an auditor (GDPR Art. 7(1)). By the names of ISO/IEC TS 27560:2023, where they fit:
 * - `id`: `record_id`
 * - `time`: `event_time`
 * - `mode`, `answers`: `event_state`, for each of `purposes` and `services`
 * - `language`: `language`
 * - `policyUrl`, `policy`, `text`: `privacy_notice`, by address, version and hash of the text shown
 *
 * `given`, `session` and `library` have no counterpart. There is no `pii_principal_id`, on purpose: nothing tells who the visitor is.
 * `validity_duration` is `record.retention` of the configuration; controller, `lawful_basis` and what is processed only the site knows.
 */
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

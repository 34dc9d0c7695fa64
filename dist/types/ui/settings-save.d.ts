import type { Circumstances, Consent } from '../core/consent.js';
import type { Draft } from './settings-draft.js';
/** Whether a draft says anything that could be saved: a mode or an answer. */
export declare const saysSomething: (draft: Draft) => boolean;
/** Whether saving a draft would accept anything that is not accepted now: only a visitor's own click may do that. */
export declare function acceptsMore(consent: Consent, draft: Draft): boolean;
/**
 * Carries a draft out in one change: a mode that was changed, or an answer that was taken back, is a choice anew with the answers
 * left; everything else is answers beside the mode that stands.
 */
export declare function saveDraft(consent: Consent, draft: Draft, circumstances: Circumstances): void;

import type { Attachment } from '../core/attachment.js';
import type { Consent } from '../core/consent.js';
import type { ChangeDetail } from '../core/events.js';
import type { UndoReport } from '../core/undone.js';
import type { UndoPage } from '../storage/undo.js';
/** Why undoing has become necessary; nothing, where what is refused has appeared by itself. */
type Why = Partial<Pick<ChangeDetail, 'erased' | 'before'>>;
/** What is loaded when something is to be undone, has been stored by others than scripts of this page, or is to be posted. */
export interface Undoer {
    undo(consent: Consent, why: Why, page: UndoPage): Promise<UndoReport>;
    /** Asks about cookies that appear by themselves, or has them undone; posts receipts where that is asked for. */
    follow(undo: () => void): Attachment;
}
/** Undoes what is no longer allowed, by code that is loaded only when there is something to undo. */
export declare const undoing: (load: () => Promise<Undoer>) => Attachment;
export {};

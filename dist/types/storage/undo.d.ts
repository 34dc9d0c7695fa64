import type { Consent } from '../core/consent.js';
import type { ChangeDetail } from '../core/events.js';
import type { UndoReport } from '../core/undone.js';
/** What undoing must know of the page. */
export interface UndoPage {
    /** Ids of services whose code ran here; of purposes, where marked elements named no service. */
    readonly running: ReadonlySet<string>;
    /** The browser's own `document.cookie`, from before the guard. */
    readonly cookie: PropertyDescriptor | undefined;
}
/**
 * Removes what services that are not allowed now have stored; then reads everything back. Cookies and Web Storage go at once, the rest
 * in the order of the calls. Never throws.
 * @param why what made it necessary; after an erasure everything goes that is not necessary.
 */
export declare function undo(consent: Consent, { erased, before }: Partial<Pick<ChangeDetail, 'erased' | 'before'>>, { running, cookie }: UndoPage): Promise<UndoReport>;

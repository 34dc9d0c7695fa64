import { Consent } from './core/consent.js';
import type { Config, IdOf } from './core/declaration.js';
import type { PurposeJar } from './storage/purpose-jar.js';
/**
 * Starts enforcing the visitor's choice on this page: gates, guard and signals, without any user interface
 * (that is `attachUi` from `cookie-modes/define`). In Node, where there is no page, it only answers, and `cookies()` is undefined.
 * A second call on a page warns and returns the first consent, whatever it is given; in Node each call makes a new one.
 *
 * What no script on a page can do, and this one cannot:
 * - The gate is the guarantee: what is marked is not loaded without consent. The guard on cookie and storage writes is for
 *   well-behaved scripts; it is not a security boundary.
 * - What was written before this call is not held, and a script that kept the browser's own setter from before gets past.
 * - So does a fresh frame (`about:blank` has a `document.cookie` of its own), and so does a worker.
 * - Any response may set cookies; they are met afterwards, not prevented. `HttpOnly` ones can be neither seen nor deleted.
 * - Keys of `localStorage` and `sessionStorage` that nothing declares are neither held nor removed. Writes to IndexedDB and Cache
 *   Storage are not held; what is declared of them is removed on refusal.
 * - A cookie of a folder that this page is not in can be removed only if it was written on this page; what belongs to other origins
 *   stays theirs.
 * - Code that already ran cannot be unloaded.
 * - Safari keeps what scripts store for seven days, the record too, unless a server sets it again.
 * @param config what the site uses, and its policy: the same as the JSON block of the script tag. Only `policy.url` is required.
 * @throws ConfigError when the configuration makes consent impossible to honour; it names the first wrong place and its remedy.
 */
export declare function start<const C extends Config>(config: C): Consent<IdOf<C>, PurposeJar>;
/** What the script-tag build shortens away, to be small. */
type NpmOnly = 'acknowledge' | 'decide' | 'decided' | 'held' | 'outdated' | 'owner' | 'postpone' | 'purposeOf' | 'questions' | 'reread' | 'signalled' | 'tell' | 'uncovered' | 'undoing' | 'verdict' | 'written';
declare global {
    interface Window {
        /** The consent of a page with the script tag; `start()` of the npm package does not set it. */
        cookieModes: Omit<Consent<string, PurposeJar>, NpmOnly>;
    }
}
export { ConfigError } from './setup/shape.js';
export { after } from './core/duration.js';
export { parseRecord, recordName, writeRecord } from './core/record.js';
export { answers, modes } from './core/words.js';
export type { Attachment, Detach } from './core/attachment.js';
export { Consent } from './core/consent.js';
export type { Circumstances } from './core/consent.js';
export type { Agency, Config, Contact, Declaration, IdOf, Localized, Placement, Purpose, Service, Stored, } from './core/declaration.js';
export type { ChangeDetail, ConsentEvents, GateDetail } from './core/events.js';
export type { Question } from './core/question.js';
export type { Presence, Receipt } from './core/receipt.js';
export type { Choice, Covered } from './core/record.js';
export type { Obstacle, Trace, UndoReport } from './core/undone.js';
export type { Answer, Answers, Mode, Way } from './core/words.js';
export type { JarAttributes, JarConverter, PurposeJar } from './storage/purpose-jar.js';

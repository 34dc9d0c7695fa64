import { Consent } from './core/consent.js';
import type { Config, IdOf } from './core/declaration.js';
import type { PurposeJar } from './storage/purpose-jar.js';
/**
 * Starts enforcing the visitor's choice on this page: gates, guard and signals, without any user interface
 * (that is `attachUi` from `cookie-modes/define`). In Node, where there is no page, it only answers.
 * @throws ConfigError when the configuration makes consent impossible to honour; it names each place and its remedy.
 */
export declare function start<const C extends Config>(config: C): Consent<IdOf<C>, PurposeJar>;
export { ConfigError } from './setup/shape.js';
export { after } from './core/duration.js';
export { parseRecord, recordName, writeRecord } from './core/record.js';
export { answers, modes } from './core/words.js';
export type { Attachment, Detach } from './core/attachment.js';
export { Consent } from './core/consent.js';
export type { Circumstances } from './core/consent.js';
export type { Agency, Config, Contact, Declaration, Localized, Placement, Purpose, Service, Stored, } from './core/declaration.js';
export type { ChangeDetail, ConsentEvents, GateDetail } from './core/events.js';
export type { Question } from './core/question.js';
export type { Presence, Receipt } from './core/receipt.js';
export type { Choice, Covered } from './core/record.js';
export type { Obstacle, Trace, UndoReport } from './core/undone.js';
export type { Answer, Answers, Mode, Way } from './core/words.js';
export type { PurposeJar } from './storage/purpose-jar.js';

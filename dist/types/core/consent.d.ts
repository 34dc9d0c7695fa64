import type { Presence, Receipt } from './receipt.js';
import type { ConsentEvents, ConsentEventTarget, GateDetail } from './events.js';
import type { Choice } from './record.js';
import type { Declaration, Service } from './declaration.js';
import type { Question } from './question.js';
import type { RecordStorage } from './storage-port.js';
import type { Trace, UndoReport } from './undone.js';
import type { Answer, Answers, Mode, Way } from './words.js';
/** How a choice was made, for the record; without it, it counts as the site's word by the API. */
export interface Circumstances {
    readonly given?: Way;
    /** BCP 47 tag of the text shown. */
    readonly language?: string;
    /** First 32 hexadecimal digits of the SHA-256 of the text shown. */
    readonly text?: string;
    /** The visitor said that others use this computer too. */
    readonly session?: boolean;
    /** With `choose()`: finer answers given together with the mode, so that nothing opens for a moment that they refuse. */
    readonly answers?: Answers;
}
/** What a consent needs of the world around it. */
export interface Ports<Jar = unknown> {
    readonly storage: RecordStorage;
    /** A cookie jar whose writes belong to a purpose. */
    readonly jar?: (claim: (name: string) => void) => Jar;
    /** Cookies and storage keys that are there now. */
    readonly present?: () => readonly Pick<Trace, 'kind' | 'name'>[];
    /** Takes the news of the consent elsewhere too. */
    readonly announce?: (name: keyof ConsentEvents, detail: unknown) => void;
    /** Nothing is ever allowed, whatever is called: for a site whose configuration cannot be read. */
    readonly shut?: boolean;
    /** Milliseconds since 1970. */
    readonly now?: () => number;
}
/** What a service declares by name. */
export type StoredList = 'cookies' | 'storage';
declare const Consent_base: new () => ConsentEventTarget;
/**
 * What the visitor allows. Holds no reference to a document: gate, guard, signals and the user interface follow it as attachments.
 */
export declare class Consent<Id extends string = string, Jar = unknown> extends Consent_base {
    #private;
    readonly declaration: Declaration;
    /** Cookie strings carried out on this page, by what makes them the same cookie: removing one takes its domain and path. */
    readonly written: Map<string, string>;
    /** Marked elements that the gate holds now. */
    readonly held: Map<Element, GateDetail>;
    /** What the last change has made necessary to undo, as it will be told; set by what removes. */
    undoing: Promise<UndoReport>;
    constructor(declaration: Declaration, ports: Ports<Jar>);
    /** The visitor's standing instruction, or undefined before any choice. */
    get mode(): Mode | undefined;
    /** The choice in force, as it is recorded. */
    get choice(): Choice | undefined;
    /** A choice that no longer counts since the policy had a major revision. */
    get outdated(): Choice | undefined;
    /** Whether the browser's privacy signal, not the visitor, refuses; finer answers count before it. */
    get signalled(): boolean;
    /** Whether the record was kept; if not, the choice lasts for this page only. */
    get kept(): boolean;
    /** Whether every declared purpose has been decided about, so that nothing must be asked at first. */
    get decided(): boolean;
    /** Questions waiting for an answer, in the order in which they came up. */
    get questions(): readonly Question[];
    /** Sets the mode anew for all that is declared now; finer answers are cleared. What is no mode is logged, not thrown. */
    choose(mode: Mode, circumstances?: Circumstances): void;
    /**
     * Answers for single purposes, services or cookies; the mode stays, and so do the day the choice ends and the policy it was made on. An id that is not
     * declared, or what is no answer, is logged and left out, not thrown.
     */
    answer(given: Answers, circumstances?: Circumstances): void;
    /** Whether a purpose or service is allowed now; false for what is not declared. */
    allows(id: Id): boolean;
    /** Resolves once a purpose or service is allowed; never for an id that is not declared. */
    when(id: Id): Promise<void>;
    /**
     * Refuses everything, undoes what was allowed, and resolves to what could be removed and what not: nothing, where nothing is attached
     * that removes.
     */
    withdraw(circumstances?: Circumstances): Promise<UndoReport>;
    /** Forgets the choice and everything declared that is stored; the visitor is then asked as if new. Resolves as `withdraw()` does. */
    erase(): Promise<UndoReport>;
    /**
     * A cookie jar for the site's own use (log-on, favourites, log-off); its writes obey the answers for the purpose.
     * @returns undefined where there is no page.
     */
    cookies(purpose: Id): Jar | undefined;
    /** Asks for the settings to be opened. */
    openSettings(): void;
    /** What was decided, when, on which policy, and which text was shown; undefined before any choice. */
    receipt(): Receipt | undefined;
    /** Cookies and storage keys that scripts of this page can see now: declared or not, allowed or not. */
    audit(): Presence[];
    /** The declared service of an id. */
    service(id: string | undefined): Service | undefined;
    /** The service that declares a cookie or storage key. */
    owner(name: string, list?: StoredList): Service | undefined;
    /** Whether a name is declared as necessary, or is the record's. */
    necessary(name: string): boolean;
    /** The purpose of a cookie or storage key: its service's, or the one it was written for. */
    purposeOf(name: string, list?: StoredList): string | undefined;
    /** Whether a choice does not cover a purpose or service that was declared later: it is asked about, never silently granted. */
    uncovered(purpose?: string, service?: string, choice?: Choice | undefined): unknown;
    /**
     * The nearest answer of a choice: cookie, service, purpose, mode.
     * @returns undefined while nothing has been chosen.
     */
    verdict(purpose?: string, service?: string, cookie?: string, choice?: Choice | undefined): Answer | undefined;
    /** The nearest answer for a cookie or storage key. A cookie that nothing declares follows the mode; such a key is let through. */
    decide(name: string, list?: StoredList): Answer | undefined;
    /** The question open about something, put off or not. */
    question(kind: Question['kind'], id: string): Question | undefined;
    /** Puts a question to the visitor; the same one twice is one question, the last attempt counts. */
    ask(question: Question): void;
    /** Puts off all open questions to the next page. */
    postpone(): void;
    /** A privacy signal of the browser counts as refusal until the visitor chooses otherwise; nothing is recorded. */
    signal(): void;
    /** The visitor has taken note of a minor revision of the policy; the choice stands. */
    acknowledge(): void;
    /** Reads the record again: another tab or the server may have written it. */
    reread(): void;
    /** Dispatches one of the events; for attachments. */
    tell<Name extends keyof ConsentEvents>(name: Name, detail?: ConsentEvents[Name]['detail']): void;
}
export {};

import type { Choice } from './record.js';
import type { Mode } from './words.js';
import type { UndoReport } from './undone.js';
/** What changed. */
export interface ChangeDetail {
    /** The mode as it is now. */
    readonly mode: Mode | undefined;
    /** The visitor or the site had everything forgotten. */
    readonly erased: boolean;
    /** The choice whose place this one took, also one that a major revision had ended: what it allowed may have to be undone. */
    readonly before: Choice | undefined;
}
/** A marked element that the gate holds back, or has let go. */
export interface GateDetail {
    readonly element: Element;
    readonly purpose: string;
    readonly service: string | undefined;
}
/**
 * The events of a consent, by name. Each is dispatched on the consent and, prefixed `cookie-modes-`, on `document`.
 * - `change`: something is allowed, asked about or refused that was not before; once for each choice.
 * - `question`: the list of open questions changed.
 * - `settings`: somebody asked for the settings to be opened.
 * - `held`, `released`: the gate holds a marked element back, or has let one go, in that order.
 * - `undone`: what a withdrawal removed has been read back.
 */
export interface ConsentEvents {
    change: CustomEvent<ChangeDetail>;
    question: CustomEvent<undefined>;
    settings: CustomEvent<undefined>;
    held: CustomEvent<GateDetail>;
    released: CustomEvent<GateDetail>;
    undone: CustomEvent<UndoReport>;
}
/** The same news on `document`, for pages without access to the consent object. */
export type DocumentEvents = {
    [Name in keyof ConsentEvents as `cookie-modes-${Name}`]: ConsentEvents[Name];
} & {
    /** A service is no longer allowed; its own code can tidy up before what it stored is removed. */
    'cookie-modes-withdraw': CustomEvent<{
        readonly service: string;
    }>;
};
declare global {
    interface DocumentEventMap extends DocumentEvents {
    }
}
/** An `EventTarget` that knows its events by name. */
export interface ConsentEventTarget extends EventTarget {
    addEventListener<Name extends keyof ConsentEvents>(name: Name, listener: (event: ConsentEvents[Name]) => void, options?: boolean | AddEventListenerOptions): void;
    removeEventListener<Name extends keyof ConsentEvents>(name: Name, listener: (event: ConsentEvents[Name]) => void, options?: boolean | EventListenerOptions): void;
    removeEventListener(name: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void;
    addEventListener(name: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

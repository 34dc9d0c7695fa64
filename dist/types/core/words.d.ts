/** The visitor's standing instructions for the whole site, in the order in which they are offered. */
export declare const modes: readonly ["accept-all", "notify", "refuse-all"];
/** The visitor's standing instruction for the whole site. */
export type Mode = (typeof modes)[number];
/** What can be answered for one purpose, one service or one cookie. `notify` means: ask me. */
export declare const answers: readonly ["accept", "notify", "refuse"];
/** An answer given for one purpose, one service or one cookie. */
export type Answer = (typeof answers)[number];
/** How a choice reached the library; kept in the record and the receipt as proof (GDPR Art. 7(1)). */
export declare const ways: readonly ["button", "settings", "question", "api", "automatic", "gpc"];
/** How a choice reached the library. `automatic`: a click that no person made; `gpc`: the browser's privacy signal. */
export type Way = (typeof ways)[number];
/** Answers by id: purpose ids, service ids, cookie names. */
export interface Answers {
    readonly purposes?: Readonly<Record<string, Answer>>;
    readonly services?: Readonly<Record<string, Answer>>;
    readonly cookies?: Readonly<Record<string, Answer>>;
}
/** What a mode says of everything that no nearer answer covers. */
export declare const answerOfMode: (mode: Mode) => Answer;

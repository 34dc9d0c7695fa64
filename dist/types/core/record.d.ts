import type { Answer, Mode, Way } from './words.js';
/** The one cookie the library stores. */
export declare const recordName = "cookie_consent";
/** Ids covered by a choice, each with the answer given for it, or '' where it follows what stands above it. */
export type Covered = Record<string, Answer | ''>;
/** What is stored of the visitor's choice. */
export interface Choice {
    readonly mode: Mode | undefined;
    /** UTC, ISO 8601, whole seconds. */
    readonly time: string;
    /** major.minor of the policy the visitor was shown. */
    readonly policy: string;
    /** The purposes declared when the choice was made. */
    readonly purposes: Covered;
    /** The services declared when the choice was made. */
    readonly services: Covered;
    readonly cookies: Record<string, Answer>;
    /** 32 hexadecimal digits, for the receipt. */
    readonly id: string;
    readonly given: Way;
    /** BCP 47 tag of the text shown, `-` if none was. */
    readonly language: string;
    /** SHA-256 of the text shown, its first 32 hexadecimal digits, `-` if none was. */
    readonly text: string;
    readonly library: string;
    /** On a shared computer: forgotten when the browser closes. */
    readonly session: boolean;
}
/** A moment (milliseconds since 1970) in UTC, ISO 8601, whole seconds. */
export declare const stamp: (moment: number) => string;
/** A choice as query-string text: one line for any server language. Its length is not checked; `parseRecord` refuses one too long. */
export declare function writeRecord(choice: Choice): string;
/** Whether a record of this choice keeps within its size. */
export declare const fits: (choice: Choice) => boolean;
/**
 * Reads a record strictly: anything missing, unknown, doubled, too long or written otherwise than the library writes it is no record.
 * Says nothing of age or policy version; on a server, compare `time` and `policy` too.
 */
export declare function parseRecord(record: string): Choice | undefined;

import type { Question } from '../core/question.js';
/** A cookie as it was attempted, for showing. */
export interface CookieAttempt {
    readonly value: string;
    /** As written; without one, the cookie is for this host only. */
    readonly domain: string | undefined;
    /** Undefined for a cookie that appeared, where the browser does not tell; nor is its end known then. */
    readonly path: string | undefined;
    /** Milliseconds since 1970; undefined until the browser is closed. */
    readonly until: number | undefined;
    /** URL of the script that writes, where the call stack tells. */
    readonly script: string | undefined;
}
/**
 * Reads a held cookie for showing; of an attribute given twice, the last valid one counts, and Max-Age goes before Expires.
 * @param page path of the page
 */
export declare function readCookieAttempt({ attempt, time, stack, appeared }: Pick<Question, 'attempt' | 'time' | 'stack' | 'appeared'>, page?: string): CookieAttempt;

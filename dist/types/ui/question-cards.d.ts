import type { CookieAttempt } from './cookie-attempt.js';
import type { Consent } from '../core/consent.js';
import type { Service } from '../core/declaration.js';
import type { Question } from '../core/question.js';
import type { Answer, Answers } from '../core/words.js';
/** A question as it is shown, its attempt read. */
export interface Asked extends Question, CookieAttempt {
}
/** Questions that are put, and answered, together. */
export interface Card {
    readonly key: string;
    readonly asked: readonly Asked[];
    /** The service all of it belongs to. */
    readonly service: Service | undefined;
    readonly purpose: string | undefined;
    /** Nothing is held: the cookies are there already. */
    readonly appeared: boolean;
    /** What an answer is given for: the one thing, or the service. */
    readonly about: 'purpose' | 'service' | 'cookies';
}
/**
 * Puts open questions onto cards, in the order of the first question of each: those of one service together, and cookies
 * that nothing declares by the script that writes them.
 */
export declare function questionCards(consent: Consent): Card[];
/**
 * What one press answers.
 * @param same for everything for the purpose; a nearer answer that would still say otherwise is then given as well
 */
export declare function answersOf(card: Card, answer: Answer, { choice }: Consent, same?: boolean): Answers;

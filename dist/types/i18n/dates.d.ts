import type { Messages } from './messages.js';
/** `roc` counts the years of the Republic of China (民國115年); undefined leaves the choice to the language. */
export type Calendar = 'gregory' | 'roc' | undefined;
/** How long something is kept, as far as that is known. */
export type Lifetime = {
    readonly kind: 'session';
}
/** No end of its own, as in Local Storage. */
 | {
    readonly kind: 'untilDeleted';
}
/** An ISO 8601 duration. */
 | {
    readonly kind: 'duration';
    readonly duration: string;
}
/** Milliseconds since 1970; `from` gives the duration in words as well. */
 | {
    readonly kind: 'until';
    readonly time: number;
    readonly from?: number;
} | undefined;
/** A moment as a date in words, in the visitor's own time zone. */
export declare const dateInWords: (time: number, language: string, calendar?: Calendar) => string;
/** A moment as date and time in words, in the visitor's own time zone. */
export declare const timeInWords: (time: number, language: string, calendar?: Calendar) => string;
/**
 * A written day in words: the same day for everyone, wherever they are.
 * Takes ISO 8601 (`2026-11-01`) and, as Taiwanese offices write it, the ROC year (`115-11-01`); anything else comes back as it was.
 */
export declare function dayInWords(day: string, language: string, calendar?: Calendar): string;
/** An ISO 8601 duration in words ("13 months"); one that cannot be read comes back as it was. */
export declare function durationInWords(duration: string, language: string): string;
/** A number of milliseconds in words, rounded to the unit a person would take: 400 days are "13 months". */
export declare function spanInWords(ms: number, language: string): string;
/** How long something is kept, as it reads after the word "Kept". */
export declare function lifetimeInWords(lifetime: Lifetime, time: Messages['time'], { language, calendar }: {
    readonly language: string;
    readonly calendar?: Calendar;
}): string;

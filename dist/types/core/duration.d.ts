/**
 * The moment (milliseconds since 1970, as `start`) an ISO 8601 duration after another, by the calendar in UTC (`P6M` after 31 August ends on 3 March, as `Date` counts).
 * @returns milliseconds since 1970, or NaN when the text is not a duration.
 */
export declare function after(start: number, duration: string): number;

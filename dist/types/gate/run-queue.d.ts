/**
 * Runs scripts in the order in which they were added. External ones load side by side, inline ones wait for those before
 * them, `async` ones wait for nothing; an error counts like a load.
 * @param may asked directly before a script runs
 * @param ran told directly after
 * @returns where to add scripts, and how to run those whose turn it is
 */
export declare function runQueue<Permit>(may: (script: HTMLScriptElement) => Permit | void, ran: (permit: Permit) => void): {
    queue: Set<HTMLScriptElement>;
    run: () => void;
};

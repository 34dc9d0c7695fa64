/** Takes what was shown away again. */
export type Close = () => void;
/**
 * Shows one held element for as long as the page lasts, without an answer: it gets the URLs that its `data-` attributes keep, as the gate
 * would give them. The gate leaves a URL that it did not give alone, and knows of no answer: nothing else opens.
 */
export declare function openOnce(target: HTMLElement): Close;

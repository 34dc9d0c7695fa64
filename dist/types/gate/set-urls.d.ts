/**
 * Gives an element the URLs kept in its `data-` attributes, or takes them away again.
 * @returns whether the element came with a URL of its own
 */
export declare function setUrls(marked: HTMLElement, open: boolean, wasOpen: boolean): boolean;

/**
 * What the visitor misses while a marked element is held: the element, or the player or picture that it is a source of.
 * @returns undefined where there is nothing to see, or no place for a placeholder
 */
export declare function embedTarget(marked: Element): HTMLElement | undefined;

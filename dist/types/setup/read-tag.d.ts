/**
 * The configuration that a script tag names, or that its own `data-` attributes give.
 * @throws ConfigError naming the remedy, when there is none to read.
 */
export declare function readTag(tag: HTMLElement): unknown;

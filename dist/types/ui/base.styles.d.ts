/**
 * What all elements share: colours, type, focus, plain buttons and links in the shadow tree.
 * Private names begin with `--_`; each takes the public property of the same name.
 */
export declare const baseStyles: import("lit").CSSResult;

/** The cookie table: a table where there is room, a stack of labelled lines where there is not. */
export declare const tableStyles: import("lit").CSSResult;

/** The settings dialog: one column, its own scrolling, the buttons always in view where there is height for it. */
export declare const settingsStyles: import("lit").CSSResult;

/** Where the settings button stands. */
export declare const settingsButtonStyles: import("lit").CSSResult;

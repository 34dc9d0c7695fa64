/** Looks and places of the notice: the host itself is the box, so that tools which measure it see it. */
export declare const noticeStyles: import("lit").CSSResult;

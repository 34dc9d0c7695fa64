/** What the question has beyond the notice, whose box it takes. While it is closed only its status is there, unseen. */
export declare const questionStyles: import("lit").CSSResult;

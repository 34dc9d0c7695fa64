/**
 * The placeholder: a box over what it stands for, or in the flow for a template, which has no place of its own. Beside what it stands
 * for, the host takes part in no layout, neither of lines nor of a grid. In a low box the buttons come before the reasons, so that they
 * are seen without scrolling.
 */
export declare const embedStyles: import("lit").CSSResult;

/**
 * The buttons that decide (`data-mode`, `data-answer`), slotted from the light DOM. In a shadow tree, rules marked important win over
 * the page's important ones (https://drafts.csswg.org/css-cascade-5/#cascade-context), so the page cannot favour one of them.
 * Put their slots into an element with the class `choices`: all become equally wide and high.
 */
export declare const choiceButtonStyles: import("lit").CSSResult;

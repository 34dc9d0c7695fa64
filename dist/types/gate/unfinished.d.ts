/** Whether the parser may not have reached an element's end: nothing follows it in a document that is still coming in. */
export declare function unfinished(element: Element): boolean;

/** Says each thing once, to the developer, in the console. */
export declare function nameOnce(): (text: string) => void;
/** An element by its opening tag. */
export declare const tagOf: (element: Element) => string;

import type { Context } from './context.js';
/** What the five rights can be used with (Taiwan PDPA Art. 3; GDPR Art. 7, 15–17). */
export declare const rights: readonly ["view", "copy", "correct", "stop", "erase"];
/** One of the five rights. */
export type Right = (typeof rights)[number];
/** The rights as working buttons, the record, the notice and whom to ask. */
export declare function rightsPanel(context: Context, { use, print }: {
    use: (right: Right, event: Event) => void;
    print: () => void;
}): unknown;

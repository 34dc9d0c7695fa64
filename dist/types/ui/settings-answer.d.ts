import type { Context } from './context.js';
import type { Draft, Kind } from './settings-draft.js';
/** The settings being filled in. */
export interface Filling {
    readonly context: Context;
    readonly draft: Draft;
    readonly change: (draft: Draft) => void;
}
/**
 * One answer, as a native select: one stop for the keyboard, at home on every small screen, and what holds without an
 * answer of its own can be read out in full.
 */
export declare function settingsAnswer({ context, draft, change }: Filling, kind: Kind, id: string, name: string): unknown;

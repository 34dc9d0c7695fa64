import { LitElement } from 'lit';
import type { Context } from './context.js';
import type { Detach } from '../core/attachment.js';
import type { Consent } from '../core/consent.js';
/**
 * What all elements have in common: they show the context of the page, or one that was set, and draw themselves anew when the
 * choice, the questions or the language change. Without a context they show nothing.
 */
export declare class BaseElement extends LitElement {
    #private;
    get context(): Context | undefined;
    set context(context: Context | undefined);
    get consent(): Consent | undefined;
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** What to draw; called only while there is a context. */
    protected view(_context: Context): unknown;
    /** Starts following a context; returns how to stop. */
    protected follow(context: Context): Detach;
    protected render(): unknown;
}

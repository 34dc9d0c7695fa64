import { BaseElement } from './base-element.js';
import type { Detach } from '../core/attachment.js';
import type { Context } from './context.js';
/**
 * Stands in for something that is held back: says what is missing, from whom, why, and what refusing costs, and lets the visitor
 * have just that. It takes no room of its own where what it stands for has some.
 *
 * @tag cookie-modes-embed
 * @summary A placeholder around a gated frame, picture, player or template.
 * @slot - What is gated.
 * @attr open - Reflected while the placeholder is shown.
 * @csspart box - The placeholder.
 * @csspart once - The button that allows it on this page.
 * @csspart always - The button that allows it from now on.
 */
export declare class EmbedElement extends BaseElement {
    #private;
    static styles: import("lit").CSSResult[];
    static properties: {
        marked: {
            attribute: boolean;
        };
        said: {
            state: boolean;
        };
    };
    /** The gated element; else the first one inside. */
    marked: Element | undefined;
    /** What is said to screen readers. */
    private said;
    constructor();
    protected createRenderRoot(): HTMLElement | DocumentFragment;
    disconnectedCallback(): void;
    protected follow(context: Context): Detach;
    protected view(context: Context): unknown;
    protected updated(): void;
}

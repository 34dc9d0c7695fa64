import { BaseElement } from './base-element.js';
import type { Context } from './context.js';
/**
 * Asks about what wants to run or to be stored, one card at a time. Never modal, never takes the focus, never times out.
 *
 * @tag cookie-modes-question
 * @summary The questions of notify mode.
 * @attr open - Reflected while there is a question.
 * @csspart text - What is read.
 * @csspart actions - The buttons.
 */
export declare class QuestionElement extends BaseElement {
    #private;
    static styles: import("lit").CSSResult[];
    static properties: {
        said: {
            state: boolean;
        };
    };
    /** What is said to screen readers. */
    private said;
    constructor();
    disconnectedCallback(): void;
    /** Draws once a frame at most, however many questions come up in it. */
    protected scheduleUpdate(): Promise<void>;
    protected view(context: Context): unknown;
    protected updated(): void;
}

import { BaseElement } from './base-element.js';
import type { UndoReport } from '../core/undone.js';
import type { Context } from './context.js';
/**
 * The settings: a native modal dialog. What is filled in counts when it is saved; one press refuses all.
 * @tag cookie-modes-settings-dialog
 * @summary The settings dialog; opened by the settings button, a link to `#cookie-modes`, or `openSettings()`.
 * @fires close - It has been closed.
 * @attr open - Reflected while the dialog is open.
 * @csspart dialog
 */
export declare class SettingsDialogElement extends BaseElement {
    #private;
    static styles: import("lit").CSSResult[];
    static properties: {
        report: {
            attribute: boolean;
        };
        draft: {
            state: boolean;
        };
        said: {
            state: boolean;
        };
        erasing: {
            state: boolean;
        };
    };
    /** What the last withdrawal removed. */
    report: UndoReport | undefined;
    private draft;
    /** What is said to the visitor after a press. */
    private said;
    /** The button that asks for everything to be erased, while the second step is shown. */
    private erasing;
    constructor();
    disconnectedCallback(): void;
    /** Takes the report of a withdrawal; where nothing was there to undo, it is shown to those who asked for it here. */
    hear(report: UndoReport): void;
    /** Opens the dialog with what is in force now, the focus on its heading. */
    open(): Promise<void>;
    protected view(context: Context): unknown;
    protected updated(changed: Map<PropertyKey, unknown>): void;
}

import { BaseElement } from './base-element.js';
import type { Context } from './context.js';
/**
 * A button that opens the settings, for the foot of every page.
 *
 * @tag cookie-modes-settings
 * @summary Opens the cookie settings.
 * @slot - The button; created where the site gives none.
 * @attr floating - Stands in the corner of the screen; the page keeps room for it at its end.
 * @cssprop --cookie-modes-accent - Colour of the button's text and focus.
 * @cssprop --cookie-modes-background - Background while floating.
 */
export declare class CookieModesSettingsElement extends BaseElement {
    #private;
    static styles: import("lit").CSSResult[];
    static properties: {
        floating: {
            type: BooleanConstructor;
        };
    };
    floating: boolean;
    constructor();
    disconnectedCallback(): void;
    protected view(context: Context): unknown;
    protected updated(): void;
}

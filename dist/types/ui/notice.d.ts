import { BaseElement } from './base-element.js';
import type { Detach } from '../core/attachment.js';
import type { Context } from './context.js';
/**
 * The notice: three buttons of equal weight, then the confirmation of what was chosen.
 *
 * @tag cookie-modes
 * @summary Asks for the choice once, without stealing focus, scroll or layout.
 * @slot - The text: one or two paragraphs.
 * @slot mark - Marks a revision of the policy.
 * @slot heading - A heading.
 * @slot revision - When the policy was revised, and what in it.
 * @slot policy - The link to the policy.
 * @slot shared - The checkbox for a shared computer.
 * @slot shared-label - Its label.
 * @slot accept-all - The button `data-mode="accept-all"`.
 * @slot notify - The button `data-mode="notify"`.
 * @slot refuse-all - The button `data-mode="refuse-all"`.
 * @slot settings - The quieter button that opens the settings.
 * @attr open - Reflected while the choice is asked for.
 * @attr mode - Reflects the mode in force.
 * @attr view - Reflects what is shown: `ask`, `done`, `signal` or `minor`.
 * @attr placement - `bottom`, `top`, `corner` or `inline`; else as configured.
 * @csspart text - What is read.
 * @csspart actions - The buttons.
 * @csspart status - The confirmation.
 * @cssprop --cookie-modes-background - Background colour.
 * @cssprop --cookie-modes-color - Text colour.
 * @cssprop --cookie-modes-accent - Colour of buttons, links and focus.
 * @cssprop --cookie-modes-on-accent - Text colour on the buttons.
 * @cssprop --cookie-modes-border - Colour of lines.
 * @cssprop --cookie-modes-radius - Radius of corners.
 * @cssprop --cookie-modes-font-family - Font; the page's unless set.
 * @cssprop --cookie-modes-font-size - Font size; `1rem` unless set.
 * @cssprop --cookie-modes-scheme - `light` or `dark` for a page that knows only one.
 */
export declare class CookieModesElement extends BaseElement {
    #private;
    static styles: import("lit").CSSResult[];
    constructor();
    disconnectedCallback(): void;
    protected follow(context: Context): Detach;
    protected willUpdate(): void;
    protected view(context: Context): unknown;
    protected updated(): void;
}

import { CookieModesElement, CookieModesSettingsElement, EmbedElement, QuestionElement, SettingsDialogElement, TableElement } from './elements.js';
import type { Detach } from './core/attachment.js';
import type { Consent } from './core/consent.js';
declare global {
    interface HTMLElementTagNameMap {
        'cookie-modes': CookieModesElement;
        'cookie-modes-settings': CookieModesSettingsElement;
        'cookie-modes-question': QuestionElement;
        'cookie-modes-settings-dialog': SettingsDialogElement;
        'cookie-modes-embed': EmbedElement;
        'cookie-modes-table': TableElement;
    }
}
/** Shows the whole user interface for a consent: notice, questions, settings, placeholders, tables. */
export declare function attachUi<Id extends string, Jar>(consent: Consent<Id, Jar>): Detach;

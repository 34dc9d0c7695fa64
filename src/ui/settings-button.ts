import {html} from 'lit';
import {BaseElement} from './base-element.ts';
import {baseStyles} from './base.styles.ts';
import {choiceButtonStyles} from './choice-button.styles.ts';
import {lightDom} from './light-dom.ts';
import {pageRoom} from './page-room.ts';
import {settingsButtonStyles} from './settings-button.styles.ts';
import type {Detach} from '../core/attachment.ts';
import type {Context} from './context.ts';

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
export class CookieModesSettingsElement extends BaseElement {
  static override styles = [baseStyles, choiceButtonStyles, settingsButtonStyles];
  static override properties = {floating: {type: Boolean}};
  declare floating: boolean;

  #room: Detach | undefined;
  readonly #fill = lightDom(this, () => '');

  constructor() {
    super();
    this.floating = false;
    this.addEventListener('click', ({target}) => {
      if (target !== this) this.context?.openPart('settings');
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#room?.();
    this.#room = undefined;
  }

  protected override view(context: Context): unknown {
    // Any child of the site's serves as the button.
    const text = context.texts('notice').settings;
    this.#fill([{slot: '', tag: 'button', text, attributes: {type: 'button'}}]);
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  protected override updated(): void {
    if (this.floating) this.#room ??= pageRoom(this, 'bottom');
    else {
      this.#room?.();
      this.#room = undefined;
    }
  }
}

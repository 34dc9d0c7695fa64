import {html, nothing} from 'lit';
import {BaseElement} from './base-element.ts';
import {baseStyles} from './base.styles.ts';
import {downloadReceipt} from './receipt-download.ts';
import {modeInWords} from './mode-in-words.ts';
import {printReceipt} from './receipt-print.ts';
import {rightsPanel} from './rights-panel.ts';
import {settingsCurrent} from './settings-current.ts';
import {draftOf} from './settings-draft.ts';
import {settingsModes} from './settings-modes.ts';
import {settingsPolicy} from './settings-policy.ts';
import {settingsPurposes} from './settings-purposes.ts';
import {settingsReport} from './settings-report.ts';
import {acceptsMore, saveDraft, saysSomething} from './settings-save.ts';
import {settingsStyles} from './settings.styles.ts';
import {textHash} from './text-hash.ts';
import type {Circumstances} from '../core/consent.ts';
import type {UndoReport} from '../core/undone.ts';
import type {Context} from './context.ts';
import type {Filling} from './settings-answer.ts';
import type {Draft} from './settings-draft.ts';
import type {Right} from './rights-panel.ts';

/** The element that has the focus, within shadow trees too. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/**
 * The settings: a native modal dialog. What is filled in counts when it is saved; one press refuses all.
 * @tag cookie-modes-settings-dialog
 * @summary The settings dialog; opened by the settings button, a link to `#cookie-modes`, or `openSettings()`.
 * @fires close - It has been closed.
 * @attr open - Reflected while the dialog is open.
 * @csspart dialog
 */
export class SettingsDialogElement extends BaseElement {
  static override styles = [baseStyles, settingsStyles];
  static override properties = {
    report: {attribute: false},
    draft: {state: true},
    said: {state: true},
    erasing: {state: true},
  };
  /** What the last withdrawal removed. */
  declare report: UndoReport | undefined;
  declare private draft: Draft | undefined;
  /** What is said to the visitor after a press. */
  declare private said: string;
  /** The button that asks for everything to be erased, while the second step is shown. */
  declare private erasing: HTMLElement | undefined;

  /** The id of the choice the draft was made of: when another one is in force, the draft begins anew. */
  #drawn: string | undefined;
  #opener: Element | null = null;
  #hash = '-';
  /** The visitor pressed here for something to be undone, and is led to the report. */
  #awaited = false;

  constructor() {
    super();
    this.said = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // What is taken out of the page open would come back open, but no longer modal.
    this.#close();
  }

  /** Takes the report of a withdrawal; where nothing was there to undo, it is shown to those who asked for it here. */
  hear(report: UndoReport): void {
    const {removed, left, running} = report;
    this.report = this.#awaited || removed[0] || left[0] || running[0] ? report : undefined;
  }

  /** Opens the dialog with what is in force now, the focus on its heading. */
  async open(): Promise<void> {
    if (!this.#dialog?.open) {
      this.draft = this.erasing = undefined;
      this.said = '';
    }
    await this.updateComplete;
    const dialog = this.#dialog;
    if (!dialog) return;
    if (!dialog.open) {
      this.#opener = focused();
      dialog.showModal();
      this.setAttribute('open', '');
      dialog.querySelector('.body')?.scrollTo(0, 0);
    }
    this.#focus('h2');
  }

  protected override view(context: Context): unknown {
    const {consent} = context;
    const made = consent.choice?.id;
    if (!this.draft || made !== this.#drawn) this.draft = draftOf(consent);
    this.#drawn = made;
    const {draft} = this;
    const t = context.texts('settings');
    const notice = context.texts('notice');
    const filling: Filling = {context, draft, change: (next) => (this.draft = next)};
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#closed}>
      <header role="presentation">
        <h2 id="title" tabindex="-1">${t.title}</h2>
        <button type="button" data-action="close" @click=${this.#close}>${t.close}</button>
      </header>
      <div class="body">
        <p>${t.intro}</p>
        ${this.report ? settingsReport(context, this.report) : nothing} ${settingsCurrent(context)}
        ${settingsModes(filling)} ${settingsPurposes(filling)}
        <section class="shared">
          <label
            ><input
              type="checkbox"
              aria-describedby="shared-hint"
              .checked=${draft.session}
              @change=${({target}: Event) =>
                (this.draft = {...draft, session: (target as HTMLInputElement).checked})}
            />
            ${notice.sharedComputer}</label
          >
          <p id="shared-hint">${notice.sharedComputerHint}</p>
          ${
            draft.session
              ? html`<button
                    type="button"
                    data-action="clear"
                    aria-describedby="clear-hint"
                    @click=${this.#erase}
                  >
                    ${t.clearNow}
                  </button>
                  <p id="clear-hint">${t.clearNowHint}</p>`
              : nothing
          }
        </section>
        ${settingsPolicy(context)}
        ${rightsPanel(context, {
          use: (right, event) => this.#use(right, event),
          print: () => printReceipt(this),
        })}
        <p>${t.browserHelp}</p>
      </div>
      <footer role="presentation">
        <p role="status" tabindex="-1">${this.said}</p>
        ${this.#buttons(context)}
      </footer>
    </dialog>`;
  }

  #buttons(context: Context): unknown {
    const {save, eraseHint, eraseConfirm, cancel} = context.texts('settings');
    const button = (action: string, text: string, act: (event: Event) => void) =>
      html`<button
        type="button"
        class="strong"
        data-action=${action === 'refuse' ? nothing : action}
        data-mode=${action === 'refuse' ? 'refuse-all' : nothing}
        @click=${act}
      >
        ${text}
      </button>`;
    const asker = this.erasing;
    return html`${asker ? html`<p id="step" tabindex="-1">${eraseHint}</p>` : nothing}
      <div class="buttons">
        ${
          asker
            ? [
                button('erase', eraseConfirm, this.#erase),
                button('cancel', cancel, () => {
                  this.erasing = undefined;
                  asker.focus();
                }),
              ]
            : [
                button('save', save, this.#save),
                button('refuse', modeInWords(context, 'refuse-all'), this.#refuse),
              ]
        }
      </div>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('report') && this.#awaited && this.report) {
      this.#awaited = false;
      this.#focus('.report h3');
    }
    const shown = ['.body > p', '.modes', '.purposes', '.shared'].map(
      (selector) => this.renderRoot.querySelector(selector)?.textContent,
    );
    void textHash(shown.join('\n')).then((hash) => (this.#hash = hash));
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  readonly #close = (): void => this.#dialog?.close();

  /** The browser gives the focus back by itself, unless what had it lies in a shadow tree, in some engines. */
  readonly #closed = (): void => {
    // The browser tells of it a moment later: the settings may be open again by then.
    if (this.#dialog?.open) return;
    const opener = this.#opener;
    this.#opener = null;
    this.removeAttribute('open');
    this.dispatchEvent(new Event('close'));
    if (opener instanceof HTMLElement && opener.isConnected && focused() === document.body) opener.focus();
  };

  #how({isTrusted}: Event): Circumstances {
    return {
      given: isTrusted ? 'settings' : 'automatic',
      language: this.context?.locale ?? '-',
      text: this.#hash,
      session: this.draft?.session ?? false,
    };
  }

  readonly #save = (event: Event): void => {
    const {consent, context, draft} = this;
    if (!consent || !context || !draft) return;
    if (!saysSomething(draft)) {
      this.said = context.texts('settings').chooseFirst;
      return;
    }
    if (!event.isTrusted && acceptsMore(consent, draft)) {
      console.warn('cookie-modes: a click that no visitor made cannot accept; use choose().');
      return;
    }
    this.#close();
    context.act(() => saveDraft(consent, draft, this.#how(event)));
  };

  readonly #refuse = (event: Event): void => {
    this.#close();
    this.context?.act(() => this.consent?.choose('refuse-all', this.#how(event)));
  };

  readonly #askToErase = ({currentTarget}: Event): void => {
    this.erasing = currentTarget as HTMLElement; // a button
    this.#focus('#step');
  };

  readonly #erase = (): void => {
    const {consent, context} = this;
    if (!consent || !context) return;
    this.erasing = undefined;
    this.#awaited = true;
    context.act(() => void consent.erase());
    this.said = context.texts('confirmation').erased;
    this.#focus('[role=status]');
  };

  #use(right: Right, event: Event): void {
    const {consent, context} = this;
    if (!consent || !context) return;
    const receipt = consent.receipt();
    if (right === 'view') {
      this.renderRoot.querySelector<HTMLDetailsElement>('.record')?.toggleAttribute('open', true);
      this.#focus('.record summary');
    } else if (right === 'copy') {
      if (receipt) downloadReceipt(receipt);
      else this.said = context.texts('settings').noRecord;
    } else if (right === 'correct') this.#focus('.modes :checked, .modes:not(:has(:checked)) input');
    else if (right === 'erase') this.#askToErase(event);
    else {
      this.#awaited = true;
      context.act(() => void consent.withdraw(this.#how(event)));
      this.said = context.texts('confirmation').withdrawn;
    }
  }
}

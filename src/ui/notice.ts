import {html, nothing} from 'lit';
import {modes} from '../core/words.ts';
import {fill} from '../i18n/format.ts';
import {BaseElement} from './base-element.ts';
import {baseStyles} from './base.styles.ts';
import {choiceButtonStyles} from './choice-button.styles.ts';
import {confirmationLines, reportLines} from './confirmation-lines.ts';
import {lightDom} from './light-dom.ts';
import {noticePieces, noticeSlot} from './notice-pieces.ts';
import {noticeStyles} from './notice.styles.ts';
import {raising} from './raising.ts';
import {safeUrl} from './safe-url.ts';
import {spoken} from './spoken.ts';
import {textHash} from './text-hash.ts';
import type {Detach} from '../core/attachment.ts';
import type {Consent} from '../core/consent.ts';
import type {UndoReport} from '../core/undone.ts';
import type {Context} from './context.ts';

/** What the notice shows: the choice, what was chosen, that a privacy signal counts, that the policy had a minor revision. */
type View = 'ask' | 'done' | 'signal' | 'minor';

/** A pointer click so soon after appearing was meant for what lay there before. */
const settleMs = 300;

/** After this time screen readers know what has appeared. */
const meetMs = 300;

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
export class CookieModesElement extends BaseElement {
  static override styles = [baseStyles, choiceButtonStyles, noticeStyles];

  #confirmed = false;
  #erased = false;
  #hidden = false;
  #report: UndoReport | undefined;
  /** The policy was revised; so it goes on saying while finer answers alone are given. */
  #revised = false;
  #view: View | undefined;
  #hash = '-';
  #hashed = '';
  #shown = 0;
  #pointed = false;
  #labelled: boolean | undefined;
  #before: EventTarget | null = null;
  #focused = false;
  readonly #raise = raising(this);
  readonly #fill = lightDom(this, noticeSlot);

  constructor() {
    super();
    this.addEventListener('click', (event) => this.#click(event));
    this.addEventListener('pointermove', ({pointerType}) => (this.#pointed ||= pointerType === 'mouse'));
    this.addEventListener('focusin', ({relatedTarget}) => {
      if (!this.contains(relatedTarget as Node | null)) this.#before = relatedTarget;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stand(undefined);
  }

  protected override follow(context: Context): Detach {
    const {consent} = context;
    const leave = super.follow(context);
    const ends = new AbortController();
    const until = {signal: ends.signal};
    consent.addEventListener(
      'change',
      ({detail}) => {
        this.#report = undefined;
        this.#erased = detail.erased;
        if (detail.erased || detail.mode) this.#revised = false;
        this.#confirmed = context.acting;
      },
      until,
    );
    consent.addEventListener(
      'undone',
      ({detail}) => {
        this.#report = detail;
        this.requestUpdate();
      },
      until,
    );
    return () => {
      leave();
      ends.abort();
    };
  }

  protected override willUpdate(): void {
    this.#focused = this.matches(':focus-within');
  }

  protected override view(context: Context): unknown {
    const view = this.#look(context);
    if (view === 'ask') {
      this.#revised ||= !!context.consent.outdated;
      this.#fill(noticePieces(context, this.#revised));
      if (this.#view !== 'ask') {
        this.#shown = performance.now();
        this.#pointed = false;
      }
    }
    this.#mark(context, view);
    const lines = this.#lines(context, view);
    return html`<div id="status" role="status" part="status" tabindex="-1">
        ${lines.map((line) => html`<p>${line}</p>`)}
      </div>
      ${view === 'ask' ? this.#ask() : view ? this.#actions(context, view) : nothing}`;
  }

  protected override updated(): void {
    const {context} = this;
    const view = context && this.#look(context);
    const before = this.#view;
    this.#view = view;
    this.#stand(view);
    if (view && !before) this.#sayAgain();
    if (view === 'ask') {
      const text = [...this.children].map((child) => child.textContent).join('\n');
      if (text !== this.#hashed) {
        this.#hashed = text;
        void textHash(text).then((hash) => (this.#hash = hash));
      }
    }
    if (before === 'ask' && view === 'done' && this.#focused)
      this.renderRoot.querySelector<HTMLElement>('#status')?.focus();
  }

  #look({consent}: Context): View | undefined {
    const {choice, decided, declaration, questions, signalled} = consent;
    if (!decided) return 'ask';
    // A question takes its place, for good; what could not be undone is told after it.
    if (questions[0]) {
      this.#confirmed = false;
      if (!this.#report?.left[0] && !this.#report?.running[0]) this.#report = undefined;
      return;
    }
    const {removed, left, running} = this.#report ?? {removed: [], left: [], running: []};
    if (this.#confirmed || removed[0] || left[0] || running[0]) return 'done';
    if (this.#hidden) return;
    if (signalled) return 'signal';
    if (choice && choice.policy !== declaration.policy.version) return 'minor';
  }

  #lines(context: Context, view: View | undefined): readonly unknown[] {
    const notice = context.texts('notice');
    const report = this.#report ? reportLines(this.#report, context) : [];
    if (view === 'ask') return this.#erased ? [context.texts('confirmation').erased, ...report] : [];
    if (view === 'done') return [...(this.#confirmed ? confirmationLines(context) : []), ...report];
    if (view === 'signal') return [fill(notice.gpcHonoured, {refuseAll: notice.refuseAll})];
    if (view !== 'minor') return [];
    const changes = context.consent.declaration.policy.changes ?? [];
    return [
      notice.minorHeading,
      ...(changes[0] ? [notice.revisedChanges] : []),
      ...changes.map((change) => spoken(context.localized(change))),
      notice.minorText,
    ];
  }

  #ask(): unknown {
    return html`<div class="text" part="text">
        <slot name="mark"></slot>
        <slot name="heading"></slot>
        <slot name="revision"></slot>
        <slot @slotchange=${() => this.requestUpdate()}></slot>
        <div class="row">
          <slot name="policy"></slot>
          <span class="shared"><slot name="shared"></slot><slot name="shared-label"></slot></span>
        </div>
      </div>
      <div class="actions" part="actions">
        <div class="choices">${modes.map((mode) => html`<slot name=${mode}></slot>`)}</div>
        <slot name="settings"></slot>
      </div>`;
  }

  #actions(context: Context, view: View): unknown {
    const {consent} = context;
    const notice = context.texts('notice');
    const confirmation = context.texts('confirmation');
    const button = (text: string, act: () => void) =>
      html`<button type="button" @click=${act}>${text}</button>`;
    return html`<div class="row" part="actions">
      ${this.#report?.running[0] ? button(confirmation.reload, () => location.reload()) : nothing}
      ${
        view === 'minor'
          ? html`<a href=${safeUrl(consent.declaration.policy.url) ?? nothing}>${notice.revisedLink}</a>`
          : button(notice.settings, () => context.openPart('settings'))
      }
      ${button(view === 'minor' ? notice.minorDismiss : confirmation.hide, () => this.#hide(consent))}
    </div>`;
  }

  #hide(consent: Consent): void {
    if (this.#view === 'minor') consent.acknowledge();
    if (this.#view !== 'done') this.#hidden = true;
    this.#confirmed = false;
    this.#report = undefined;
    if (this.#before instanceof HTMLElement) this.#before.focus();
    this.requestUpdate();
  }

  /** Attributes of the host: what tools, styles and screen readers go by. */
  #mark(context: Context, view: View | undefined): void {
    const {consent} = context;
    const set = (name: string, value: string | undefined) =>
      value === undefined ? this.removeAttribute(name) : this.setAttribute(name, value);
    this.#labelled ??= this.hasAttribute('aria-label');
    if (!this.#labelled) set('aria-label', context.texts(view === 'done' ? 'confirmation' : 'notice').region);
    if (!this.hasAttribute('role')) set('role', 'region');
    if (!this.hasAttribute('placement')) set('placement', consent.declaration.notice.placement ?? 'bottom');
    set('data-nosnippet', '');
    set('mode', consent.mode);
    set('view', view);
    set('open', view === 'ask' ? '' : undefined);
  }

  #stand(view: View | undefined): void {
    const placement = this.getAttribute('placement');
    this.#raise(!view || placement === 'inline' ? undefined : placement === 'top' ? 'top' : 'bottom');
  }

  /** Screen readers miss what comes together with its live region: it enters the region when they have met that. */
  #sayAgain(): void {
    const status = this.renderRoot.querySelector('#status');
    status?.setAttribute('aria-live', 'off');
    setTimeout(() => {
      status?.removeAttribute('aria-live');
      status?.append(...status.childNodes);
    }, meetMs);
  }

  #click(event: MouseEvent): void {
    const {context} = this;
    const target =
      event.target instanceof Element ? event.target.closest('[data-mode],[slot=settings]') : null;
    if (!context || !target || this.#view !== 'ask') return;
    if (target.slot === 'settings') context.openPart('settings');
    const mode = modes.find((mode) => mode === target.getAttribute('data-mode'));
    if (!mode) return;
    // A keyboard's click has no detail.
    if (event.detail && !this.#pointed && event.timeStamp - this.#shown < settleMs) return;
    if (!event.isTrusted && mode === 'accept-all') {
      console.warn(
        'cookie-modes: a click that no visitor made cannot accept; use choose() for the site’s own word.',
      );
      return;
    }
    context.act(() =>
      context.consent.choose(mode, {
        given: event.isTrusted ? 'button' : 'automatic',
        language: context.locale,
        text: this.#hash,
        session: !!this.querySelector<HTMLInputElement>('input[slot=shared]')?.checked,
      }),
    );
  }
}

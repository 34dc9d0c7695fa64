import {html, nothing} from 'lit';
import {fill} from '../i18n/format.ts';
import {BaseElement} from './base-element.ts';
import {baseStyles} from './base.styles.ts';
import {embedFocus} from './embed-focus.ts';
import {openOnce} from './embed-once.ts';
import {embedPlace} from './embed-place.ts';
import {embedTarget} from './embed-target.ts';
import {embedMark, embedTexts} from './embed-texts.ts';
import {embedStyles} from './embed.styles.ts';
import {textHash} from './text-hash.ts';
import type {Detach} from '../core/attachment.ts';
import type {Answer} from '../core/words.ts';
import type {Context} from './context.ts';
import type {Close} from './embed-once.ts';
import type {EmbedMark} from './embed-texts.ts';

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
export class EmbedElement extends BaseElement {
  static override styles = [baseStyles, embedStyles];
  static override properties = {marked: {attribute: false}, said: {state: true}};
  /** The gated element; else the first one inside. */
  declare marked: Element | undefined;
  /** What is said to screen readers. */
  declare private said: string;

  #found: {readonly marked: Element; readonly target: HTMLElement} | undefined;
  #close: Close | undefined;
  /** The choice and the answer that held when it was allowed once. */
  #since: readonly [time: string | undefined, verdict: Answer | undefined] = [undefined, undefined];
  #entering = false;
  #hash = '-';
  #hashed = '';
  #placed: HTMLElement | undefined;
  #unplace: Detach | undefined;
  readonly #sheet = new CSSStyleSheet();

  constructor() {
    super();
    this.said = '';
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(this.#sheet);
    return root;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#place(undefined, false);
  }

  protected override follow(context: Context): Detach {
    const {consent} = context;
    const leave = super.follow(context);
    const off = new AbortController();
    // What was chosen while it was out of the page counts, too.
    this.#settle(context);
    consent.addEventListener('change', () => this.#settle(context), off);
    consent.addEventListener(
      'released',
      ({detail}) => {
        if (detail.element === this.#gated?.marked) void this.#enter();
      },
      off,
    );
    return () => {
      leave();
      off.abort();
    };
  }

  /** What it stands in for; an open template has nothing in it any more, so what was found once is kept. */
  get #gated(): {readonly marked: Element; readonly target: HTMLElement} | undefined {
    const marked = this.marked ?? this.querySelector('[data-purpose],[data-service]');
    if (marked && marked !== this.#found?.marked) {
      const target = embedTarget(marked);
      this.#found = target && {marked, target};
    }
    return marked ? this.#found : undefined;
  }

  protected override view(context: Context): unknown {
    const gated = this.#gated;
    const mark = gated && embedMark(gated.marked, context);
    const waits = mark && !this.#close && this.#verdict(mark, context) !== 'accept';
    this.toggleAttribute('open', !!waits);
    this.toggleAttribute('beside', !!gated && !this.contains(gated.target));
    const look = () => this.requestUpdate();
    const box = waits ? this.#box(gated, mark, context) : nothing;
    // A list, so that no space is between them: in the middle of a line, WebKit would give the line its height.
    return [
      html`<slot @slotchange=${look}></slot>`,
      html`<p role="status" class="visually-hidden">${this.said}</p>`,
      box,
    ];
  }

  #box(what: {marked: Element; target: HTMLElement}, mark: EmbedMark, context: Context): unknown {
    const t = context.texts('embed');
    const {name, label, missing, why, without, policy} = embedTexts(what, mark, context);
    // Scripts are run in their order by the gate alone.
    const once = !(what.target instanceof HTMLTemplateElement && what.target.content.querySelector('script'));
    const allow = (part: 'once' | 'always', text: string) =>
      html`<button
        type="button"
        part=${part}
        @click=${(event: MouseEvent) => this.#allow(part, event, {mark, name})}
      >
        ${text}
      </button>`;
    return html`<div part="box" role="group" aria-label=${label}>
      <p class="missing">${missing}</p>
      <p>${why}</p>
      ${without ? html`<p>${without}</p>` : nothing}
      <div class="row choices">${once ? allow('once', t.once) : nothing}${allow('always', t.always)}</div>
      <div class="row">
        ${once ? html`<span>${t.onceHint}</span>` : nothing}
        <button type="button" @click=${() => context.openPart('settings')}>${t.settings}</button>
        ${policy ? html`<a href=${policy.href} target="_blank" rel="noopener noreferrer">${policy.text}</a>` : nothing}
      </div>
    </div>`;
  }

  protected override updated(): void {
    const target = this.#gated?.target;
    const box = this.renderRoot.querySelector<HTMLElement>('[part=box]');
    this.#place(target instanceof HTMLTemplateElement ? undefined : target, !!box && this.isConnected);
    const text = box?.innerText ?? '';
    if (text && text !== this.#hashed) {
      this.#hashed = text;
      void textHash(text).then((hash) => (this.#hash = hash));
    }
  }

  /** Lays the box over the target, which keeps its place and cannot be reached meanwhile; or lets it go. */
  #place(target: HTMLElement | undefined, waits: boolean): void {
    const box = this.renderRoot?.querySelector<HTMLElement>('[part=box]');
    if (waits && box && target && target === this.#placed) return;
    this.#unplace?.();
    if (this.#placed) this.#placed.inert = false;
    this.#unplace = this.#placed = undefined;
    if (!waits || !target || !box) return;
    this.#placed = target;
    target.inert = true;
    this.#unplace = embedPlace(target, box, this.#sheet);
  }

  #verdict({purpose, service}: EmbedMark, {consent}: Context): Answer | undefined {
    return consent.verdict(purpose, service?.id);
  }

  #allow(
    how: 'once' | 'always',
    {isTrusted}: MouseEvent,
    {mark, name}: {mark: EmbedMark; name: string},
  ): void {
    const {context} = this;
    const target = this.#gated?.target;
    if (!context || !target) return;
    const {consent, locale} = context;
    if (!isTrusted) {
      console.warn(
        'cookie-modes: a click that no visitor made cannot accept; use answer() for the site’s own word.',
      );
      return;
    }
    const {shown, shownContent} = context.texts('embed');
    this.said = name ? fill(shown, {service: name}) : shownContent;
    this.#entering = true;
    if (how === 'once') {
      this.#since = [consent.choice?.time, this.#verdict(mark, context)];
      this.#close = openOnce(target);
      this.requestUpdate();
      void this.#enter();
    } else {
      const {purpose, service} = mark;
      consent.answer(service ? {services: {[service.id]: 'accept'}} : {purposes: {[purpose]: 'accept'}}, {
        given: 'button',
        language: locale,
        text: this.#hash,
      });
    }
  }

  /** Puts the focus into what this placeholder's own button has brought. */
  async #enter(): Promise<void> {
    if (!this.#entering) return;
    this.#entering = false;
    await this.updateComplete;
    const target = this.#gated?.target;
    if (target) embedFocus(target);
  }

  /** What was allowed once ends with the page, or when the visitor chooses anew; an acceptance hands it to the gate. */
  #settle(context: Context): void {
    const gated = this.#gated;
    const mark = gated && embedMark(gated.marked, context);
    const [time, before] = this.#since;
    const now = mark && this.#verdict(mark, context);
    const anew = context.consent.choice?.time !== time;
    if (!this.#close || !(anew || now === 'accept' || (now === 'refuse' && before !== 'refuse'))) return;
    this.#close();
    this.#close = undefined;
    this.said = '';
  }
}

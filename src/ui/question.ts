import {html, render} from 'lit';
import {BaseElement} from './base-element.ts';
import {baseStyles} from './base.styles.ts';
import {choiceButtonStyles} from './choice-button.styles.ts';
import {fill, fillCount} from '../i18n/format.ts';
import {pageRoom} from './page-room.ts';
import {answersOf, questionCards} from './question-cards.ts';
import {questionTexts} from './question-texts.ts';
import {questionLight} from './question-light.ts';
import {questionStyles} from './question.styles.ts';
import {textHash} from './text-hash.ts';
import type {Detach} from '../core/attachment.ts';
import type {Answer} from '../core/words.ts';
import type {Card} from './question-cards.ts';
import type {Context} from './context.ts';

/** No press counts that was meant for what stood there before (milliseconds). */
const guardMs = 300;
/** A burst is over, and announced, when nothing new has come up for so long (milliseconds). */
const quietMs = 500;

/**
 * Asks about what wants to run or to be stored, one card at a time. Never modal, never takes the focus, never times out.
 * @tag cookie-modes-question
 * @summary The questions of notify mode.
 * @attr open - There is a question.
 * @csspart card
 */
export class QuestionElement extends BaseElement {
  static override styles = [baseStyles, choiceButtonStyles, questionStyles];
  static override properties = {said: {state: true}};
  /** What is said to screen readers. */
  declare private said: string;

  #cards: readonly Card[] = [];
  #shown = '';
  #shownAt = 0;
  #name = '';
  #hash = '-';
  #answered = 0;
  #asked = 0;
  /** An answer was given and what comes next is not drawn yet. */
  #leaving = false;
  #before: HTMLElement | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #leaveRoom: Detach | undefined;

  constructor() {
    super();
    this.said = '';
    this.addEventListener('keydown', ({key, isComposing}) => {
      if (key === 'Escape' && !isComposing && this.#cards[0]) this.#postpone();
    });
    this.addEventListener('focusin', ({relatedTarget}) => {
      if (relatedTarget instanceof HTMLElement && !this.contains(relatedTarget)) this.#before = relatedTarget;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#quiet);
    this.#leaveRoom?.();
    this.#leaveRoom = undefined;
  }

  /** Draws once a frame at most, however many questions come up in it. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise((resolve) => requestAnimationFrame(resolve));
    super.scheduleUpdate();
  }

  protected override view(context: Context): unknown {
    // While the notice asks for the choice as a whole, that comes first.
    this.#cards = context.consent.decided ? questionCards(context.consent) : [];
    const [card] = this.#cards;
    const t = context.texts('question');
    return html`<p role="status" class="visually-hidden">${this.said}</p>
      <div part="card" ?hidden=${!card}>
        <div class="scroll">
          <slot name="count"></slot>
          <slot name="heading"></slot>
          <slot name="text"></slot>
          <dl><slot name="particulars"></slot></dl>
          <slot name="policy"></slot>
          <details ?hidden=${card?.about === 'purpose' || !card?.asked.some(({kind}) => kind === 'cookie')}>
            <summary>${t.showValue}</summary>
            <slot name="value"></slot>
          </details>
        </div>
        <div class="same"><slot name="same"></slot></div>
        <div class="answers">
          <div class="choices"><slot name="accept"></slot><slot name="refuse"></slot></div>
          <slot name="later"></slot>
        </div>
      </div>`;
  }

  protected override updated(): void {
    const {context} = this;
    const [card] = this.#cards;
    // A drawing that was waiting for its frame may come when the element is gone.
    if (!context || !this.isConnected) return;
    const t = context.texts('question');
    this.#stand(card && t.region);
    const texts = card && questionTexts(card, context);
    render(
      card && texts
        ? questionLight(card, texts, context, {
            position: this.#answered + 1,
            total: this.#answered + this.#cards.length,
            press: this.#press,
            later: () => this.#postpone(),
          })
        : '',
      this,
    );
    this.#name = texts?.name ?? '';
    const shown = card ? [card.key, ...card.asked.map(({id}) => id)].join() : '';
    if (shown !== this.#shown) {
      this.#shownAt = performance.now();
      if (card?.key !== this.#shown.split(',')[0]) {
        const same = this.#same;
        if (same) same.checked = false;
        this.shadowRoot?.querySelector('details')?.removeAttribute('open');
      }
      this.#shown = shown;
      this.#hash = '-';
      if (texts) {
        void textHash(this.innerText).then((hash) => {
          if (shown === this.#shown) this.#hash = hash;
        });
      }
    }
    if (this.#leaving) this.#goOn();
    this.#announce(context);
  }

  /** Puts the host before everything on the page, out of reach of transforms and stacking contexts, and makes room for it. */
  #stand(region: string | undefined): void {
    const raised = this.popover === 'manual' && this.matches(':popover-open');
    this.toggleAttribute('open', !!region);
    if (!region) {
      this.removeAttribute('role');
      this.removeAttribute('aria-label');
      if (raised) this.hidePopover();
      this.#leaveRoom?.();
      this.#leaveRoom = undefined;
      return;
    }
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', region);
    this.setAttribute('data-nosnippet', '');
    this.#leaveRoom ??= pageRoom(this, 'bottom');
    // Raised now, it would cover a modal dialog and not even react.
    if (raised || !('popover' in HTMLElement.prototype) || document.querySelector(':modal')) return;
    this.popover = 'manual';
    this.showPopover();
  }

  get #same(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input');
  }

  readonly #press = (event: MouseEvent) => {
    const {context} = this;
    const [card] = this.#cards;
    const answer = (event.currentTarget as HTMLElement).dataset['answer'] as Answer; // our own two buttons
    if (!context || !card || this.#leaving) return;
    if (!event.isTrusted && answer !== 'refuse') {
      console.warn(
        'cookie-modes: a click that no visitor made may refuse, not accept. Use consent.answer().',
      );
      return;
    }
    if (event.detail && performance.now() - this.#shownAt < guardMs) return;
    const {consent} = context;
    const t = context.texts('question');
    this.#leaving = true;
    this.#answered++;
    this.said = fill(answer === 'accept' ? t.accepted : t.refused, {name: this.#name});
    consent.answer(answersOf(card, answer, consent, this.#same?.checked), {
      given: event.isTrusted ? 'question' : 'automatic',
      language: context.locale,
      text: this.#hash,
    });
    this.requestUpdate();
  };

  #postpone(): void {
    this.#leaving = true;
    this.said = this.context?.texts('question').putOff ?? '';
    this.consent?.postpone();
    this.requestUpdate();
  }

  /** After an answer: on to the next card, or back to where the visitor came from. */
  #goOn(): void {
    this.#leaving = false;
    const {activeElement} = document;
    const here =
      !activeElement ||
      activeElement === document.body ||
      this.contains(activeElement) ||
      activeElement === this;
    if (this.#cards[0]) {
      if (here) this.querySelector<HTMLElement>('[role=heading]')?.focus({preventScroll: true});
      return;
    }
    if (here && this.#before?.isConnected) this.#before.focus({preventScroll: true});
    this.#before = undefined;
  }

  #announce(context: Context): void {
    const {length} = this.#cards;
    const asked = context.consent.questions.length;
    const more = asked > this.#asked;
    this.#asked = asked;
    if (!length) this.#answered = 0;
    if (!length || !more) return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      const {length} = this.#cards;
      const t = context.texts('question');
      if (length) this.said = fillCount(t.announcement, length, context.locale);
    }, quietMs);
  }
}

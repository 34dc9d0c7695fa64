import {html, render} from 'lit';
import {fill, fillCount} from '../i18n/format.ts';
import {BaseElement} from './base-element.ts';
import {baseStyles} from './base.styles.ts';
import {choiceButtonStyles} from './choice-button.styles.ts';
import {noticeStyles} from './notice.styles.ts';
import {answersOf, questionCards} from './question-cards.ts';
import {questionLight} from './question-light.ts';
import {questionTexts} from './question-texts.ts';
import {questionStyles} from './question.styles.ts';
import {raising} from './raising.ts';
import {textHash} from './text-hash.ts';
import {keyOf} from '../core/question.ts';
import type {Answer} from '../core/words.ts';
import type {Context} from './context.ts';
import type {Card} from './question-cards.ts';
import type {QuestionTexts} from './question-texts.ts';

/** No press counts that was meant for what stood there before (milliseconds). */
const guardMs = 300;
/** A burst is over, and announced, when nothing new has come up for so long (milliseconds). */
const quietMs = 500;

/**
 * Asks about what wants to run or to be stored, one card at a time. Never modal, never takes the focus, never times out.
 *
 * @tag cookie-modes-question
 * @summary The questions of notify mode.
 * @attr open - Reflected while there is a question.
 * @csspart text - What is read.
 * @csspart actions - The buttons.
 */
export class QuestionElement extends BaseElement {
  static override styles = [baseStyles, choiceButtonStyles, noticeStyles, questionStyles];
  static override properties = {said: {state: true}};
  /** What is said to screen readers. */
  declare private said: string;

  #cards: readonly Card[] = [];
  #texts: QuestionTexts | undefined;
  #shown = '';
  #shownAt = 0;
  #hash = '-';
  #answered = 0;
  #asked = 0;
  /** Questions that stay open although they were answered: no record can hold the answer. They wait for the next page. */
  readonly #stuck = new Set<string>();
  /** An answer was given and what comes next is not drawn yet. */
  #leaving = false;
  #before: HTMLElement | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  readonly #raise = raising(this);

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
    this.#stand();
  }

  /** Draws once a frame at most, however many questions come up in it. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise(requestAnimationFrame);
    await super.scheduleUpdate();
  }

  protected override view(context: Context): unknown {
    const {consent} = context;
    // While the notice asks for the choice as a whole, that comes first.
    this.#cards = consent.decided
      ? questionCards(consent).filter(({asked}) => !asked.every((one) => this.#stuck.has(keyOf(one))))
      : [];
    const [card] = this.#cards;
    this.#texts = card && questionTexts(card, context);
    return html`<div role="status" class="visually-hidden"><p>${this.said}</p></div>
      <div class="text" part="text" ?hidden=${!card}>
        <slot name="count"></slot>
        <slot name="heading"></slot>
        <slot></slot>
        <dl><slot name="particulars"></slot></dl>
        <slot name="policy"></slot>
        <details ?hidden=${!this.#texts?.values[0]}>
          <summary>${context.texts('question').showValue}</summary>
          <slot name="value"></slot>
        </details>
      </div>
      <span class="shared"><slot name="same"></slot></span>
      <div class="actions" part="actions" ?hidden=${!card}>
        <div class="choices"><slot name="accept"></slot><slot name="refuse"></slot></div>
        <slot name="later"></slot>
      </div>`;
  }

  protected override updated(): void {
    const {context} = this;
    // A drawing that was waiting for its frame may come when the element is gone.
    if (!context || !this.isConnected) return;
    const [card] = this.#cards;
    const texts = this.#texts;
    const before = this.#shown;
    this.#shown = card ? [card.key, ...card.asked.map(({id}) => id)].join() : '';
    this.#stand(card && context);
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
    if (before !== this.#shown) {
      this.#shownAt = performance.now();
      if (before.split(',')[0] !== card?.key) {
        if (this.#same) this.#same.checked = false;
        this.renderRoot.querySelector('details')?.removeAttribute('open');
      }
      const shown = this.#shown;
      void textHash(this.innerText).then((hash) => {
        if (shown === this.#shown) this.#hash = hash;
      });
    }
    if (this.#leaving) this.#goOn();
    this.#announce(context);
  }

  /** Puts the host where the notice stands, or takes it away. */
  #stand(context?: Context): void {
    const wanted = context?.consent.declaration.notice.placement;
    // In the flow of the page it would move what somebody reads.
    const placement = !wanted || wanted === 'inline' ? 'bottom' : wanted;
    for (const [name, value] of Object.entries({
      open: '',
      view: 'question',
      role: 'region',
      'aria-label': context?.texts('question').region ?? '',
      placement,
      'data-nosnippet': '',
    })) {
      if (context) this.setAttribute(name, value);
      else this.removeAttribute(name);
    }
    this.#raise(context && (placement === 'top' ? 'top' : 'bottom'));
  }

  get #same(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  readonly #press = ({currentTarget, detail, isTrusted}: MouseEvent) => {
    const {context} = this;
    const [card] = this.#cards;
    const answer = (currentTarget as HTMLElement).dataset['answer'] as Answer; // our own two buttons
    if (!context || !card || this.#leaving) return;
    if (!isTrusted && answer === 'accept') {
      console.warn(
        'cookie-modes: a click that no visitor made cannot accept; use answer() for the site’s own word.',
      );
      return;
    }
    // A keyboard's click has no detail.
    if (detail && performance.now() - this.#shownAt < guardMs) return;
    const {consent} = context;
    const t = context.texts('question');
    this.#answered++;
    this.#leave(fill(answer === 'accept' ? t.accepted : t.refused, {name: this.#texts?.name ?? ''}));
    consent.answer(answersOf(card, answer, consent, this.#same?.checked), {
      given: isTrusted ? 'question' : 'automatic',
      language: context.locale,
      text: this.#hash,
    });
    const stuck = card.asked.filter(({kind, id}) => consent.question(kind, id));
    for (const one of stuck) this.#stuck.add(keyOf(one));
    if (stuck[0]) this.said = t.putOff;
  };

  #postpone(): void {
    this.#leave(this.context?.texts('question').putOff ?? '');
    this.consent?.postpone();
  }

  #leave(said: string): void {
    this.#leaving = true;
    this.said = said;
    this.requestUpdate();
  }

  /** After an answer: on to the next card, or back to where the visitor came from. */
  #goOn(): void {
    const {activeElement} = document;
    const next = this.#cards[0] ? this.querySelector<HTMLElement>('[slot=heading]') : this.#before;
    this.#leaving = false;
    if (!this.#cards[0]) this.#before = undefined;
    // Somebody may be writing elsewhere while a program refuses.
    if (activeElement && activeElement !== document.body && !this.contains(activeElement)) return;
    if (next?.isConnected) next.focus({preventScroll: true});
  }

  #announce({consent, locale, texts}: Context): void {
    const asked = consent.questions.length;
    const more = asked > this.#asked;
    this.#asked = asked;
    if (!this.#cards[0]) this.#answered = 0;
    if (!more) return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      const {length} = this.#cards;
      if (length) this.said = fillCount(texts('question').announcement, length, locale);
    }, quietMs);
  }
}

import {html, nothing} from 'lit';
import {fill} from '../i18n/format.ts';
import {purposeText} from './purpose-texts.ts';
import {safeUrl} from './safe-url.ts';
import type {TemplateResult} from 'lit';
import type {Context} from './context.ts';
import type {Card} from './question-cards.ts';
import type {QuestionTexts} from './question-texts.ts';

/** Where a card stands in the queue, and what its buttons do. */
export interface Queue {
  readonly position: number;
  readonly total: number;
  readonly press: (event: MouseEvent) => void;
  readonly later: () => void;
}

/**
 * What a card has in the light DOM: all of its text and its controls, each a child of its own, so that translators and privacy
 * extensions find them and the shadow tree can protect every one against the page's styles.
 */
export function questionLight(
  {purpose, about, appeared, service}: Card,
  {heading, text, rows, values}: QuestionTexts,
  context: Context,
  {position, total, press, later}: Queue,
): TemplateResult {
  const t = context.texts('question');
  const policy = safeUrl(service?.policyUrl);
  const provider = service && (context.localized(service.provider) ?? context.localized(service.name));
  return html`
    ${total > 1 ? html`<p slot="count">${fill(t.count, {current: position, total})}</p>` : nothing}
    <div
      slot="heading"
      role="heading"
      aria-level=${context.consent.declaration.notice.headingLevel ?? 2}
      tabindex="-1"
    >
      ${heading}
    </div>
    <p>${text}</p>
    ${rows.map(
      ([label, said]) =>
        html`<dt slot="particulars">${label}</dt>
          ${said.map(({text, lang}) => html`<dd slot="particulars" lang=${lang ?? nothing}><bdi>${text}</bdi></dd>`)}`,
    )}
    ${values.map((value) => html`<p slot="value"><bdi>${value}</bdi></p>`)}
    ${
      policy
        ? html`<a slot="policy" href=${policy} target="_blank" rel="noopener noreferrer"
            >${fill(t.policyOf, {provider: provider?.text ?? service?.id ?? ''})}</a
          >`
        : nothing
    }
    <button type="button" slot="accept" data-answer="accept" @click=${press}>
      ${appeared ? t.keep : t.accept}
    </button>
    <button type="button" slot="refuse" data-answer="refuse" @click=${press}>
      ${appeared ? t.delete : t.refuse}
    </button>
    ${
      purpose && about !== 'purpose'
        ? html`<input type="checkbox" slot="same" id="cookie-modes-same" />
            <label slot="same" for="cookie-modes-same"
              >${fill(t.sameForPurpose, {purpose: purposeText(purpose, 'label', context)?.text ?? purpose})}</label
            >`
        : nothing
    }
    <button type="button" slot="later" @click=${later}>${t.later}</button>
  `;
}

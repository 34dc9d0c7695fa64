import {html} from 'lit';
import {receiptView} from './receipt-view.ts';
import {rightsContact} from './rights-contact.ts';
import {rightsNotice} from './rights-notice.ts';
import type {Context} from './context.ts';

/** What the five rights can be used with (Taiwan PDPA Art. 3; GDPR Art. 7, 15–17). */
export const rights = ['view', 'copy', 'correct', 'stop', 'erase'] as const;
/** One of the five rights. */
export type Right = (typeof rights)[number];

/** The rights as working buttons, the record, the notice and whom to ask. */
export function rightsPanel(
  context: Context,
  {use, print}: {use: (right: Right, event: Event) => void; print: () => void},
): unknown {
  const t = context.texts('rights');
  const settings = context.texts('settings');
  return html`<section class="rights">
      <h3>${t.heading}</h3>
      <p>${t.intro}</p>
      <ul>
        ${rights.map(
          (right) =>
            html`<li>
              <span id="right-${right}">${t[right].label}</span>
              <button
                type="button"
                data-right=${right}
                aria-describedby="right-${right}"
                @click=${(event: Event) => use(right, event)}
              >
                ${t[right].button}
              </button>
            </li>`,
        )}
      </ul>
      <details class="record">
        <summary>${settings.recordHeading}</summary>
        <div class="receipt">${receiptView(context)}</div>
        <button type="button" data-right="print" @click=${print}>${settings.print}</button>
      </details>
    </section>
    ${rightsNotice(context)} ${rightsContact(context)}`;
}

import {html, nothing} from 'lit';
import {fill} from '../i18n/format.ts';
import type {UndoReport} from '../core/undone.ts';
import type {Context} from './context.ts';

/** What the last withdrawal removed, what it could not and why; a reload is offered where code goes on running, never forced. */
export function settingsReport(context: Context, {removed, left, running}: UndoReport): unknown {
  const t = context.texts('settings');
  const {reload, reloadText} = context.texts('confirmation');
  return html`<section class="report">
    <h3 tabindex="-1">${t.reportHeading}</h3>
    ${
      removed[0] || left[0]
        ? html`<ul>
            ${left.map(({name, why}) => html`<li>${fill(t.reportKept, {name, reason: t.reasons[why]})}</li>`)}
            ${removed.map(({name}) => html`<li>${fill(t.reportRemoved, {name})}</li>`)}
          </ul>`
        : html`<p>${t.reportNothing}</p>`
    }
    ${
      running[0]
        ? html`<p>${reloadText}</p>
            <button type="button" @click=${() => location.reload()}>${reload}</button>`
        : nothing
    }
  </section>`;
}

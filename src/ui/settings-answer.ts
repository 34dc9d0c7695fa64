import {html, nothing} from 'lit';
import {answers} from '../core/words.ts';
import {fill} from '../i18n/format.ts';
import {inherited, withAnswer} from './settings-draft.ts';
import type {Answer} from '../core/words.ts';
import type {Context} from './context.ts';
import type {Draft, Kind} from './settings-draft.ts';

/** The settings being filled in. */
export interface Filling {
  readonly context: Context;
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}

/**
 * One answer, as a native select: one stop for the keyboard, at home on every small screen, and what holds without an
 * answer of its own can be read out in full.
 */
export function settingsAnswer(
  {context, draft, change}: Filling,
  kind: Kind,
  id: string,
  name: string,
): unknown {
  const t = context.texts('settings');
  const {from, answer} = inherited(context.consent, draft, kind, id);
  const own = draft[kind][id];
  const words = {
    mode: t.fromMode,
    signal: t.fromMode,
    purpose: t.fromPurpose,
    service: t.fromService,
    added: t.fromAdded,
    none: t.fromNothing,
  };
  // Without a mode, an answer that has been given cannot be taken back, only changed.
  const canFollow = draft.mode || !context.consent.choice?.[kind][id];
  // Beside the select, not in it: the text wraps on a small screen, an option is cut off.
  const hint = !own && answer ? `${kind} ${id}`.replace(/\s/, '-') : nothing;
  const when = (one: Kind) => (kind === one ? id : nothing);
  return html`<label
      class="answer"
      data-purpose=${when('purposes')}
      data-service=${when('services')}
      data-cookie=${when('cookies')}
      ><span>${fill(t.answersFor, {name})}</span>
      <select
        aria-describedby=${hint}
        @change=${({target}: Event) =>
          change(withAnswer(draft, kind, id, (target as HTMLSelectElement).value as Answer | ''))}
      >
        ${
          canFollow
            ? html`<option value="" .selected=${!own}>${answer ? t.inherit : t.fromNothing}</option>`
            : nothing
        }
        ${answers.map((one) => html`<option value=${one} .selected=${own === one}>${t[one]}</option>`)}
      </select>
    </label>
    ${hint === nothing || !answer ? nothing : html`<p id=${hint}>${fill(words[from], {answer: t[answer]})}</p>`}`;
}

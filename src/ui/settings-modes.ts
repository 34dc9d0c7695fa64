import {html} from 'lit';
import {modes} from '../core/words.ts';
import {modeInWords} from './mode-in-words.ts';
import {withMode} from './settings-draft.ts';
import type {Filling} from './settings-answer.ts';

/** The three modes; none is ticked before a choice. */
export function settingsModes({context, draft, change}: Filling): unknown {
  const t = context.texts('settings');
  const hints = {'accept-all': t.acceptAllHint, notify: t.notifyHint, 'refuse-all': t.refuseAllHint};
  return html`<fieldset class="modes" aria-describedby="modes-clear">
    <legend>${t.modesLegend}</legend>
    <p id="modes-clear">${t.modesClear}</p>
    ${modes.map(
      (mode) =>
        html`<div>
          <label
            ><input
              type="radio"
              name="mode"
              value=${mode}
              aria-describedby="hint-${mode}"
              .checked=${draft.mode === mode}
              @change=${() => change(withMode(draft, mode))}
            />
            ${modeInWords(context, mode)}</label
          >
          <p id="hint-${mode}">${hints[mode]}</p>
        </div>`,
    )}
  </fieldset>`;
}

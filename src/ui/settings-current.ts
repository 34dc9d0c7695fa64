import {html, nothing} from 'lit';
import {fill} from '../i18n/format.ts';
import {choiceInWords} from './consent-view-words.ts';
import {modeInWords} from './mode-in-words.ts';
import {settingsRows} from './settings-rows.ts';
import type {Context} from './context.ts';

/** What holds now, since when and by whom; the rest of it stands in the record. */
export function settingsCurrent(context: Context): unknown {
  const {consent} = context;
  const t = context.texts('settings');
  const notice = context.texts('notice');
  const rows = choiceInWords(context).slice(0, 3);
  const lines = [
    !rows[0] && t.currentNone,
    consent.outdated && notice.revisedChooseAgain,
    consent.signalled && fill(notice.gpcHonoured, {refuseAll: modeInWords(context, 'refuse-all')}),
    !consent.kept && notice.pageOnly,
  ];
  return html`<section class="current">
    <h3>${t.currentHeading}</h3>
    ${settingsRows(rows)} ${lines.map((line) => (line ? html`<p>${line}</p>` : nothing))}
  </section>`;
}

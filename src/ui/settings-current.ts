import {html, nothing} from 'lit';
import {fill} from '../i18n/format.ts';
import {choiceInWords, dayOfSite, modeInWords} from './consent-view-words.ts';
import {safeUrl} from './safe-url.ts';
import {spoken} from './spoken.ts';
import type {Context} from './context.ts';

/** What holds now, since when and by whom, and the policy it was chosen under. */
export function settingsCurrent(context: Context): unknown {
  const {consent} = context;
  const {url, version, updated, changes} = consent.declaration.policy;
  const t = context.texts('settings');
  const notice = context.texts('notice');
  const rows = choiceInWords(context);
  const line = (text: unknown, show: unknown = true) => (show ? html`<p>${text}</p>` : nothing);
  return html`<section class="current">
    <h3>${t.currentHeading}</h3>
    ${
      rows[0]
        ? html`<dl>
            ${rows.map(
              ([label, value]) =>
                html`<dt>${label}</dt>
                  <dd>${value}</dd>`,
            )}
          </dl>`
        : line(t.currentNone)
    }
    ${line(notice.revisedChooseAgain, consent.outdated)}
    ${line(fill(notice.gpcHonoured, {refuseAll: modeInWords(context, 'refuse-all')}), consent.signalled)}
    ${line(notice.pageOnly, !consent.kept)}
    <p><a href=${safeUrl(url) ?? nothing}>${notice.policyLink}</a></p>
    <p>
      ${t.policyVersion}:
      ${version}${updated ? ` · ${fill(t.policyUpdated, {date: dayOfSite(context, updated)})}` : ''}
    </p>
    ${
      changes?.[0]
        ? html`<p id="changes">${notice.revisedChanges}</p>
            <ul aria-labelledby="changes">
              ${changes.map((change) => html`<li>${spoken(context.localized(change))}</li>`)}
            </ul>`
        : nothing
    }
  </section>`;
}

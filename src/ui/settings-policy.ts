import {html, nothing} from 'lit';
import {fill} from '../i18n/format.ts';
import {dayOfSite} from './consent-view-words.ts';
import {safeUrl} from './safe-url.ts';
import {settingsRows} from './settings-rows.ts';
import {spoken} from './spoken.ts';
import type {Context} from './context.ts';

/** The site's policy: where it is, which version, and what was revised in it. */
export function settingsPolicy(context: Context): unknown {
  const {url, version, updated, changes} = context.consent.declaration.policy;
  const t = context.texts('settings');
  const notice = context.texts('notice');
  return html`<section class="policy">
    <h3>${t.policy}</h3>
    <p><a href=${safeUrl(url) ?? nothing}>${notice.policyLink}</a></p>
    ${settingsRows([[t.policyVersion, version, updated && fill(t.policyUpdated, {date: dayOfSite(context, updated)})]])}
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

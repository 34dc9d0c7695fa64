import {html, nothing} from 'lit';
import {fill} from '../i18n/format.ts';
import {serviceName, servicesOf, storedAnyway, storedBy} from './consent-view.ts';
import {keptInWords, kindInWords} from './consent-view-words.ts';
import {purposeText} from './purpose-texts.ts';
import {safeUrl} from './safe-url.ts';
import {settingsAnswer} from './settings-answer.ts';
import {settingsRows} from './settings-rows.ts';
import {spoken} from './spoken.ts';
import type {Service} from '../core/declaration.ts';
import type {StoredItem} from './consent-view.ts';
import type {Context} from './context.ts';
import type {Filling} from './settings-answer.ts';

const storedList = (context: Context, items: readonly StoredItem[]) => {
  const t = context.texts('settings');
  return html`<details>
    <summary>${t.declaredHeading}</summary>
    ${settingsRows(
      items.map((item) => [
        html`<code dir="ltr">${item.name}</code>`,
        kindInWords(context, item),
        fill(t.keptItem, {kept: keptInWords(context, item.kept)}),
        spoken(item.description),
      ]),
    )}
  </details>`;
};

function service(filling: Filling, one: Service): unknown {
  const {context} = filling;
  const t = context.texts('settings');
  const name = serviceName(context, one);
  const stored = storedBy(context, one);
  const description = context.localized(one.description);
  const provider = context.localized(one.provider);
  const url = safeUrl(one.policyUrl);
  return html`<section class="service">
    <h5>${spoken(name)}</h5>
    ${description ? html`<p>${spoken(description)}</p>` : nothing}
    ${settingsRows([
      [t.provider, spoken(provider)],
      [t.policy, url && html`<a href=${url}>${url}</a>`],
      [t.stores, !stored[0] && t.storesNothing],
    ])}
    ${one.purpose === 'necessary' ? nothing : settingsAnswer(filling, 'services', one.id, name.text)}
    ${stored[0] ? storedList(context, stored) : nothing}
  </section>`;
}

function purpose(filling: Filling, id: string): unknown {
  const {context} = filling;
  const t = context.texts('settings');
  const label = purposeText(id, 'label', context);
  const description = purposeText(id, 'description', context);
  const without = purposeText(id, 'withoutIt', context);
  const necessary = id === 'necessary';
  return html`<section class="purpose">
    <h4>${spoken(label)}</h4>
    ${description ? html`<p>${spoken(description)}</p>` : nothing}
    ${
      necessary
        ? html`<p>${t.alwaysAllowed}</p>
            ${storedList(context, storedAnyway(context))}`
        : html`${without ? html`<p>${fill(t.without, {without: without.text})}</p>` : nothing}
          ${settingsAnswer(filling, 'purposes', id, label?.text ?? id)}`
    }
    ${servicesOf(context.consent.declaration, id).map((one) => service(filling, one))}
  </section>`;
}

/** The finer answers: for each purpose and its services, and for cookies that were asked about; what is necessary is told. */
export function settingsPurposes(filling: Filling): unknown {
  const {context, draft} = filling;
  const t = context.texts('settings');
  const {used} = context.consent.declaration;
  const cookies = Object.keys(draft.cookies);
  return html`<section class="purposes">
    <h3>${t.finerHeading}</h3>
    ${used[0] ? nothing : html`<p>${t.nothingElse}</p>`} ${used.map((id) => purpose(filling, id))}
    ${
      cookies[0]
        ? html`<section class="purpose">
            <h4>${t.cookieAnswers}</h4>
            ${cookies.map((name) => settingsAnswer(filling, 'cookies', name, name))}
          </section>`
        : nothing
    }
    ${purpose(filling, 'necessary')}
  </section>`;
}

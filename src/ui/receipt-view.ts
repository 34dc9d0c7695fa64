import {html} from 'lit';
import {serviceName} from './consent-view.ts';
import {choiceInWords} from './consent-view-words.ts';
import {purposeText} from './purpose-texts.ts';
import {receiptJson} from './receipt-download.ts';
import {settingsRows} from './settings-rows.ts';
import type {Context} from './context.ts';

/** The record in words, and as it is written. */
export function receiptView(context: Context): unknown {
  const {consent} = context;
  const t = context.texts('settings');
  const receipt = consent.receipt();
  if (!receipt) return html`<p>${t.noRecord}</p>`;
  const {purposes, services, cookies} = receipt.answers;
  const service = (id: string) => {
    const one = consent.service(id);
    return one ? serviceName(context, one).text : id;
  };
  const rows = [
    ...Object.entries(purposes).map(
      ([id, answer]) => [purposeText(id, 'label', context)?.text, answer && t[answer]] as const,
    ),
    ...Object.entries(services).map(([id, answer]) => [service(id), answer && t[answer]] as const),
    ...Object.entries(cookies).map(([id, answer]) => [html`<bdi>${id}</bdi>`, t[answer]] as const),
  ];
  return html`${settingsRows([...choiceInWords(context), ...rows])}
    <pre dir="ltr">${receiptJson(receipt)}</pre>`;
}

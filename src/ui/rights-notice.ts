import {html, nothing} from 'lit';
import {settingsRows} from './settings-rows.ts';
import {spoken} from './spoken.ts';
import type {Agency} from '../core/declaration.ts';
import type {Context} from './context.ts';

/** What has to be told when data is collected (Taiwan PDPA Art. 8 para. 1), in the order of the law. */
const items = [
  'name',
  'purpose',
  'categories',
  'period',
  'area',
  'recipients',
  'manner',
  'rights',
  'effect',
] as const;

/** How the agency can be reached. */
const ways = ['phone', 'extension', 'email', 'hours', 'officer'] as const;

const named = new WeakSet<Agency>();

/** What is missing is named to the developer, once; an item that does not apply is there as an empty text. */
function nameMissing(agency: Agency): void {
  const contact = agency.contact ?? {};
  const missing = [
    ...items.filter((item) => agency[item] === undefined),
    ...ways.filter((way) => contact[way] === undefined).map((way) => `contact.${way}`),
  ];
  if (named.has(agency) || !missing[0]) return;
  named.add(agency);
  console.warn(
    `cookie-modes: the notice of PDPA Art. 8 is not complete; add ${missing.map((item) => `agency.${item}`).join(', ')}.`,
  );
}

/** Who collects what, for what, and the visitor's rights, as a labelled list; nothing where no agency is configured. */
export function rightsNotice(context: Context): unknown {
  const {agency} = context.consent.declaration;
  if (!agency) return nothing;
  nameMissing(agency);
  const t = context.texts('rights');
  return html`<section class="items">
    <h3>${t.noticeHeading}</h3>
    ${settingsRows(items.map((item) => [t[item === 'name' ? 'agency' : item], spoken(context.localized(agency[item]))]))}
  </section>`;
}

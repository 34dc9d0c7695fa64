import {html, nothing} from 'lit';
import {fill} from '../i18n/format.ts';
import {settingsRows} from './settings-rows.ts';
import {spoken} from './spoken.ts';
import type {Contact} from '../core/declaration.ts';
import type {Context} from './context.ts';

/** A telephone link (RFC 3966); undefined where there is no number in the text. */
export function phoneLink({phone = '', extension = ''}: Contact): string | undefined {
  // A JSON block may have numbers here.
  const digits = (text: string) => `${text}`.replace(/\D/g, '');
  const plus = /^\s*\(?\+/.test(phone) ? '+' : '';
  return digits(phone)
    ? `tel:${plus}${digits(phone)}${digits(extension) && `;ext=${digits(extension)}`}`
    : undefined;
}

/** A mail link (RFC 6068) to exactly one address, without header fields. */
export const mailLink = ({email = ''}: Contact): string | undefined =>
  /^[^\s@]+@[^\s@]+$/.test(email)
    ? `mailto:${email.split('@').map(encodeURIComponent).join('@')}`
    : undefined;

/** Whom to ask about data that the site holds itself. */
export function rightsContact(context: Context): unknown {
  const {agency} = context.consent.declaration;
  const contact = agency?.contact;
  if (!contact) return nothing;
  const t = context.texts('rights');
  const name = context.localized(agency.name)?.text;
  const link = (url: string | undefined, text: unknown) => (url ? html`<a href=${url}>${text}</a>` : text);
  const {phone, extension, email} = contact;
  const number = extension ? `${phone ?? ''} ${fill(t.extension, {extension})}` : phone;
  return html`<section class="contact">
    <h3>${t.contactHeading}</h3>
    <p>${name ? fill(t.contactFor, {agency: name}) : t.contactSite}</p>
    ${settingsRows([
      [t.officer, spoken(context.localized(contact.officer))],
      [t.phone, number && link(phoneLink(contact), number)],
      [t.email, email && link(mailLink(contact), email)],
      [t.hours, spoken(context.localized(contact.hours))],
    ])}
  </section>`;
}

import {confirmation, notice, purposes} from './locales/en.ts';
import {createContext, currentContext, provide} from './ui/context.ts';
import {place} from './ui/place.ts';
import {CookieModesElement} from './ui/notice.ts';
import {CookieModesSettingsElement} from './ui/settings-button.ts';
import type {Detach} from './core/attachment.ts';
import type {Consent} from './core/consent.ts';
import type {Context, Sources} from './ui/context.ts';
import type {Messages} from './i18n/messages.ts';

const contexts = new WeakMap<Consent, Promise<Context>>();

/**
 * The context all parts of the interface share, once the texts of the page's language are there; one for each consent until it is
 * forgotten.
 * @param english sections that elements in the page's own markup read at once
 */
export function ready(consent: Consent, sources: Sources, english?: Partial<Messages>): Promise<Context> {
  const known = contexts.get(consent);
  if (known) return known;
  const made = createContext(consent, sources).then((context) => {
    context.addEnglish({notice, confirmation, purposes, ...english});
    if (contexts.get(consent) === made) provide(context);
    return context;
  });
  contexts.set(consent, made);
  return made;
}

/** The next one to ask for the context of a consent gets a new one. */
export const forget = (consent: Consent): void => void contexts.delete(consent);

/** Shows the notice, first in the document unless the site has placed one. */
export function attach(context: Context): Detach {
  const elements = {'cookie-modes': CookieModesElement, 'cookie-modes-settings': CookieModesSettingsElement};
  for (const [tag, element] of Object.entries(elements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
  const leave = place('cookie-modes');
  return () => {
    leave();
    context.end();
    if (currentContext() === context) provide(undefined);
  };
}

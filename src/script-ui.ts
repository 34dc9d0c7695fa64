import {confirmation, notice, purposes} from './locales/en.ts';
import {createContext, provide} from './ui/context.ts';
import {place} from './ui/place.ts';
import {CookieModesElement} from './ui/notice.ts';
import {CookieModesSettingsElement} from './ui/settings-button.ts';
import type {Detach} from './core/attachment.ts';
import type {Consent} from './core/consent.ts';
import type {Context, Sources} from './ui/context.ts';

const contexts = new WeakMap<Consent, Promise<Context>>();

/** The context all parts of the interface share, once the texts of the page's language are there; one for each consent. */
export function ready(consent: Consent, sources: Sources): Promise<Context> {
  const known = contexts.get(consent);
  if (known) return known;
  const context = createContext(consent, sources).then((context) => {
    context.addEnglish({notice, confirmation, purposes});
    provide(context);
    return context;
  });
  contexts.set(consent, context);
  return context;
}

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
    contexts.delete(context.consent);
    provide(undefined);
  };
}

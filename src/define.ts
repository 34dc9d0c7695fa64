import {messages} from './locales/en.ts';
import {
  CookieModesElement,
  CookieModesSettingsElement,
  EmbedElement,
  QuestionElement,
  SettingsDialogElement,
  TableElement,
} from './elements.ts';
import {attach as attachEmbeds} from './script-embed.ts';
import {attach as attachQuestion} from './script-question.ts';
import {attach as attachSettings, open} from './script-settings.ts';
import {attach as attachTable} from './script-table.ts';
import {attach as attachNotice, forget, ready} from './script-ui.ts';
import {openByLink} from './setup/open-by-link.ts';
import type {Detach} from './core/attachment.ts';
import type {Consent} from './core/consent.ts';
import type {Messages} from './i18n/messages.ts';

declare global {
  interface HTMLElementTagNameMap {
    'cookie-modes': CookieModesElement;
    'cookie-modes-settings': CookieModesSettingsElement;
    'cookie-modes-question': QuestionElement;
    'cookie-modes-settings-dialog': SettingsDialogElement;
    'cookie-modes-embed': EmbedElement;
    'cookie-modes-table': TableElement;
  }
}

for (const [tag, element] of Object.entries({
  'cookie-modes': CookieModesElement,
  'cookie-modes-settings': CookieModesSettingsElement,
  'cookie-modes-question': QuestionElement,
  'cookie-modes-settings-dialog': SettingsDialogElement,
  'cookie-modes-embed': EmbedElement,
  'cookie-modes-table': TableElement,
})) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Texts in other languages: a file each, fetched when the page is in that language. The build puts their tags here. */
const languages = {
  available: '__LOCALES__'.split(' '),
  load: (tag: string) => import(`./locales/${tag}.js`) as Promise<{messages: Messages}>, // each file there is one
};

/** Shows the whole user interface for a consent: notice, questions, settings, placeholders, tables. */
export function attachUi<Id extends string, Jar>(consent: Consent<Id, Jar>): Detach {
  const ends = new AbortController();
  const until = {signal: ends.signal};
  const own = consent as unknown as Consent; // the interface asks about ids it has read from the declaration
  const started = ready(own, languages, messages).then((context) => {
    if (ends.signal.aborted) return context.end();
    const parts = [
      attachNotice(context),
      attachQuestion(context),
      attachSettings(context),
      attachEmbeds(context),
      attachTable(context),
    ];
    ends.signal.addEventListener('abort', () => parts.reverse().forEach((detach) => detach()));
  });
  consent.addEventListener('settings', () => void started.then(open), until);
  document.addEventListener('click', openByLink(own), until);
  return () => {
    if (ends.signal.aborted) return;
    ends.abort();
    // Whoever attaches it again at once has a context of their own.
    forget(own);
  };
}

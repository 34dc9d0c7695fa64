import {localized} from '../i18n/localized.ts';
import {matchLocale} from '../i18n/match-locale.ts';
import {override} from '../i18n/override.ts';
import type {Messages} from '../i18n/messages.ts';
import type {Detach} from '../core/attachment.ts';
import type {Consent} from '../core/consent.ts';
import type {Localized} from '../core/declaration.ts';

/** A part of the interface in a file of its own. */
export type Part = 'settings' | 'question' | 'embed' | 'table';

/** A text of the site; `lang` is there when it is in another language than the rest. */
export interface LocalizedText {
  readonly text: string;
  readonly lang: string | undefined;
}

/** What every element of the interface shares: whose consent it shows, and in which language. */
export interface Context {
  readonly consent: Consent;
  /** BCP 47 tag of the texts in use. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** Attributes an element with our texts needs, since they differ from the page's. */
  readonly attributes: {readonly lang: string | undefined; readonly dir: 'ltr' | 'rtl' | undefined};
  /** The texts of one section, with those the site has put in their place (`notice.texts`). */
  texts<K extends keyof Messages>(section: K): Messages[K];
  /** English sections that a part brings along. */
  addEnglish(part: Partial<Messages>): void;
  /** A label of the site in the language in use, or the nearest there is. */
  localized(label: Localized | undefined): LocalizedText | undefined;
  openPart(name: Part): void;
  /** Makes a change of the choice for the visitor who asked for it here; the notice then confirms it. */
  act(change: () => void): void;
  /** Whether the change being told of was made by `act`, not by another tab or the site. */
  readonly acting: boolean;
  /** Calls a listener whenever the choice, the questions or the language have changed. */
  follow(listener: () => void): Detach;
  /** Stops following consent and page. */
  end(): void;
}

/** Where a context finds what it does not carry. */
export interface Sources {
  readonly load: (tag: string) => Promise<{readonly messages: Messages}>;
  /** Tags that `load` knows; English is always there. */
  readonly available: readonly string[];
  /** Opens a part that nothing else opens; the settings are opened by the consent's own event. */
  readonly open?: ((name: Part) => void) | undefined;
}

/** Makes the context of one consent; resolves when the texts of the page's language are there. */
export async function createContext(consent: Consent, {load, available, open}: Sources): Promise<Context> {
  const {notice} = consent.declaration;
  const root = document.documentElement;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const tags = ['en', ...available];
  let english: Partial<Messages> = {};
  let loaded: Partial<Messages> = {};
  let locale = 'en';
  let latest = 0;
  let acting = false;

  const choose = async () => {
    const turn = ++latest;
    const wanted = notice.locale ?? root.lang;
    let tag = matchLocale(wanted, tags);
    let messages: Partial<Messages> = {};
    try {
      if (tag && tag !== 'en') ({messages} = await load(tag));
    } catch {
      tag = undefined;
    }
    if (turn !== latest) return;
    if (!tag) {
      console.warn(
        `cookie-modes: no texts for the language "${wanted}", so they are in English. Set <html lang> or notice.locale to one of ${tags.join(', ')}.`,
      );
    }
    locale = tag ?? 'en';
    loaded = messages;
    tell();
  };

  const dirOf = (tag: string): 'ltr' | 'rtl' =>
    /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(tag) ? 'rtl' : 'ltr';

  const context: Context = {
    consent,
    get locale() {
      return locale;
    },
    get dir() {
      return dirOf(locale);
    },
    get attributes() {
      const dir = dirOf(locale);
      return {
        lang: locale.toLowerCase() === root.lang.toLowerCase() ? undefined : locale,
        dir: dir === getComputedStyle(root).direction ? undefined : dir,
      };
    },
    texts(section) {
      const own = loaded[section] ?? english[section];
      // Each part adds its English sections before it reads them.
      return (
        typeof own === 'object' ? override(own, notice.texts, {language: locale, path: section}) : own
      ) as Messages[typeof section];
    },
    addEnglish(part) {
      english = {...english, ...part};
    },
    localized(label) {
      if (!label) return;
      // A plain text is in the language of the page.
      const {text, lang = root.lang} = localized(label, locale);
      return text
        ? {text, lang: lang.toLowerCase() === locale.toLowerCase() ? undefined : lang || undefined}
        : undefined;
    },
    openPart(name) {
      if (open) open(name);
      else if (name === 'settings') consent.openSettings();
    },
    act(change) {
      acting = true;
      change();
      acting = false;
    },
    get acting() {
      return acting;
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end() {
      latest++;
      observer.disconnect();
      consent.removeEventListener('change', tell);
      consent.removeEventListener('question', tell);
    },
  };
  const observer = new MutationObserver(() => void choose());
  observer.observe(root, {attributeFilter: ['lang', 'dir']});
  consent.addEventListener('change', tell);
  consent.addEventListener('question', tell);
  await choose();
  return context;
}

let current: Context | undefined;
const waiting = new Set<() => void>();

/** Makes a context the page's, so that elements in the site's own markup find it; `undefined` takes it away. */
export function provide(context: Context | undefined): void {
  current = context;
  waiting.forEach((listener) => listener());
}

/** The context of the page, if the interface has started. */
export const currentContext = (): Context | undefined => current;

/** Calls a listener whenever the page's context has been provided or taken away. */
export function onProvide(listener: () => void): Detach {
  waiting.add(listener);
  return () => waiting.delete(listener);
}

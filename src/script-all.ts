import {boot} from './setup/boot.ts';
import type {Messages} from './i18n/messages.ts';
import type {Parts} from './setup/boot.ts';
import type {Context} from './ui/context.ts';

interface Locale {
  readonly messages: Messages;
}
type All = Parts<Context, Locale>;

// The script tag in a single file, for a CMS that takes only one: English and zh-TW are in it, other languages lie in locales/ beside it.
const tag = document.currentScript as HTMLScriptElement; // a classic script has one
const inside: Readonly<Record<string, () => Promise<Locale>>> = {'zh-TW': () => import('./locales/zh-TW.ts')};

const parts: {readonly [Name in keyof All]: () => Promise<All[Name]>} = {
  gate: () => import('./script-gate.ts'),
  ui: () => import('./script-ui.ts'),
  question: () => import('./script-question.ts'),
  settings: () => import('./script-settings.ts'),
  embed: () => import('./script-embed.ts'),
  table: () => import('./script-table.ts'),
  undo: () => import('./script-undo.ts'),
};

window.cookieModes = boot<Context, Locale>(tag, (name) => parts[name](), {
  available: '__LOCALES__'.split(' '),
  load: (locale) => inside[locale]?.() ?? import(new URL(`locales/${locale}.js`, tag.src).href),
});

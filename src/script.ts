import {boot} from './setup/boot.ts';
import type {Consent} from './core/consent.ts';
import type {PurposeJar} from './storage/purpose-jar.ts';

declare global {
  interface Window {
    /** The consent of this page, as `start()` returns it. */
    cookieModes: Consent<string, PurposeJar>;
  }
}

// The script-tag door: one classic script, first in <head>. Its siblings lie beside it.
const tag = document.currentScript as HTMLScriptElement; // a classic script has one
const file = (name: string) => import(new URL(name, tag.src).href);
const part = (name: string) => () => file(`cookie-modes-${name}.js`);

window.cookieModes = boot(
  tag,
  {
    ui: part('ui'),
    question: part('question'),
    settings: part('settings'),
    embed: part('embed'),
    table: part('table'),
    undo: part('undo'),
  },
  // The build puts the names of the files in locales/ here.
  {available: '__LOCALES__'.split(), load: (tag) => file(`locales/${tag}.js`)},
);

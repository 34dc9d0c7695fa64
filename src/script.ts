import {boot} from './setup/boot.ts';
import type {Parts} from './setup/boot.ts';

// The script-tag door: one classic script, first in <head>. Its siblings lie beside it.
const tag = document.currentScript as HTMLScriptElement; // a classic script has one
const file = <Module>(name: string): Promise<Module> => import(new URL(name, tag.src).href);
const part =
  <Module>(name: string) =>
  () =>
    file<Module>(`cookie-modes-${name}.js`);

const parts: Parts<unknown, unknown> = {
  gate: part('gate'),
  ui: part('ui'),
  question: part('question'),
  settings: part('settings'),
  embed: part('embed'),
  table: part('table'),
  undo: part('undo'),
};

window.cookieModes = boot(tag, parts, {
  // The build puts the names of the files in locales/ here.
  available: '__LOCALES__'.split(' '),
  load: (tag) => file(`locales/${tag}.js`),
});

import {boot} from './setup/boot.ts';

// The script-tag door: one classic script, first in <head>. Its siblings lie beside it.
const tag = document.currentScript as HTMLScriptElement; // a classic script has one
const file = <Module>(name: string): Promise<Module> => import(new URL(name, tag.src).href);

window.cookieModes = boot<unknown, unknown>(tag, (name) => file(`cookie-modes-${name}.js`), {
  // The build puts the names of the files in locales/ here.
  available: '__LOCALES__'.split(' '),
  load: (tag) => file(`locales/${tag}.js`),
});

import {rights, settings, table, time} from './locales/en.ts';
import {SettingsDialogElement} from './ui/settings-dialog.ts';
import type {Detach} from './core/attachment.ts';
import type {Context} from './ui/context.ts';

const tag = 'cookie-modes-settings-dialog';
let dialog: SettingsDialogElement | undefined;

/** Adds the settings to the page, closed. */
export function attach(context: Context): Detach {
  const {consent} = context;
  context.addEnglish({rights, settings, table, time});
  if (!customElements.get(tag)) customElements.define(tag, SettingsDialogElement);
  const own = document.createElement(tag) as SettingsDialogElement; // defined above
  const following = new AbortController();
  own.context = context;
  document.body.append(own);
  consent.addEventListener('undone', ({detail}) => own.hear(detail), {signal: following.signal});
  dialog = own;
  return () => {
    following.abort();
    own.remove();
    if (dialog === own) dialog = undefined;
  };
}

/** Shows the settings, the focus on their heading; a router may have taken them out of the page meanwhile. */
export function open(): void {
  if (!dialog) return;
  if (!dialog.isConnected) document.body.append(dialog);
  void dialog.open();
}

import {table, time} from './locales/en.ts';
import {TableElement} from './ui/table.ts';
import type {Detach} from './core/attachment.ts';
import type {Context} from './ui/context.ts';

/** Fills the cookie tables of the page. */
export function attach(context: Context): Detach {
  context.addEnglish({table, time});
  if (!customElements.get('cookie-modes-table')) customElements.define('cookie-modes-table', TableElement);
  return () => {};
}

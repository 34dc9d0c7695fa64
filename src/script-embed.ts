import {embed, purposes} from './locales/en.ts';
import {EmbedElement} from './ui/embed.ts';
import {embedTag, placeholders} from './ui/placeholders.ts';
import type {Detach} from './core/attachment.ts';
import type {Context} from './ui/context.ts';

/** Shows placeholders for what the gate holds. */
export function attach(context: Context): Detach {
  context.addEnglish({embed, purposes});
  if (!customElements.get(embedTag)) customElements.define(embedTag, EmbedElement);
  return placeholders(context);
}

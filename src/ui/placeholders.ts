import {embedTarget} from './embed-target.ts';
import type {Detach} from '../core/attachment.ts';
import type {GateDetail} from '../core/events.ts';
import type {Context} from './context.ts';
import type {EmbedElement} from './embed.ts';

/** The name under which the placeholder is registered. */
export const embedTag = 'cookie-modes-embed';

/** Puts a placeholder before each held element that a visitor would miss and that the site has not put into one itself. */
export function placeholders(context: Context): Detach {
  const {consent} = context;
  const made = new Map<HTMLElement, EmbedElement>();
  const add = ({element}: GateDetail) => {
    const target = embedTarget(element);
    if (!target || made.has(target) || target.closest(embedTag)) return;
    const embed = document.createElement(embedTag) as EmbedElement; // registered by the door
    embed.marked = element;
    embed.context = context;
    made.set(target, embed);
    target.before(embed);
  };
  const follow = () => {
    for (const [target, embed] of made) {
      if (!target.isConnected) {
        embed.remove();
        made.delete(target);
      } else if (embed.nextSibling !== target) target.before(embed);
    }
  };
  const met = ({detail}: CustomEvent<GateDetail>) => {
    add(detail);
    follow();
  };
  for (const detail of consent.held.values()) add(detail);
  consent.addEventListener('held', met);
  consent.addEventListener('change', follow);
  return () => {
    consent.removeEventListener('held', met);
    consent.removeEventListener('change', follow);
    for (const embed of made.values()) embed.remove();
  };
}

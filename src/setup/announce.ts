import type {Attachment} from '../core/attachment.ts';
import type {ConsentEvents} from '../core/events.ts';

const names = ['change', 'question', 'settings', 'held', 'released', 'undone'] as const;

declare global {
  // The same news as DOM events, for pages without access to the consent object.
  interface DocumentEventMap extends Record<`cookie-modes-${keyof ConsentEvents}`, CustomEvent> {}
}

/** Tells the page the news of a consent: `change` as `cookie-modes-change` on `document`, and so on. */
export const announce: Attachment = (consent) => {
  const tell = (event: Event) => {
    const {type, detail} = event as CustomEvent; // all events of a consent are
    document.dispatchEvent(new CustomEvent(`cookie-modes-${type}`, {detail}));
  };
  for (const name of names) consent.addEventListener(name, tell);
  return () => {
    for (const name of names) consent.removeEventListener(name, tell);
  };
};

import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import type {Attachment} from '../core/attachment.ts';

/**
 * Follows the record wherever else it is written: another tab, a sub-domain, the server; on return from the back/forward
 * cache; and when a prerendered page is opened at last. Without https there is no cookieStore to hear others by: a tab then
 * follows when it is looked at again.
 */
export const followRecord: Attachment = (consent) => {
  const reread = () => consent.reread();
  const sources: [EventTarget | undefined, string][] = [
    [globalThis.cookieStore, 'change'],
    [document, 'visibilitychange'],
    [document, 'prerenderingchange'],
    [window, 'pageshow'],
  ];
  for (const [source, event] of sources) source?.addEventListener(event, reread);
  if (!detachable) return stay;
  return () => {
    for (const [source, event] of sources) source?.removeEventListener(event, reread);
  };
};

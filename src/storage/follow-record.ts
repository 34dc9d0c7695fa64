import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import {recordName} from '../core/record.ts';
import type {Attachment} from '../core/attachment.ts';

/**
 * Follows the record wherever else it is written: another tab, a sub-domain, the server; on return from the back/forward
 * cache; and when a prerendered page is opened at last.
 */
export const followRecord: Attachment = (consent) => {
  const reread = () => consent.reread();
  const tell = () => channel?.postMessage(0);
  // cookieStore hears other tabs, sub-domains and servers, but exists on https only; a channel reaches tabs of this origin.
  const channel = globalThis.BroadcastChannel && new BroadcastChannel(recordName);
  const sources: [EventTarget | undefined, string][] = [
    [channel, 'message'],
    [globalThis.cookieStore, 'change'],
    [document, 'visibilitychange'],
    [document, 'prerenderingchange'],
    [window, 'pageshow'],
  ];
  for (const [source, event] of sources) source?.addEventListener(event, reread);
  consent.addEventListener('change', tell);
  if (!detachable) return stay;
  return () => {
    for (const [source, event] of sources) source?.removeEventListener(event, reread);
    consent.removeEventListener('change', tell);
    channel?.close();
  };
};

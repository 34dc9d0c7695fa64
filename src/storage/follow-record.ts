import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import type {Attachment} from '../core/attachment.ts';

/** Milliseconds; other tabs follow within a second. */
const moment = 500;

/** The document's own are met on their way to it. */
const events = ['visibilitychange', 'prerenderingchange', 'pageshow'];

/**
 * Follows the record wherever else it is written: another tab, a sub-domain, the server; on return from the back/forward
 * cache; and when a prerendered page is opened at last. Without https there is no cookieStore to hear others by: a tab then
 * follows when it is looked at again. A busy WebKitGTK tells of a cookie before `document.cookie` shows it: so each is read
 * once more a moment later.
 */
export const followRecord: Attachment = (consent) => {
  let on = true;
  const reread = () => {
    if (on) consent.reread();
  };
  const follow = () => {
    reread();
    setTimeout(reread, moment);
  };
  const store = globalThis.cookieStore;
  store?.addEventListener('change', follow);
  for (const event of events) addEventListener(event, follow, true);
  if (!detachable) return stay;
  return () => {
    on = false;
    store?.removeEventListener('change', follow);
    for (const event of events) removeEventListener(event, follow, true);
  };
};

import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import {guardCookieStore} from './guard-cookie-store.ts';
import {guardDocumentCookie} from './guard-document-cookie.ts';
import {guardWebStorage} from './guard-web-storage.ts';
import {holdWrites} from './held-writes.ts';
import type {Attachment} from '../core/attachment.ts';

/**
 * Holds cookie and storage writes back until they are allowed. For well-behaved scripts, no security boundary:
 * fresh iframe realms, references taken earlier, HTTP headers, HttpOnly cookies and workers get past it.
 */
export const guard: Attachment = (consent) => {
  const [submit, detachWrites] = holdWrites(consent);
  const detachers = [guardDocumentCookie, guardCookieStore, guardWebStorage].map((part) =>
    part(consent, submit),
  );
  if (!detachable) return stay;
  return () => {
    for (const detach of detachers) detach();
    detachWrites();
  };
};

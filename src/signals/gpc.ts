import {stay} from '../core/attachment.ts';
import type {Attachment} from '../core/attachment.ts';

/** Global Privacy Control counts as refusal until the visitor explicitly chooses otherwise (https://w3c.github.io/gpc/). */
export const gpc: Attachment = (consent) => {
  const {globalPrivacyControl} = navigator as {globalPrivacyControl?: unknown};
  const hear = () => {
    // A page that is being prerendered cannot see the record yet, which may say otherwise; once it is opened, that is read first.
    if (!(document as {prerendering?: boolean}).prerendering) consent.signal();
  };
  if (globalPrivacyControl === true && consent.declaration.signals.gpc !== false) {
    document.addEventListener('prerenderingchange', hear);
    hear();
  }
  return stay;
};

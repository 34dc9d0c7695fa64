import {stay} from '../core/attachment.ts';
import type {Attachment} from '../core/attachment.ts';

/** Global Privacy Control counts as refusal until the visitor explicitly chooses otherwise (https://w3c.github.io/gpc/). */
export const gpc: Attachment = (consent) => {
  const {globalPrivacyControl} = navigator as {globalPrivacyControl?: unknown};
  if (globalPrivacyControl === true && consent.declaration.signals.gpc !== false) consent.signal();
  return stay;
};

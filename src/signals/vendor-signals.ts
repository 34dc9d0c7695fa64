import {googleConsentMode} from './google-consent-mode.ts';
import {matomo} from './matomo.ts';
import type {Attachment} from '../core/attachment.ts';

/** Tells vendors what is allowed, those that the configuration asks for. Attach it before the gate. */
export const vendorSignals: Attachment = (consent) => {
  const detachers = [googleConsentMode, matomo].map((signal) => signal(consent));
  return () => {
    for (const detach of detachers) detach();
  };
};

import {googleConsentMode} from './signals/google-consent-mode.ts';
import {matomo} from './signals/matomo.ts';
import type {Attachment} from './core/attachment.ts';

/** Tells vendors what is allowed, where the configuration asks for it. */
export const signals: Attachment = (consent) => {
  const detachers = [googleConsentMode, matomo].map((signal) => signal(consent));
  return () => {
    for (const detach of detachers) detach();
  };
};

import type {Consent} from '../core/consent.ts';

/** Listens to clicks: a plain link opens the settings, and so does a settings button whose code has not come yet. */
export const openByLink = (consent: Consent) => (event: Event) => {
  // In whatever shadow tree the link stands, and whatever stands in the link.
  const path = event.composedPath() as Partial<Element>[];
  if (path.some((one) => one.matches?.('a[href$="#cookie-modes"],cookie-modes-settings:not(:defined)'))) {
    event.preventDefault();
    consent.openSettings();
  }
};

import {granted} from './granted.ts';
import {stay} from '../core/attachment.ts';
import type {Attachment} from '../core/attachment.ts';

/**
 * Makes Matomo wait for consent, and tells it of each change, where `signals.matomo` asks for it. Attach it before the gate. Matomo keeps no
 * record of its own: the one of this library is asked on every page (https://developer.matomo.org/guides/tracking-consent).
 */
export const matomo: Attachment = (consent) => {
  if (!consent.declaration.signals.matomo) return stay;
  const page = window as {_paq?: {push(command: readonly string[]): unknown}};
  // Read anew each time: once loaded, Matomo puts an object of its own in the place of the list.
  const push = (command: string) => (page._paq ??= [] as string[][]).push([command]);
  let told = false;
  const tell = () => {
    const allowed = granted(consent, ['statistics', 'activity'], /matomo|piwik/);
    if (allowed !== told) push(allowed ? 'setConsentGiven' : 'forgetConsentGiven');
    told = allowed;
  };
  push('requireConsent');
  tell();
  consent.addEventListener('change', tell);
  return () => consent.removeEventListener('change', tell);
};

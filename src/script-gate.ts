import {gate as gateOnly} from './gate/gate.ts';
import type {Attachment} from './core/attachment.ts';

/** The script tag's gate, in a file of its own: what is marked is inert until it comes. Signals, where asked for, go before it. */
export const gate: Attachment = (consent) => {
  const {googleConsentMode, matomo} = consent.declaration.signals;
  const first =
    googleConsentMode || matomo
      ? import('./script-signals.ts').then(({vendorSignals}) => vendorSignals(consent))
      : Promise.resolve();
  let detach = () => {};
  // Without the signals nothing opens: Google's own tags would run as if all were granted.
  void first.then(() => (detach = gateOnly(consent))).catch(console.error);
  return () => detach();
};

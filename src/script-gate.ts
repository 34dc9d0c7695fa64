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
  void first.catch(console.error).then(() => (detach = gateOnly(consent)));
  return () => detach();
};

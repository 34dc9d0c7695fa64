import {attachAll} from '../core/attachment.ts';
import {googleConsentMode} from './google-consent-mode.ts';
import {matomo} from './matomo.ts';

/** Tells vendors what is allowed, those that the configuration asks for. Attach it before the gate. */
export const vendorSignals = attachAll(googleConsentMode, matomo);

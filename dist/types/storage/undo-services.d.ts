import type { Consent } from '../core/consent.js';
import type { Service } from '../core/declaration.js';
declare global {
    interface DocumentEventMap {
        /** A service is no longer allowed; its own code can tidy up before what it stored is removed. */
        'cookie-modes-withdraw': CustomEvent<{
            readonly service: string;
        }>;
    }
}
/** Tells services that they are withdrawn: by `onWithdraw()`, and by the event `cookie-modes-withdraw` on the document. */
export declare function withdrawServices(consent: Consent, services: readonly Service[]): void;

import { s as stay, g as granted } from '../shared/granted.js';

/**
 * Makes Matomo wait for consent, and tells it of each change, where `signals.matomo` asks for it. Attach it before the gate. Matomo keeps no
 * record of its own: the one of this library is asked on every page (https://developer.matomo.org/guides/tracking-consent).
 */
const matomo = (consent) => {
    if (!consent.declaration.signals.matomo)
        return stay;
    const page = window;
    // Read anew each time: once loaded, Matomo puts an object of its own in the place of the list.
    const push = (command) => (page._paq ??= []).push([command]);
    let told = false;
    const tell = () => {
        const allowed = granted(consent, ['statistics', 'activity'], /matomo|piwik/);
        if (allowed !== told)
            push(allowed ? 'setConsentGiven' : 'forgetConsentGiven');
        told = allowed;
    };
    push('requireConsent');
    tell();
    consent.addEventListener('change', tell);
    return () => consent.removeEventListener('change', tell);
};

export { matomo };

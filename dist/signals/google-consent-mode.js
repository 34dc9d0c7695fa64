import { s as stay, g as granted } from '../shared/granted.js';

/** Milliseconds that tags wait for the first update; the record is read long before. */
const wait = 500;
const google = /google|doubleclick|gstatic|youtube/;
/** Purposes, by the names sites give them, that stand for advertising; without one, it is never granted. */
const advertising = ['marketing', 'advertising', 'ads'];
/**
 * Tells Google's tags what is allowed, by Consent Mode version 2, where `signals.googleConsentMode` asks for it. Attach it before the gate,
 * so that every tag finds the defaults, and each update, waiting for it
 * (https://developers.google.com/tag-platform/security/guides/consent).
 */
const googleConsentMode = (consent) => {
    if (!consent.declaration.signals.googleConsentMode)
        return stay;
    const layer = (window.dataLayer ??= []);
    function gtag(..._command) {
        // The tags tell commands from data by their being an `arguments` object: an array is ignored.
        // eslint-disable-next-line prefer-rest-params
        layer.push(arguments);
    }
    const word = (allowed) => (allowed ? 'granted' : 'denied');
    const state = () => {
        const may = (...purposes) => granted(consent, purposes, google);
        const personal = may('personalization');
        const ads = may(...advertising);
        return {
            ad_storage: word(ads),
            ad_user_data: word(ads),
            ad_personalization: word(ads && (personal || !consent.declaration.used.includes('personalization'))),
            analytics_storage: word(may('statistics', 'activity')),
            functionality_storage: word(personal),
            personalization_storage: word(personal),
            security_storage: 'granted', // necessary
        };
    };
    const denied = Object.fromEntries(Object.keys(state()).map((key) => [key, 'denied']));
    const update = () => gtag('consent', 'update', state());
    gtag('consent', 'default', { ...denied, security_storage: 'granted', wait_for_update: wait });
    if (consent.choice)
        update();
    consent.addEventListener('change', update);
    return () => consent.removeEventListener('change', update);
};

export { googleConsentMode };

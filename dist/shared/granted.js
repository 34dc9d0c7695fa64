/** For what cannot be undone, or need not be. */
const stay = () => undefined;
/** Several attachments as one, attached in their order. */
const attachAll = (...attachments) => (consent) => {
    const detachers = attachments.map((attach) => attach(consent));
    return () => {
        for (const detach of detachers)
            detach();
    };
};

/**
 * Whether a vendor may do something for one of several purposes that all stand for it: the first that the site uses decides; where
 * services of that vendor are declared for it, the nearest answer for them.
 * @param vendor tells the vendor's services by the URLs of their scripts
 */
function granted(consent, purposes, vendor) {
    const { used, services } = consent.declaration;
    const purpose = purposes.find((one) => used.includes(one));
    if (!purpose)
        return false;
    const own = services.filter((service) => service.purpose === purpose && service.src?.some((url) => vendor.test(url)));
    return own[0] ? own.some(({ id }) => consent.allows(id)) : consent.allows(purpose);
}

export { attachAll as a, granted as g, stay as s };

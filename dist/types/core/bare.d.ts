/** A copy without a prototype: no name that a site or a visitor's record uses can mean anything but what it says. */
export declare const bare: <T extends object>(object: T) => T;

import type { Tests } from './shape.js';
/** A configuration with everything in it that one may contain. What is only shown (texts, agency) is checked where it is shown. */
export declare const configExample: {
    'policy!': {
        'url!': string;
        version: string;
        updated: string;
        changes: string[];
    };
    purposes: {
        '*': {
            label: string;
            description: string;
            withoutIt: string;
        };
    };
    services: {
        'id!': string;
        'purpose!': string;
        name: string;
        provider: string;
        description: string;
        policyUrl: string;
        src: string[];
        cookies: {
            'name!': string;
            retention: string;
            description: string;
        }[];
        storage: {
            'name!': string;
            retention: string;
            description: string;
        }[];
        indexedDB: string[];
        caches: string[];
        serviceWorkers: string[];
        onWithdraw: () => undefined;
    }[];
    necessary: {
        'name!': string;
        retention: string;
        description: string;
    }[];
    undeclared: string;
    record: {
        retention: string;
        domain: string;
        receiptUrl: string;
    };
    signals: {
        gpc: boolean;
        googleConsentMode: boolean;
        matomo: boolean;
    };
    notice: {
        placement: string;
        locale: string;
        calendar: string;
        headingLevel: number;
        texts: null;
    };
    agency: null;
};
/** What the kind of value does not say, by key of the example. */
export declare const configTests: Tests;

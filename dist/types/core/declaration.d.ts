/** A text of the site: one string, or one for each BCP 47 language tag. */
export type Localized = string | Readonly<Record<string, string>>;
/** Why something is stored. */
export interface Purpose {
    readonly label?: Localized;
    readonly description?: Localized;
    /** What refusing costs the visitor: a clause without a full stop. */
    readonly withoutIt?: Localized;
}
/** A cookie or storage key by name; `*` stands for any characters. */
export interface Stored {
    readonly name: string;
    /** ISO 8601 duration; without one: until the browser is closed, or as the writer says. */
    readonly retention?: string;
    readonly description?: Localized;
}
/** A named thing on the site that loads code or stores data. */
export interface Service {
    readonly id: string;
    readonly name?: Localized;
    readonly provider?: Localized;
    readonly purpose: string;
    readonly description?: Localized;
    readonly policyUrl?: string;
    /** URL prefixes of its scripts and frames. */
    readonly src?: readonly string[];
    readonly cookies?: readonly Stored[];
    readonly storage?: readonly Stored[];
    readonly indexedDB?: readonly string[];
    readonly caches?: readonly string[];
    /** Scope URLs of service workers to unregister on withdrawal. */
    readonly serviceWorkers?: readonly string[];
    /** Called when the service is no longer allowed, before what it stored is removed. */
    readonly onWithdraw?: () => unknown;
}
/** How a visitor reaches the agency. */
export interface Contact {
    readonly phone?: string;
    readonly extension?: string;
    readonly email?: string;
    readonly hours?: Localized;
    readonly officer?: Localized;
}
/** Who runs the site, and what it must tell (Taiwan PDPA Art. 8 para. 1). */
export interface Agency {
    readonly name?: Localized;
    readonly contact?: Contact;
    readonly purpose?: Localized;
    readonly categories?: Localized;
    readonly period?: Localized;
    readonly area?: Localized;
    readonly recipients?: Localized;
    readonly manner?: Localized;
    readonly rights?: Localized;
    readonly effect?: Localized;
}
/** Where the notice stands. */
export type Placement = 'bottom' | 'top' | 'corner' | 'inline';
/** What a site writes: the JSON block, or the argument of `start()`. Only `policy.url` is required. */
export interface Config {
    readonly policy: {
        readonly url: string;
        /** major.minor */
        readonly version?: string;
        /** ISO 8601 date */
        readonly updated?: string;
        readonly changes?: readonly Localized[];
    };
    readonly purposes?: Readonly<Record<string, Purpose>>;
    readonly services?: readonly Service[];
    readonly necessary?: readonly Stored[];
    /** What becomes of cookies that nothing declares: they follow the mode, or are let through. */
    readonly undeclared?: 'hold' | 'allow';
    readonly record?: {
        /** ISO 8601 duration; `P6M` unless set. */
        readonly retention?: string;
        readonly domain?: string;
        /** Where a copy of each receipt is posted; nowhere unless set. */
        readonly receiptUrl?: string;
    };
    readonly signals?: {
        readonly gpc?: boolean;
        readonly googleConsentMode?: boolean;
        readonly matomo?: boolean;
    };
    readonly notice?: {
        readonly placement?: Placement;
        readonly locale?: string;
        readonly calendar?: 'gregory' | 'roc';
        readonly headingLevel?: number;
        readonly texts?: Readonly<Record<string, Localized>>;
    };
    readonly agency?: Agency;
}
/** What a site uses cookies and storage for, checked and with every default filled in. */
export interface Declaration extends Config {
    readonly policy: Config['policy'] & {
        readonly version: string;
    };
    /** Declared and built-in purposes. */
    readonly purposes: Readonly<Record<string, Purpose>>;
    /** The purposes that the site declares or its services use: those the visitor is told of. */
    readonly used: readonly string[];
    readonly services: readonly Service[];
    readonly necessary: readonly Stored[];
    readonly undeclared: 'hold' | 'allow';
    readonly record: NonNullable<Config['record']> & {
        readonly retention: string;
    };
    readonly signals: NonNullable<Config['signals']>;
    readonly notice: NonNullable<Config['notice']>;
}
/**
 * The ids that `allows()`, `when()` and `cookies()` take, inferred from what was passed to `start()`: the built-in purposes, which
 * are always there, and what is declared. Any string where that was not written out, but annotated as `Config`.
 */
export type IdOf<C extends Config> = 'necessary' | 'personalization' | 'activity' | 'statistics' | (C extends {
    readonly purposes?: infer P;
} ? keyof NonNullable<P> & string : never) | (C extends {
    readonly services?: infer L;
} ? NonNullable<L> extends readonly {
    readonly id: infer I extends string;
}[] ? I : never : never);

import type { Messages } from '../i18n/messages.js';
import type { Detach } from '../core/attachment.js';
import type { Consent } from '../core/consent.js';
import type { Localized } from '../core/declaration.js';
/** A part of the interface in a file of its own. */
export type Part = 'settings' | 'question' | 'embed' | 'table';
/** A text of the site; `lang` is there when it is in another language than the rest. */
export interface LocalizedText {
    readonly text: string;
    readonly lang: string | undefined;
}
/** What every element of the interface shares: whose consent it shows, and in which language. */
export interface Context {
    readonly consent: Consent;
    /** BCP 47 tag of the texts in use. */
    readonly locale: string;
    readonly dir: 'ltr' | 'rtl';
    /** Attributes an element with our texts needs, since they differ from the page's. */
    readonly attributes: {
        readonly lang: string | undefined;
        readonly dir: 'ltr' | 'rtl' | undefined;
    };
    /** The texts of one section, with those the site has put in their place (`notice.texts`). */
    texts<K extends keyof Messages>(section: K): Messages[K];
    /** English sections that a part brings along. */
    addEnglish(part: Partial<Messages>): void;
    /** A label of the site in the language in use, or the nearest there is. */
    localized(label: Localized | undefined): LocalizedText | undefined;
    openPart(name: Part): void;
    /** Makes a change of the choice for the visitor who asked for it here; the notice then confirms it. */
    act(change: () => void): void;
    /** Whether the change being told of was made by `act`, not by another tab or the site. */
    readonly acting: boolean;
    /** Calls a listener whenever the choice, the questions or the language have changed. */
    follow(listener: () => void): Detach;
    /** Stops following consent and page. */
    end(): void;
}
/** Where a context finds what it does not carry. */
export interface Sources {
    readonly load: (tag: string) => Promise<{
        readonly messages: Messages;
    }>;
    /** Tags that `load` knows; English is always there. */
    readonly available: readonly string[];
    /** Opens a part that nothing else opens; the settings are opened by the consent's own event. */
    readonly open?: ((name: Part) => void) | undefined;
}
/** Makes the context of one consent; resolves when the texts of the page's language are there. */
export declare function createContext(consent: Consent, { load, available, open }: Sources): Promise<Context>;
/** Makes a context the page's, so that elements in the site's own markup find it; `undefined` takes it away. */
export declare function provide(context: Context | undefined): void;
/** The context of the page, if the interface has started. */
export declare const currentContext: () => Context | undefined;
/** Calls a listener whenever the page's context has been provided or taken away. */
export declare function onProvide(listener: () => void): Detach;

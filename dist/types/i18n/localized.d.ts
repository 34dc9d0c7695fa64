/**
 * A text of the site in the wanted language, else in English, else in the first there is.
 * `lang` is the tag it was found under; undefined for a plain string, which is in the language of the page.
 */
export declare function localized(label: string | Readonly<Record<string, string>>, wanted: string): {
    readonly text: string;
    readonly lang: string | undefined;
};

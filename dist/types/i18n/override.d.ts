/**
 * Texts with those of the site in place of ours: `{"notice.heading": "…"}` or `{"notice": {"heading": "…"}}`, each a string
 * or an object by language. Only keys that we have are copied, into objects without a prototype; everything else is left alone.
 * @param path - where `base` stands: `''` for all texts, `'notice'` for one section.
 */
export declare function override<T extends object>(base: T, texts: unknown, { language, path }: {
    readonly language: string;
    readonly path?: string;
}): T;

/**
 * The best of the available BCP 47 tags for a wanted one, such as that of `<html lang>`.
 * Nearest first: the tag itself, the tag shortened from its end (`ar-EG` → `ar`), another region of the same language.
 * Chinese is matched by script: `zh-HK` and `zh-Hant` may read `zh-TW`; `zh`, `zh-CN` and `zh-Hans` may not.
 * @returns undefined when nothing fits: the caller falls back to English and says so.
 */
export declare function matchLocale(wanted: string, available: readonly string[]): string | undefined;

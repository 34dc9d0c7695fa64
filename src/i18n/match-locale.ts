/**
 * The best of the available BCP 47 tags for a wanted one, such as that of `<html lang>`.
 * Nearest first: the tag itself, the tag shortened from its end (`ar-EG` → `ar`), another region of the same language.
 * Chinese is matched by script: `zh-HK` and `zh-Hant` may read `zh-TW`; `zh`, `zh-CN` and `zh-Hans` may not.
 * @returns undefined when nothing fits: the caller falls back to English and says so.
 */
export function matchLocale(wanted: string, available: readonly string[]): string | undefined {
  const find = (fits: (tag: string) => boolean) => available.find((tag) => fits(tag.toLowerCase()));
  const tag = wanted.toLowerCase().replace(/_/g, '-');
  for (let part = tag; part; part = part.slice(0, Math.max(part.lastIndexOf('-'), 0))) {
    const found = find((one) => one === part);
    if (found) return found;
  }
  const [language] = tag.split('-');
  if (!language) return undefined;
  const traditional = /^zh-(hant|tw|hk|mo)\b/;
  return find((one) =>
    language === 'zh' ? traditional.test(tag) && traditional.test(one) : one.startsWith(`${language}-`),
  );
}

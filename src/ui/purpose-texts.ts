import type {PurposeTexts} from '../i18n/messages.ts';
import type {Context, LocalizedText} from './context.ts';

/** What is said of a purpose, by the site or, for a built-in one, by us; undefined where nobody says anything. */
export function purposeText(
  id: string,
  key: keyof PurposeTexts,
  context: Context,
): LocalizedText | undefined {
  const site = context.consent.declaration.purposes[id];
  const ours = (context.texts('purposes') as Readonly<Record<string, PurposeTexts | undefined>>)[id];
  // A label of the site's own stands inside a sentence, too; a purpose nobody describes is called by its id.
  const name = key === 'inText' || key === 'label';
  const text = ours?.[key] ?? (name ? (ours?.label ?? id) : '');
  return (
    context.localized(key === 'inText' ? site?.label : site?.[key]) ??
    (text ? {text, lang: undefined} : undefined)
  );
}

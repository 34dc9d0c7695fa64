import {fill} from '../i18n/format.ts';
import {purposeText} from './purpose-texts.ts';
import {safeUrl} from './safe-url.ts';
import type {Service} from '../core/declaration.ts';
import type {Context} from './context.ts';

/** What an element is held for. */
export interface EmbedMark {
  readonly purpose: string;
  readonly service: Service | undefined;
}

/** Reads an element's marks as the gate reads them; undefined for marks with which it stays shut whatever is answered. */
export function embedMark(marked: Element, {consent}: Context): EmbedMark | undefined {
  const {purpose, service: id} = (marked as HTMLElement).dataset;
  const service = consent.service(id);
  if (service)
    return purpose && purpose !== service.purpose ? undefined : {purpose: service.purpose, service};
  return !id && purpose && purpose in consent.declaration.purposes ? {purpose, service} : undefined;
}

/** What a placeholder says. */
export interface EmbedTexts {
  readonly name: string;
  readonly label: string;
  readonly missing: string;
  readonly why: string;
  readonly without: string | undefined;
  readonly policy: {readonly href: string; readonly text: string} | undefined;
}

/** The host of another site. */
const hostOf = (url: string | null) => {
  const safe = safeUrl(url ?? undefined);
  const host = safe && new URL(safe).host;
  return host === location.host ? undefined : host;
};

/** Everything a placeholder says, in the words of the context: what is missing, from whom, why, and what refusing costs. */
export function embedTexts(
  {marked, target}: {marked: Element; target: Element},
  {purpose, service}: EmbedMark,
  context: Context,
): EmbedTexts {
  const t = context.texts('embed');
  const verdict = context.consent.verdict(purpose, service?.id);
  const text = (key: 'label' | 'withoutIt') => purposeText(purpose, key, context)?.text;
  const label = context.localized(service?.name)?.text ?? service?.id;
  const from = context.localized(service?.provider)?.text ?? label ?? hostOf(marked.getAttribute('data-src'));
  const name =
    target.getAttribute('title') ||
    target.getAttribute('aria-label') ||
    target.getAttribute('alt') ||
    label ||
    from;
  const {choice, signalled} = context.consent;
  const ofService = service && choice?.services[service.id];
  const why =
    verdict === 'refuse'
      ? signalled
        ? t.whySignal
        : ofService
          ? t.whyServiceRefused
          : t.whyRefused
      : !verdict
        ? t.whyUndecided
        : context.consent.uncovered(purpose, service?.id)
          ? t.whyAdded
          : t.whyAsk;
  const without = text('withoutIt');
  const href = safeUrl(service?.policyUrl);
  return {
    name: name ?? '',
    label: name ? fill(t.region, {service: name}) : t.missingContent,
    missing: !name
      ? t.missingContent
      : from && from !== name
        ? fill(t.missingFrom, {service: name, provider: from})
        : fill(t.missing, {service: name}),
    why: fill(why, {purpose: text('label') ?? purpose}),
    without: without && fill(t.without, {without}),
    policy: href && from ? {href, text: fill(t.policyOf, {provider: from})} : undefined,
  };
}

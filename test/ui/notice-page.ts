import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {attach, ready} from '../../src/script-ui.ts';
import {declare} from '../../src/setup/declare.ts';
import type {Detach} from '../../src/core/attachment.ts';
import type {Config} from '../../src/core/declaration.ts';
import type {RecordStorage} from '../../src/core/storage-port.ts';
import type {Messages} from '../../src/i18n/messages.ts';
import type {Context} from '../../src/ui/context.ts';
import type {CookieModesElement} from '../../src/ui/notice.ts';

export const policy = {
  url: '/privacy#cookies',
  version: '2.0',
  updated: '2026-11-01',
  changes: ['We name every third party.', 'Statistics are kept for 13 months.'],
};

/** A record of an acceptance some days ago, on a version of the policy. */
export const recordOn = (version: string): string =>
  `${new URLSearchParams({
    mode: 'accept-all',
    time: `${new Date(Date.now() - 864e5).toISOString().slice(0, 19)}Z`,
    policy: version,
    purposes: 'personalization activity statistics',
    id: '0'.repeat(32),
    given: 'button',
    language: 'en',
    text: '-',
    library: '0.1.0',
  })}`;

const sources = {
  available: ['zh-TW', 'ar'],
  load: async (tag: string): Promise<{messages: Messages}> => {
    if (tag === 'ar') throw new Error('the file is missing');
    return import('../../src/locales/zh-TW.ts');
  },
};

export interface NoticePage {
  readonly consent: Consent;
  readonly context: Context;
  readonly detach: Detach;
  /** The notice, drawn. */
  notice(): Promise<CookieModesElement>;
}

const open = new Set<Detach>();

export async function consentPage(
  config: Partial<Config> = {},
  storage: RecordStorage = memoryStorage(),
): Promise<Pick<NoticePage, 'consent' | 'context'>> {
  const consent = new Consent(declare({policy, ...config}), {storage});
  return {consent, context: await ready(consent, sources)};
}

/** Shows the interface of a fresh consent. */
export async function noticePage(
  config: Partial<Config> = {},
  storage: RecordStorage = memoryStorage(),
): Promise<NoticePage> {
  const {consent, context} = await consentPage(config, storage);
  const stop = attach(context);
  const detach = () => {
    open.delete(detach);
    stop();
  };
  open.add(detach);
  const notice = async () => {
    const element = document.querySelector('cookie-modes') as CookieModesElement; // attach() sees to it
    await element.updateComplete;
    return element;
  };
  await notice();
  return {consent, context, detach, notice};
}

/** Leaves the page as it was. */
export function clear(): void {
  open.forEach((detach) => detach());
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
  document.documentElement.removeAttribute('dir');
  document.head.querySelectorAll('style[data-test]').forEach((style) => style.remove());
}

/** The site's own style sheet. */
export function style(text: string): void {
  const element = document.createElement('style');
  element.dataset['test'] = '';
  element.textContent = text;
  document.head.append(element);
}

export const buttons = (notice: Element): readonly HTMLButtonElement[] => [
  ...notice.querySelectorAll<HTMLButtonElement>('button[data-mode]'),
];

export const button = (notice: Element, mode: string): HTMLButtonElement => {
  const found = notice.querySelector<HTMLButtonElement>(`button[data-mode=${mode}]`);
  if (!found) throw new Error(`no button ${mode}`);
  return found;
};

/** What the notice says in its own tree: the confirmation. */
export const said = (notice: CookieModesElement): string =>
  [...(notice.shadowRoot?.querySelectorAll('[role=status] > *') ?? [])]
    .map((one) => one.textContent)
    .join(' ');

/** A button in the notice's own tree, by its words. */
export const inner = (notice: CookieModesElement, text: string): HTMLButtonElement => {
  const found = [...(notice.shadowRoot?.querySelectorAll('button') ?? [])].find(
    (one) => one.textContent === text,
  );
  if (!found) throw new Error(`no button "${text}"`);
  return found;
};

export const frames = async (count = 3): Promise<void> => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
};

import assert from 'node:assert/strict';
import {afterEach, beforeEach} from 'node:test';
import {serve} from '../../demo/serve.mjs';
import {poll} from './driver/poll.ts';
import {dist} from './notify-kit.ts';
import type {Page} from './driver/browser.ts';
import type {Mode} from '../../src/core/words.ts';

/** The demo that a test meets. */
export interface Demo {
  readonly origin: string;
  /** What has been asked for, oldest first. */
  readonly requests: readonly {method?: string; url?: string}[];
  /** Addresses of a pattern that have been asked for, oldest first. */
  asked(pattern: RegExp): string[];
  /** From here on counts what is asked for. */
  forget(): void;
}

/** A server for each test: what the trackers of an earlier visitor still send when that visitor leaves meets nobody. */
export function demoForEach(): Demo {
  let demo: Awaited<ReturnType<typeof serve>>;
  beforeEach(async () => void (demo = await serve({dist})));
  afterEach(() => demo.close());
  return {
    get origin() {
      return demo.origin;
    },
    get requests() {
      return demo.requests;
    },
    asked: (pattern) => demo.requests.map(({url}) => url ?? '').filter((url) => pattern.test(url)),
    forget: () => void (demo.requests.length = 0),
  };
}

/** Waits until the notice asks, and answers what it says. */
export const notice = (tab: Page) =>
  tab.waitFor(
    () =>
      document
        .querySelector('cookie-modes[open]:has([data-mode=notify])')
        ?.textContent.replace(/\s+/g, ' ') ?? '',
  );

/** Makes a choice, and waits until what it undoes has been told: a page that is left before that would tell of it. */
async function undoing(tab: Page, mode: Mode, act: () => Promise<void>): Promise<void> {
  await tab.evaluate(() => {
    const {dataset} = document.documentElement;
    dataset['undoing'] = '';
    window.cookieModes.addEventListener('change', ({detail: {before, mode}}) => {
      if (before || mode !== 'accept-all') dataset['undoing'] += '.';
    });
    window.cookieModes.addEventListener('undone', () => {
      dataset['undoing'] = dataset['undoing']?.slice(1) ?? '';
    });
  });
  await act();
  await tab.waitFor(
    (mode) => window.cookieModes.mode === mode && document.documentElement.dataset['undoing'] === '',
    mode,
  );
}

/** Presses one of the three buttons. */
export async function choose(tab: Page, mode: Mode): Promise<void> {
  await notice(tab);
  await undoing(tab, mode, () => tab.click(`cookie-modes button[data-mode="${mode}"]`));
}

/** The purposes whose loss the page tells at this moment. */
export const losses = (tab: Page) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('[data-without]')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.getAttribute('data-without')),
  );

/** Waits until the cookies in the jar, but for the record, are these: each name as a pattern, and no other. */
export const stored = (tab: Page, ...patterns: readonly RegExp[]) =>
  poll(`the jar has ${patterns.join(' ')}`, async () => {
    const found = (await tab.cookies()).filter(({name, value}) => name !== 'cookie_consent' && value !== '');
    const names = found.map(({name}) => name);
    const right =
      patterns.every((one) => names.some((name) => one.test(name))) &&
      names.every((name) => patterns.some((one) => one.test(name)));
    return right ? {answer: found} : {reason: names.join()};
  });

/** Waits until no cookie at all is in the jar: what looks for hidden ones writes empty ones for a moment. */
export const noCookie = (tab: Page) =>
  poll('no cookie', async () => {
    const found = await tab.cookies();
    return found[0] ? {reason: found.map(({name}) => name).join()} : {answer: true};
  });

/** The page has said no warning and no error but those known; WebKit tells none. */
export const quiet = (tab: Page, known = /^$/) =>
  assert.deepEqual(
    tab.messages.filter((text) => /^(error|pageerror|warn)/.test(text) && !known.test(text)),
    [],
  );

/** Waits until the gated file of a service has run. */
export const ran = (tab: Page, service: string) =>
  tab.waitFor(
    (what) => (window as {demoLog?: {what: string}[]}).demoLog?.some((one) => one.what.startsWith(what)),
    `ran: <script> ${service} `,
  );

/** Waits until an element says something. */
export const says = (tab: Page, selector: string, words: string) =>
  tab.waitFor(
    (selector, words) =>
      [...document.querySelectorAll(selector)].some((one) => one.textContent.includes(words)),
    selector,
    words,
  );

/** Opens the settings by the link and answers their sections as text, by class. */
export async function openSettings(tab: Page): Promise<Record<string, string>> {
  await tab.click('.site-footer a[href="#cookie-modes"]');
  return tab.waitFor(() => {
    const root = document.querySelector('cookie-modes-settings-dialog[open]')?.shadowRoot;
    const sections = [...(root?.querySelectorAll<HTMLElement>('.body > [class]') ?? [])];
    return root?.querySelector('dialog[open]') && sections[0]
      ? Object.fromEntries(sections.map((one) => [one.className, one.innerText]))
      : undefined;
  }) as Promise<Record<string, string>>;
}

/** In the open settings: accepts all and saves. */
export async function acceptInSettings(tab: Page): Promise<void> {
  await tab.click('cookie-modes-settings-dialog >>> input[value="accept-all"]');
  await undoing(tab, 'accept-all', () => tab.click('cookie-modes-settings-dialog >>> [data-action=save]'));
}

/** Changes a select as a visitor does. */
export const select = (tab: Page, selector: string, value: string) =>
  tab.waitFor(
    (selector, value) => {
      const control = document.querySelector<HTMLSelectElement>(selector);
      if (!control?.checkVisibility()) return false;
      control.value = value;
      return control.dispatchEvent(new Event('change', {bubbles: true}));
    },
    selector,
    value,
  );

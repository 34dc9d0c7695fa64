import type {Consent} from '../../src/core/consent.ts';
import type {Placement} from '../../src/core/declaration.ts';
import type {Page} from '../e2e/driver/browser.ts';

/** One thing that the visitor can be shown, and how a visitor who was never here comes to see it. */
export interface State {
  readonly name: string;
  /** The element that shows it. */
  readonly host: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly placement?: Placement;
  /** Brings it about on an open page. */
  readonly act?: (
    page: Page,
    open: (query: Readonly<Record<string, string>>) => Promise<void>,
  ) => Promise<void>;
}

const choose = (page: Page, mode: 'accept-all' | 'notify' | 'refuse-all') =>
  page.evaluate((mode: Parameters<Consent['choose']>[0]) => window.cookieModes.choose(mode), mode);

const revised =
  (policy: string): NonNullable<State['act']> =>
  async (page, open) => {
    await choose(page, 'accept-all');
    await open({policy});
  };

const asks =
  (attempt: string): NonNullable<State['act']> =>
  async (page) => {
    await choose(page, 'notify');
    await page.evaluate(attempt);
  };

const settingsAt =
  (share: number): NonNullable<State['act']> =>
  async (page) => {
    // What is undone while the settings are open is reported there.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.cookieModes.addEventListener('undone', () => resolve(), {once: true});
          window.cookieModes.choose('notify');
        }),
    );
    await page.evaluate(() => window.cookieModes.openSettings());
    await shown(page, 'cookie-modes-settings-dialog');
    await scrollSettings(page, share);
  };

/** Scrolls the settings to a share of their height, whichever part of them scrolls. */
export const scrollSettings = (page: Page, share: number): Promise<void> =>
  page.evaluate((share: number) => {
    const dialog = document
      .querySelector('cookie-modes-settings-dialog')
      ?.shadowRoot?.querySelector('dialog');
    for (const one of [dialog, dialog?.querySelector('.body')]) {
      if (one) one.scrollTop = share * (one.scrollHeight - one.clientHeight);
    }
  }, share);

const script = (service: string, src: string) => `(() => {
  const one = document.createElement('script');
  one.type = 'text/plain';
  one.dataset.purpose = 'statistics';
  one.dataset.service = '${service}';
  one.dataset.src = '${src}';
  one.src = '${src}';
  document.body.append(one);
})()`;

/** Waits until an element of ours is drawn and has a size. */
export async function shown(page: Page, host: string): Promise<void> {
  await page.waitFor((host: string) => {
    const element = document.querySelector(host);
    const inner = element?.shadowRoot?.querySelector('dialog, [part=box], table') ?? element;
    return !!inner && inner.getBoundingClientRect().height > 20;
  }, host);
}

const notice = (placement: Placement): State => ({
  name: `notice-${placement}`,
  host: 'cookie-modes',
  placement,
});
const question = (name: string, attempt: string): State => ({
  name: `question-${name}`,
  host: 'cookie-modes-question',
  act: asks(attempt),
});

/** Everything that can be shown, in the order in which a visitor would meet it. */
export const states: readonly State[] = [
  ...(['bottom', 'top', 'corner', 'inline'] as const).map(notice),
  {
    name: 'confirmation',
    host: 'cookie-modes',
    async act(page) {
      await shown(page, 'cookie-modes');
      // A press so soon after it appeared would not count.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
      await page.click('button[data-mode=refuse-all]');
      await page.waitFor(() => !!document.querySelector('cookie-modes[view=done]'));
    },
  },
  {name: 'gpc', host: 'cookie-modes', query: {gpc: '1'}},
  {name: 'revision-minor', host: 'cookie-modes', act: revised('2.1')},
  {name: 'revision-major', host: 'cookie-modes', act: revised('3.0')},
  question('service', script('stats', '/stats.js')),
  question('cookie', `document.cookie = 'font=large; path=/; max-age=31536000'`),
  question('appeared', `fetch('/set')`),
  question(
    'grouped',
    `['_ga=1', '_ga_A1=1', '_ga_B2=1', 'stray=1'].forEach((one) => (document.cookie = one + '; path=/; max-age=34560000'))`,
  ),
  ...[
    ['settings-1-top', 0],
    ['settings-2-middle', 0.4],
    ['settings-3-end', 1],
  ].map(([name, share]): State => ({
    name: `${name}`,
    host: 'cookie-modes-settings-dialog',
    act: settingsAt(Number(share)),
  })),
  {
    name: 'settings-report',
    host: 'cookie-modes-settings-dialog',
    async act(page) {
      await choose(page, 'accept-all');
      await page.evaluate(`document.cookie = '_ga=GA1.1.2; path=/'`);
      await page.evaluate(() => window.cookieModes.openSettings());
      await shown(page, 'cookie-modes-settings-dialog');
      await page.evaluate(async () => void (await window.cookieModes.withdraw()));
      await page.waitFor(
        () => !!document.querySelector('cookie-modes-settings-dialog')?.shadowRoot?.querySelector('.report'),
      );
    },
  },
  {
    name: 'placeholder-frame',
    host: 'cookie-modes-embed',
    query: {content: 'frame'},
    act: (page) => choose(page, 'refuse-all'),
  },
  {
    name: 'placeholder-template',
    host: 'cookie-modes-embed',
    query: {content: 'template'},
    act: (page) => choose(page, 'refuse-all'),
  },
  {
    name: 'table',
    host: 'cookie-modes-table',
    query: {content: 'table'},
    act: (page) => choose(page, 'notify'),
  },
];

const different = /bottom|confirmation|major|grouped|settings-1|frame|table/;
/**
 * The states to try in a language of an engine: in English all of them in Chromium; elsewhere those that differ by more than
 * their place or their words, as the other engines are given the same tree.
 */
export const worthTrying = (engine: string, lang: string): readonly State[] =>
  states.filter(({name}) =>
    engine === 'chromium' && lang === 'en'
      ? !/settings-[23]/.test(name) // the parts of the settings are one document
      : different.test(name),
  );

/** The languages whose layout is to be tried in an engine. */
export const languagesIn = (engine: string): readonly string[] =>
  engine === 'chromium' ? ['en', 'zh-TW', 'ar'] : ['en'];

import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {outline} from '../a11y/outline.ts';
import {arrive, stateSite} from '../a11y/state-site.ts';
import {shown, states} from '../a11y/states.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import type {Page} from './driver/browser.ts';
import type {Site} from './driver/site.ts';

interface Reader {
  start(options: {container: Element}): Promise<void>;
  next(): Promise<void>;
  stop(): Promise<void>;
  spokenPhraseLog(): Promise<string[]>;
}

let own: Site;
before(async () => {
  own = await stateSite();
});
after(() => own.close());

const stateOf = (name: string) => {
  const found = states.find((state) => state.name === name);
  if (!found) throw new Error(`no state ${name}`);
  return found;
};

const expected: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'notice-bottom': {
    en: [
      'region: Cookie notice',
      'heading: Cookies on this website',
      'link: Read the privacy policy',
      'checkbox: This is a shared or public computer. Your choice is kept only until you close the browser. (not checked)',
      'button: Accept all cookies',
      'button: Notify me',
      'button: Refuse all cookies',
      'button: Cookie settings',
    ],
    'zh-TW': [
      'region: Cookie 通知',
      'heading: Cookie 使用說明',
      'link: 閱讀隱私權政策',
      'checkbox: 這是共用或公用電腦。您的選擇只保存到關閉瀏覽器為止。 (not checked)',
      'button: 接受所有 Cookie',
      'button: 使用前通知我',
      'button: 拒絕所有 Cookie',
      'button: Cookie 設定',
    ],
  },
  'question-cookie': {
    en: [
      'region: Cookie question',
      'heading: Accept the cookie “font”?',
      'DisclosureTriangle: Show value',
      'button: Accept',
      'button: Refuse',
      'button: Ask me on the next page',
    ],
    'zh-TW': [
      'region: Cookie 詢問',
      'heading: 是否接受 Cookie「font」？',
      'DisclosureTriangle: 顯示內容',
      'button: 接受',
      'button: 拒絕',
      'button: 到下一頁再詢問我',
    ],
  },
  'settings-1-top': {
    en: [
      'dialog: Cookie settings',
      'heading: Cookie settings',
      'button: Close',
      'heading: Your choice now',
      'radio: Accept all cookies (not checked)',
      'radio: Notify me (checked)',
      'radio: Refuse all cookies (not checked)',
      'heading: For each purpose and service',
      'heading: Personalized service',
      'combobox: Answer for Personalized service = Follow the choice above',
      'heading: Street map',
      'link: https://maps.example/privacy',
      'combobox: Answer for Street map = Follow the choice above',
      'DisclosureTriangle: Cookies and other stored items',
      'heading: Activities',
      'combobox: Answer for Activities = Follow the choice above',
      'heading: Visitor statistics',
      'combobox: Answer for Visitor statistics = Follow the choice above',
      'heading: Visitor statistics',
      'link: https://analytics.example/privacy',
      'combobox: Answer for Visitor statistics = Follow the choice above',
      'DisclosureTriangle: Cookies and other stored items',
      'heading: Necessary',
      'DisclosureTriangle: Cookies and other stored items',
      'checkbox: This is a shared or public computer. (not checked)',
      'heading: Policy',
      'link: Read the privacy policy',
      'heading: Your rights',
      'button: View the record',
      'button: Download a copy',
      'button: Change my choice',
      'button: Stop everything',
      'button: Erase everything',
      'DisclosureTriangle: Record of your choice',
      'heading: How your data is used',
      'heading: Contact',
      'link: 02-2345-6789 ext. 123',
      'link: privacy@harbour.example',
      'button: Save',
      'button: Refuse all cookies',
    ],
    'zh-TW': [
      'dialog: Cookie 設定',
      'heading: Cookie 設定',
      'button: 關閉',
      'heading: 您目前的選擇',
      'radio: 接受所有 Cookie (not checked)',
      'radio: 使用前通知我 (checked)',
      'radio: 拒絕所有 Cookie (not checked)',
      'heading: 個別用途及服務',
      'heading: 個人化服務',
      'combobox: 「個人化服務」的選擇 = 依上方的選擇',
      'heading: 街道地圖',
      'link: https://maps.example/privacy',
      'combobox: 「街道地圖」的選擇 = 依上方的選擇',
      'DisclosureTriangle: Cookie 及其他儲存項目',
      'heading: 參加活動',
      'combobox: 「參加活動」的選擇 = 依上方的選擇',
      'heading: 訪客統計',
      'combobox: 「訪客統計」的選擇 = 依上方的選擇',
      'heading: 造訪統計',
      'link: https://analytics.example/privacy',
      'combobox: 「造訪統計」的選擇 = 依上方的選擇',
      'DisclosureTriangle: Cookie 及其他儲存項目',
      'heading: 必要',
      'DisclosureTriangle: Cookie 及其他儲存項目',
      'checkbox: 這是共用或公用電腦。 (not checked)',
      'heading: 政策',
      'link: 閱讀隱私權政策',
      'heading: 您的權利',
      'button: 查看紀錄',
      'button: 下載複製本',
      'button: 變更選擇',
      'button: 全部停止',
      'button: 全部刪除',
      'DisclosureTriangle: 您的選擇紀錄',
      'heading: 個人資料蒐集告知事項',
      'heading: 聯絡方式',
      'link: 02-2345-6789 分機 123',
      'link: privacy@harbour.example',
      'button: 儲存',
      'button: 拒絕所有 Cookie',
    ],
  },
  'placeholder-frame': {
    en: [
      'button: Allow once',
      'button: Always allow',
      'button: Cookie settings',
      'link: Policy of Example Maps',
    ],
    'zh-TW': ['button: 允許一次', 'button: 一律允許', 'button: Cookie 設定', 'link: 「範例地圖」的政策'],
  },
};

/** Walks from the start of an element and tells what a screen reader says. */
const walk = (page: Page, selector: string, steps: number) =>
  page.evaluate(
    async (selector: string, steps: number) => {
      const file = '/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js';
      const {virtual} = (await import(file)) as {virtual: Reader};
      const container = document.querySelector(selector);
      if (!container) return [`no ${selector}`];
      await virtual.start({container});
      for (let step = 0; step < steps; step++) await virtual.next();
      const said = await virtual.spokenPhraseLog();
      await virtual.stop();
      return said.map((one) => one.slice(0, 60));
    },
    selector,
    steps,
  );

forEachEngine('the accessibility tree', ({engine, newPage}) => {
  if (engine !== 'chromium') return; // only there can it be read
  for (const [name, languages] of Object.entries(expected)) {
    for (const [lang, lines] of Object.entries(languages)) {
      it(`names every heading and control of ${name} in ${lang}`, async () => {
        const page = await newPage();
        await arrive(page, own, stateOf(name), lang, {long: '1'});
        assert.deepEqual(outline(await page.accessibilityTree()), lines);
      });
    }
  }

  it('has only the confirmation in the place of the notice once the choice is made', async () => {
    const page = await newPage();
    await arrive(page, own, stateOf('confirmation'), 'en', {long: '1'});
    assert.deepEqual(outline(await page.accessibilityTree()), [
      'region: Your cookie choice',
      'button: Cookie settings',
      'button: Hide this message',
    ]);
  });

  for (const [lang, words] of [
    ['en', ['Name', 'Description', 'Kind', 'Kept', 'Now']],
    ['zh-TW', ['名稱', '說明', '種類', '保存期間', '目前狀態']],
  ] as const) {
    it(`has a table with a caption and named columns, wide and stacked, in ${lang}`, async () => {
      const page = await newPage();
      await arrive(page, own, stateOf('table'), lang);
      for (const width of [1280, 320]) {
        await page.setViewport(width, 700);
        const first = await page.evaluate(() => {
          const table = document.querySelector('cookie-modes-table')?.shadowRoot?.querySelector('table');
          const roles = [...(table?.querySelectorAll('[role]') ?? [])].map((one) => one.getAttribute('role'));
          return {
            columns: [...(table?.querySelectorAll('[role=columnheader]') ?? [])].map(
              (one) => one.textContent,
            ),
            roles: [...new Set(roles)],
            caption: !!table?.caption?.textContent?.trim(),
          };
        });
        assert.deepEqual(first, {
          columns: words,
          roles: ['rowgroup', 'row', 'columnheader', 'rowheader', 'cell'],
          caption: true,
        });
      }
    });
  }
});

forEachEngine('a virtual screen reader', ({engine, newPage}) => {
  if (engine !== 'chromium') return; // one is enough: it computes names and roles by itself
  it('comes to the notice first and hears all of it', async () => {
    const page = await newPage();
    await arrive(page, own, stateOf('notice-bottom'));
    assert.deepEqual(
      (await walk(page, 'body', 18)).filter((line) => !/paragraph|^With|^Third|^This/.test(line)),
      [
        'document',
        'region, Cookie notice',
        'heading, Cookies on this website, level 2',
        'link, Read the privacy policy',
        'checkbox, This is a shared or public computer. Your choice i',
        'button, Accept all cookies',
        'button, Notify me',
        'button, Refuse all cookies',
        'button, Cookie settings',
        'end of region, Cookie notice',
        'banner',
        'link, Skip to the content',
      ],
    );
  });

  it('comes to the question first and hears what is asked', async () => {
    const page = await newPage();
    await arrive(page, own, stateOf('question-cookie'), 'zh-TW');
    await shown(page, 'cookie-modes-question');
    const said = await walk(page, 'cookie-modes-question', 40);
    for (const line of ['heading, 是否接受 Cookie「font」？, level 2', 'button, 接受', 'button, 拒絕']) {
      assert.ok(said.includes(line), `${line} in ${said.join(' | ')}`);
    }
  });
});

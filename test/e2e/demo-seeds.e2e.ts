import assert from 'node:assert/strict';
import {it} from 'node:test';
import {
  acceptInSettings,
  choose,
  demoForEach,
  losses,
  noCookie,
  notice,
  openSettings,
  quiet,
  ran,
  says,
  select,
  stored,
} from './demo-kit.ts';
import type {Page} from './driver/browser.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {card, press} from './notify-kit.ts';

const ahoy = [/^ahoy_visit$/, /^ahoy_visitor$/];
const snowplow = [/^_sp_id\./, /^_sp_ses\./];
/** A page left while a script is coming counts that, in Firefox, as its failure: the script behind it would miss it. */
const haveCome = (tab: Page, ...names: readonly string[]) =>
  tab.waitFor((names) => names.every((name) => name in window), names);
const both = ['personalization', 'activity'];
/**
 * Two remarks belong to these pages: Art. 8 names ten things, of which some sites leave some out, as their developers are told; and
 * Firefox speaks of each cookie that is tried, to set or to delete it, with a domain it cannot have.
 */
const known = /Art\. 8 is not complete|^pageerror: Cookie “.*” has been rejected for invalid domain\.$/;

forEachEngine('a visitor of the demo', (visitor) => {
  const demo = demoForEach();
  const {asked} = demo;
  const open = async (path: string, origin = demo.origin) => {
    const tab = await visitor.newPage();
    await tab.goto(`${origin}${path}`);
    return tab;
  };

  it('000: loses branch and quiz by refusing, has them by accepting, and is asked anew after a revision', async () => {
    const tab = await open('/seeds/000');
    const said = await notice(tab);
    assert.match(said, /branch office and text size are not remembered/);
    assert.match(said, /cannot enter the road safety quiz online/);
    assert.deepEqual(await losses(tab), both);
    await says(tab, '.site-footer', 'Update date: 111-09-28 · Maintenance unit: Computer Room');
    assert.match(await tab.evaluate(() => document.body.textContent), /Visitors: [1-9]/);
    await tab.click('[data-text-size=large]');
    await stored(tab);
    await choose(tab, 'refuse-all');
    await tab.click('[data-text-size=large]');
    assert.equal(await tab.evaluate(() => document.documentElement.dataset['text']), 'large');
    await tab.reload();
    await tab.waitFor(() => document.readyState === 'complete' && window.cookieModes.mode === 'refuse-all');
    assert.equal(await tab.evaluate(() => document.documentElement.dataset['text'] ?? 'normal'), 'normal');
    assert.deepEqual(await losses(tab), both);
    await stored(tab);
    assert.deepEqual(asked(/vendor|collect/), []);

    assert.match((await openSettings(tab))['policy'] ?? '', /Revised on .*\b111\b/);
    await acceptInSettings(tab);
    await ran(tab, 'branch');
    await ran(tab, 'quiz');
    await select(tab, '#branch', 'east');
    await tab.click('[data-text-size=large]');
    await tab.click('[data-sign-up=quiz] button');
    await says(tab, '[data-sign-up=quiz]', 'You have entered the quiz.');
    assert.deepEqual(await losses(tab), []);
    const kept = await stored(tab, /^branch$/, /^text_size$/, /^quiz$/, ...ahoy);
    for (const [name, days] of [
      ['branch', 90],
      ['text_size', 180],
      ['quiz', 30],
    ] as const) {
      const {expires = 0} = kept.find((cookie) => cookie.name === name) ?? {};
      assert.ok(Math.abs(expires - Date.now() / 1000 - days * 86_400) < 120, `${name} until ${expires}`);
    }

    await tab.goto(`${demo.origin}/seeds/000?version=1.2`);
    await tab.waitFor(() => document.querySelector<HTMLSelectElement>('#branch')?.value === 'east');
    await says(tab, '[data-sign-up=quiz]', 'You have entered the quiz.');
    assert.equal(await tab.evaluate(() => document.documentElement.dataset['text']), 'large');
    await tab.waitFor(() =>
      document
        .querySelector('cookie-modes[view=minor]')
        ?.shadowRoot?.textContent.includes('the branch you chose is kept is now given in days'),
    );
    await haveCome(tab, 'ahoy');

    await tab.goto(`${demo.origin}/seeds/000?version=2.0`);
    assert.match(await notice(tab), /Revised on [^.]*\b111\b.*now given in days/);
    assert.deepEqual(await losses(tab), both);
    await choose(tab, 'refuse-all');
    await stored(tab);
    quiet(tab, known);
  });

  it('001: logs on and off with any answer, is known only when that is accepted, in the library too', async () => {
    // Under names of its own, as the city and its library have.
    const {port} = new URL(demo.origin);
    const city = `http://www.city.localhost:${port}/seeds/001`;
    const tab = await open('?version=1.4', city);
    assert.match(await notice(tab), /you have to pick your district each time you log on/);
    await tab.click('#log-on button');
    await says(tab, '#log-on-state', 'Logged on, Old Town.');
    await stored(tab);
    await choose(tab, 'refuse-all');
    await tab.click('#log-off');
    await tab.click('#log-on button:has-text("Log on")');
    await stored(tab);
    assert.deepEqual(await losses(tab), ['personalization']);
    assert.deepEqual(asked(/vendor|collect/), []);

    const {contact} = await openSettings(tab);
    assert.match(contact ?? '', /06-000-0000 ext\. 3141[^]*privacy@stonebridge\.example/);
    assert.equal(
      await tab.evaluate(
        () =>
          document
            .querySelector('cookie-modes-settings-dialog')
            ?.shadowRoot?.querySelector('.contact a[href^="tel:"]')
            ?.getAttribute('href') ?? '',
      ),
      'tel:060000000;ext=3141',
    );
    await acceptInSettings(tab);
    await select(tab, '#district', 'riverside');
    await tab.click('#log-on button:has-text("Log on")');
    const visit = [/^district$/, /^last_visit$/];
    const logged = await stored(tab, ...visit, ...ahoy, ...snowplow);
    const valueOf = (cookies: typeof logged, wanted: string) =>
      cookies.find(({name}) => name === wanted)?.value ?? '';
    assert.equal(valueOf(logged, 'district'), 'riverside');
    assert.match(valueOf(logged, 'last_visit'), /^on-/);
    await tab.click('#log-off');
    await says(tab, '#log-on-state', 'Logged off.');
    assert.match(valueOf(await stored(tab, ...visit, ...ahoy, ...snowplow), 'last_visit'), /^off-/);

    await tab.goto(`${city}/library?version=1.4`);
    await says(tab, '#log-on-state', 'Your last visit: ');
    assert.equal(
      await tab.evaluate(() => document.querySelector<HTMLSelectElement>('#district')?.value),
      'riverside',
    );
    assert.deepEqual(await losses(tab), []);
    await haveCome(tab, 'ahoy', 'snowplowBrowserTracking');

    await tab.goto(`${city}/library`);
    const revised = await notice(tab);
    assert.match(revised, /has been revised.*Revised on November 20, 2026\./);
    assert.match(revised, /The library now shares this choice.*kept for 400 days/);
    await choose(tab, 'refuse-all');
    await stored(tab);

    await tab.goto(`http://library.city.localhost:${port}/seeds/001/library`);
    assert.equal(await tab.evaluate(() => window.cookieModes.mode), 'refuse-all');
    assert.deepEqual(await losses(tab), ['personalization']);
    quiet(tab, known);
  });

  it('002: keeps favourites as answered, in eight languages, and leaves a shared computer clean', async () => {
    const tab = await open('/seeds/002');
    assert.match(await notice(tab), /Third parties that may set cookies here: Snowplow and Countly\./);
    for (const id of ['snowplow', 'countly']) await tab.waitFor((id) => !!document.getElementById(id), id);
    await says(tab, 'main', 'Statistics are totals over all visitors');
    await tab.click('[data-form=renewal]');
    await stored(tab);
    await choose(tab, 'refuse-all');
    await tab.reload();
    await tab.waitFor(() => document.readyState === 'complete');
    assert.equal(
      await tab.evaluate(() => document.querySelectorAll('#favourites [aria-pressed=true]').length),
      0,
    );
    assert.deepEqual(await losses(tab), both);
    await stored(tab);
    assert.deepEqual(asked(/vendor|collect/), []);

    await tab.click('#leave');
    await notice(tab);
    for (const [language, words] of Object.entries({
      'zh-Hant-TW': '拒絕所有 Cookie',
      ja: 'すべて',
      ko: '쿠키',
      vi: 'Từ chối',
      id: 'Tolak',
      th: 'คุกกี้',
      ar: 'رفض',
      en: 'Refuse all cookies',
    })) {
      await tab.evaluate((language) => document.documentElement.setAttribute('lang', language), language);
      await says(tab, 'cookie-modes [data-mode=refuse-all]', words);
    }

    await choose(tab, 'notify');
    await card(tab, 'Appointments');
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-answer=accept]')?.focus());
    await tab.press('Escape');
    await tab.waitFor(() => !document.querySelector('cookie-modes-question[open]'));
    await tab.click('[data-form=address]');
    await card(tab, 'favourites');
    await stored(tab);
    await press(tab, 'accept');
    assert.equal((await stored(tab, /^favourites$/))[0]?.value, 'address');
    assert.deepEqual(asked(/vendor|collect/), []);
    await tab.click('#leave');
    await stored(tab);

    await notice(tab);
    await tab.click('cookie-modes input[slot=shared]');
    await choose(tab, 'accept-all');
    await tab.click('[data-form=family]');
    await ran(tab, 'appointment');
    await tab.click('[data-sign-up=appointment] button');
    await says(tab, '[data-sign-up=appointment]', 'Your appointment is on 15 December.');
    await stored(tab, /^favourites$/, /^appointment$/, ...snowplow);
    const record = (await tab.cookies()).find(({name}) => name === 'cookie_consent');
    assert.match(record?.value ?? '', /session=true/);
    assert.equal(record?.expires, undefined);
    await haveCome(tab, 'snowplowBrowserTracking', 'Countly');
    await tab.reload();
    await tab.waitFor(() => !!document.querySelector('[data-form=family][aria-pressed=true]'));
    await tab.click('#leave');
    await says(tab, '#left', 'has been cleared');
    await stored(tab);
    await tab.waitFor(() => localStorage.length + sessionStorage.length === 0);
    await noCookie(tab);
    quiet(tab, known);
  });

  it('003: reads, gets and stops the e-Message, and nothing is ever stored but the choice', async () => {
    const tab = await open('/seeds/003');
    const link = await tab.waitFor(() =>
      document.querySelector('cookie-modes[open] a[slot=policy]')?.getAttribute('href'),
    );
    assert.equal(link, `${demo.origin}/seeds/003#privacy`);
    await says(tab, 'main', 'Our server writes a log');
    assert.deepEqual(await tab.cookies(), []);
    await choose(tab, 'refuse-all');
    await tab.type('#email', 'mei@example.com');
    await tab.click('button[value=start]');
    await says(tab, '[role=status]', 'You can stop it here at any time.');
    await tab.type('#email', 'mei@example.com');
    await tab.click('button[value=stop]');
    await says(tab, '[role=status]', 'The e-Message has been stopped.');
    await openSettings(tab);
    await acceptInSettings(tab);
    await tab.reload();
    await tab.waitFor(() => document.readyState === 'complete' && window.cookieModes.mode === 'accept-all');
    await stored(tab);
    assert.equal(await tab.evaluate(() => localStorage.length + sessionStorage.length), 0);
    assert.deepEqual(asked(/vendor|collect|frames/), []);
    quiet(tab, known);
  });

  it('004: reads all in Chinese, is told of the revision by its ROC date, and uses the rights', async () => {
    const tab = await open('/seeds/004?version=1.0');
    assert.match(await notice(tab), /無法記住您選擇的字級與常用項目，且無法於線上報名講習/);
    assert.deepEqual(await losses(tab), both);
    await choose(tab, 'accept-all');
    await ran(tab, 'text-size');
    await ran(tab, 'course');
    await select(tab, '#topic', 'renew');
    await tab.click('[data-sign-up=course] button');
    await says(tab, '[data-sign-up=course]', '您已報名12月10日講習。');
    await stored(tab, /^topic$/, /^course$/, ...ahoy);

    await tab.goto(`${demo.origin}/seeds/004`);
    const said = await notice(tab);
    assert.match(
      said,
      /已修訂.*民國115年11月20日.*新增「線上講習報名」用途。.*造訪次數統計的保存期間改為400天。/,
    );
    assert.equal(
      await tab.evaluate(() => document.querySelector('cookie-modes strong[slot=mark]')?.checkVisibility()),
      true,
    );
    await says(tab, '#revision strong', '政策修正公告');
    await says(tab, 'cookie-modes a[slot=policy]', '閱讀修訂後的政策');
    await says(tab, '.site-footer', '更新日期：民國115年11月20日');
    // The skip link and the guide bricks work as on any site of the country.
    await tab.evaluate(() => document.querySelector<HTMLElement>('.skip')?.focus());
    await tab.press('Enter');
    await tab.waitFor(() => location.hash === '#main' && document.activeElement?.id === 'main');
    assert.deepEqual(
      await tab.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.brick')].map((one) => one.accessKey + one.textContent),
      ),
      ['U:::', 'C:::', 'Z:::'],
    );
    for (const brick of ['header', 'main', 'footer']) {
      await tab.click(`.brick[href="#${brick}"]`);
      await tab.waitFor((brick) => location.hash === `#${brick}`, brick);
    }
    await choose(tab, 'refuse-all');
    await stored(tab);
    assert.deepEqual(await losses(tab), both);

    const {items = '', rights = '', contact = '', policy = ''} = await openSettings(tab);
    const told = [
      '蒐集機關',
      '蒐集目的',
      '個人資料類別',
      '利用期間',
      '利用地區',
      '利用對象',
      '利用方式',
      '您的權利及行使方式',
      '不提供個人資料對您的影響',
    ];
    for (const label of told) assert.match(items, new RegExp(`${label}\\s+\\S`));
    for (const label of [
      '查詢或請求閱覽',
      '請求製給複製本',
      '請求補充或更正',
      '請求停止蒐集、處理或利用',
      '請求刪除',
    ])
      assert.ok(rights.includes(label), label);
    assert.match(contact, /0800-000-000 分機 9[^]*每日上午8時至晚間8時/);
    assert.match(policy, /民國115年11月20日/);
    const foreign = await tab.evaluate(() =>
      [
        ...(document
          .querySelector('cookie-modes-settings-dialog')
          ?.shadowRoot?.querySelectorAll(
            'button, summary, legend, label, option, h2, h3, h4, h5, dt:not(:has(code))',
          ) ?? []),
      ]
        .map((one) => one.textContent.trim())
        .filter((text) => !/\p{Script=Han}/u.test(text)),
    );
    assert.deepEqual(foreign, []);
    await tab.click('cookie-modes-settings-dialog >>> [data-right=erase]');
    await tab.click('cookie-modes-settings-dialog >>> [data-action=erase]');
    await noCookie(tab);
    quiet(tab, known);
  });

  it('spa: meets shut and open gates in views that come and go', async () => {
    const tab = await open('/spa');
    await notice(tab);
    const view = async (name: string, title: string) => {
      await tab.click(`[data-view=${name}]`);
      await says(tab, '#view h1', title);
    };
    const runs = () => tab.evaluate(() => Number(document.documentElement.dataset['eventsRun'] ?? 0));
    await view('events', 'Events');
    assert.deepEqual(await losses(tab), ['activity']);
    assert.deepEqual(asked(/count-runs|vendor|frames/), []);
    await choose(tab, 'accept-all');
    await says(tab, '#view', 'The sign-up is open.');
    await tab.waitFor(() => document.documentElement.dataset['eventsRun'] === '1');
    assert.deepEqual(await losses(tab), []);
    await view('map', 'Map');
    await stored(tab, /^map_view$/);
    await view('home', 'Home');
    await stored(tab, /^map_view$/, ...ahoy);
    await view('events', 'Events');
    await tab.waitFor(() => document.documentElement.dataset['eventsRun'] === '2');
    assert.deepEqual(await losses(tab), []);

    await openSettings(tab);
    await tab.click('cookie-modes-settings-dialog >>> [data-mode="refuse-all"]');
    await stored(tab);
    assert.deepEqual(await losses(tab), ['activity']);
    assert.equal(
      await tab.evaluate(() => document.querySelector('#view')?.textContent.includes('is open')),
      false,
    );
    await view('map', 'Map');
    await tab.waitFor(() => !!document.querySelector('cookie-modes-embed[open]'));
    assert.equal(
      await tab.evaluate(() => document.querySelector('#view iframe')?.getAttribute('src') ?? ''),
      '',
    );
    await tab.back();
    await says(tab, '#view h1', 'Events');
    assert.deepEqual(await losses(tab), ['activity']);
    assert.equal(await runs(), 2);
    await stored(tab);
    assert.deepEqual(asked(/^\/spa/), ['/spa']);
    quiet(tab, known);
  });

  it('npm: meets the same as by the script tag', async () => {
    const tab = await open('/npm');
    await notice(tab);
    await says(tab, '#state', 'no choice yet');
    assert.deepEqual(await losses(tab), ['activity']);
    await choose(tab, 'refuse-all');
    await says(tab, '#state', 'refuse-all');
    await tab.reload();
    await says(tab, '#state', 'refuse-all');
    assert.deepEqual(await losses(tab), ['activity']);
    await stored(tab);
    assert.deepEqual(asked(/vendor|collect|\/dist\/cookie-modes/), []);
    await tab.click('cookie-modes-settings button');
    await acceptInSettings(tab);
    await says(tab, 'main', 'The sign-up is open.');
    await tab.waitFor(() => document.documentElement.dataset['activity'] === 'allowed');
    await stored(tab, ...ahoy);
    await tab.click('cookie-modes-settings button');
    await tab.click('cookie-modes-settings-dialog >>> [data-mode="refuse-all"]');
    await stored(tab);
    await says(tab, '#state', 'refuse-all');
    assert.deepEqual(await losses(tab), ['activity']);
    quiet(tab, known);
  });

  it('hostile: finds three choices of the same looks, each of which can be pressed', async () => {
    const tab = await open('/hostile');
    for (const mode of ['refuse-all', 'notify', 'accept-all'] as const) {
      await notice(tab);
      const looks = await tab.evaluate(() =>
        [...document.querySelectorAll('cookie-modes button[data-mode]')].map((one) => {
          const {width, height} = one.getBoundingClientRect();
          const {fontSize, color, backgroundColor, opacity, visibility} = getComputedStyle(one);
          return [
            width.toFixed(),
            height.toFixed(),
            fontSize,
            color,
            backgroundColor,
            opacity,
            visibility,
          ].join();
        }),
      );
      assert.equal(looks.length, 3);
      assert.equal(new Set(looks).size, 1, looks.join(' / '));
      assert.ok(parseFloat(looks[0]?.split(',')[1] ?? '') >= 44, looks[0]);
      await choose(tab, mode);
      await tab.evaluate(() => window.cookieModes.erase().then(() => true));
    }
    quiet(tab, known);
  });
});

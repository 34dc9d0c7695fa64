import assert from 'node:assert/strict';
import {after, before, beforeEach, it} from 'node:test';
import type {Page} from './driver/browser.ts';
import {askedFor} from './driver/asked-for.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {none, right, tagSite, traces, type Shape, type TagSite} from './script-tag-kit.ts';

declare const ran: string[];
declare const heard: string[];
declare const news: string[];

let tags: TagSite;
before(async () => {
  tags = await tagSite();
});
after(() => tags.own.close());

const asks = (tab: Page) =>
  tab.waitFor(() => document.querySelectorAll('cookie-modes[open] button[data-mode]').length === 3);
const ready = (tab: Page) => tab.waitFor(() => document.readyState === 'complete');
const opensSettings = (tab: Page) =>
  tab.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
const policyLink = () => {
  const {pathname, hash} = new URL(
    document.querySelector<HTMLAnchorElement>('cookie-modes a[slot=policy]')?.href ?? '',
  );
  return pathname + hash;
};
/** The picture is asked for by itself, after the scripts or before; what follows must not meet it. */
const pictured = () => askedFor(tags.own.paths, /^\/pixel/);
/** Round trips to the server: what was going to be asked for has been asked for. */
const settle = (tab: Page) =>
  tab.evaluate(async () => {
    for (let turn = 0; turn < 3; turn++) await fetch('/privacy').then((answer) => answer.text());
  });

forEachEngine('the script tag', (visitor) => {
  beforeEach(() => tags.own.forget());
  const open = async (shape: Shape) => {
    const tab = await visitor.newPage();
    await tab.goto(tags.page(shape));
    return tab;
  };
  const accepts = async (tab: Page) => {
    await asks(tab);
    await tab.click('cookie-modes button[data-mode="accept-all"]');
    await tab.waitFor(() => ran.includes('external') && ran.includes('last'));
    await pictured();
  };

  it('does its job from a JSON block: nothing before a choice, all in order after acceptance', async () => {
    const tab = await open({config: right, attributes: 'data-config="#cookie-modes-config"'});
    await asks(tab);
    await settle(tab);
    assert.deepEqual(await traces(tab, tags), none);
    assert.deepEqual(await tab.cookies(), []);
    await tab.click('cookie-modes button[data-mode="accept-all"]');
    await tab.waitFor(() => ran.length === 3);
    await pictured();
    const {ran: order, cookies, keys, opened, asked} = await traces(tab, tags);
    assert.deepEqual(order, ['inline', 'external', 'last']);
    assert.deepEqual(cookies, ['track']);
    assert.deepEqual(keys.sort(), ['inline', 'track']);
    assert.equal(opened, 1);
    assert.deepEqual(asked.sort(), ['/pixel', '/track.js']);
    assert.deepEqual(await tab.evaluate(() => heard), []);
    assert.deepEqual(await tab.evaluate(() => news), ['accept-all']);
    assert.match(await tab.evaluate(() => document.cookie), /cookie_consent=mode=accept-all/);
  });

  it('works from data- attributes alone', async () => {
    const tab = await open({
      attributes:
        'data-policy-url="/privacy#cookies" data-policy-version="2.0" data-locale="zh-TW" data-placement="top"',
    });
    await asks(tab);
    assert.equal(await tab.evaluate(policyLink), '/privacy#cookies');
    assert.equal(await tab.evaluate(() => window.cookieModes.declaration.policy.version), '2.0');
    const button = () => document.querySelector('cookie-modes [data-mode=refuse-all]')?.textContent;
    assert.equal(await tab.evaluate(button), '拒絕所有 Cookie');
    assert.equal(
      await tab.evaluate(() => document.querySelector('cookie-modes')?.getAttribute('placement')),
      'top',
    );
    await tab.click('cookie-modes button[data-mode="refuse-all"]');
    await tab.waitFor(() => window.cookieModes.mode === 'refuse-all');
    assert.deepEqual(await traces(tab, tags), none);
  });

  it('lets data- attributes override the JSON block, and finds that by itself', async () => {
    const config = {...right, notice: {placement: 'corner', locale: 'zh-TW'}};
    const tab = await open({
      config,
      attributes:
        'data-config="#cookie-modes-config" data-policy-url="/other" data-policy-version="3.1" data-locale="en" data-placement="top"',
    });
    await asks(tab);
    assert.equal(await tab.evaluate(policyLink), '/other');
    assert.equal(await tab.evaluate(() => window.cookieModes.declaration.policy.version), '3.1');
    assert.equal(
      await tab.evaluate(() => document.querySelector('cookie-modes')?.getAttribute('placement')),
      'top',
    );
    assert.match(
      await tab.evaluate(() => document.querySelector('cookie-modes')?.textContent ?? ''),
      /Notify me/,
    );
    assert.equal(await tab.evaluate(() => window.cookieModes.declaration.services.length), 1);
    // The block is found as well where only the address of the policy is said beside it.
    await tab.goto(tags.page({config, attributes: 'data-policy-url="/other"'}));
    await asks(tab);
    assert.equal(await tab.evaluate(policyLink), '/other');
    assert.equal(await tab.evaluate(() => window.cookieModes.declaration.services.length), 1);
    await tab.goto(tags.page({config}));
    await asks(tab);
    assert.match(
      await tab.evaluate(() => document.querySelector('cookie-modes')?.textContent ?? ''),
      /使用前通知我/,
    );
    assert.equal(
      await tab.evaluate(() => document.querySelector('cookie-modes')?.getAttribute('placement')),
      'corner',
    );
  });

  it('finds its other files from its own address', async () => {
    const tab = await open({config: right, src: '/elsewhere/cookie-modes.js', lang: 'zh-TW'});
    await accepts(tab);
    await settle(tab);
    assert.deepEqual(tags.asked(/^\/dist\//), []);
    for (const file of ['-ui', '-gate'])
      assert.equal(tags.asked(new RegExp(`^/elsewhere/cookie-modes${file}\\.js$`)).length, 1);
    assert.deepEqual(tags.asked(/locales/), ['/elsewhere/locales/zh-TW.js']);
  });

  it('costs a returning visitor one file and the gate, and runs what was allowed', async () => {
    const tab = await open({config: right});
    await accepts(tab);
    tags.own.forget();
    await tab.reload();
    await tab.waitFor(() => ran.length === 3);
    await pictured();
    await settle(tab);
    assert.deepEqual(await tab.evaluate(() => ran), ['inline', 'external', 'last']);
    assert.deepEqual(tags.asked(/^\/dist\//).sort(), ['/dist/cookie-modes-gate.js', '/dist/cookie-modes.js']);
    assert.equal(await tab.evaluate(() => document.querySelectorAll('cookie-modes').length), 0);
  });

  for (const [part, extra] of [
    ['ui', '<cookie-modes-settings></cookie-modes-settings>'],
    ['gate', ''],
  ] as const) {
    it(`holds everything when cookie-modes-${part}.js fails to load, says so once, and leaves the page usable`, async () => {
      const folder = `/without-${part}/`;
      for (const name of ['', '-ui', '-gate', '-undo', '-embed', '-words']) {
        const reply =
          name === `-${part}` ? {status: 503} : await fetch(tags.own.url(`/dist/cookie-modes${name}.js`));
        tags.own.route(
          `${folder}cookie-modes${name}.js`,
          reply instanceof Response ? {body: await reply.text()} : {...reply, type: 'text/javascript'},
        );
      }
      tags.own.forget();
      const tab = await open({config: right, src: `${folder}cookie-modes.js`, body: extra});
      await ready(tab);
      await tab.waitFor(() => heard.length > 0);
      await tab.evaluate(() => {
        for (let turn = 0; turn < 3; turn++) document.body.append(document.createElement('p'));
      });
      await settle(tab);
      assert.deepEqual(await traces(tab, tags), none);
      if (part === 'gate') {
        // A record that accepts changes nothing about that.
        await tab.evaluate(() => window.cookieModes.choose('accept-all'));
        await tab.reload();
        await tab.waitFor(() => heard.length > 0);
        await settle(tab);
        assert.deepEqual(await traces(tab, tags), none);
      }
      const told = await tab.evaluate(() => heard);
      assert.equal(told.length, 1, told.join('\n'));
      assert.match(
        told[0] ?? '',
        /^error: cookie-modes-(ui|embed|gate)\.js must lie beside cookie-modes\.js/,
      );
      await tab.type('#field', 'usable');
      assert.equal(
        await tab.evaluate(() => document.querySelector<HTMLInputElement>('#field')?.value),
        'usable',
      );
    });
  }

  it('opens nothing where the signals that were asked for fail to load', async () => {
    const folder = '/without-signals/';
    for (const name of ['', '-ui', '-gate', '-undo'])
      tags.own.route(`${folder}cookie-modes${name}.js`, {
        body: await fetch(tags.own.url(`/dist/cookie-modes${name}.js`)).then((reply) => reply.text()),
      });
    const config = {...right, signals: {googleConsentMode: true}};
    const tab = await open({config, src: `${folder}cookie-modes.js`});
    await asks(tab);
    await tab.click('cookie-modes button[data-mode="accept-all"]');
    // Engines differ in their words for a module that is missing.
    await tab.waitFor(() => heard.length > 0);
    assert.equal(tags.asked(/without-signals\/cookie-modes-signals/).length, 1);
    await settle(tab);
    assert.deepEqual((await traces(tab, tags)).ran, []);
    // With them, the same page runs.
    await tab.goto(tags.page({config}));
    await tab.waitFor(() => ran.length === 3);
    await pictured();
  });

  it('removes what a refused service left, where the visitor had left the page before that could be done', async () => {
    const [tracker] = right.services;
    const config = {...right, services: [{...tracker, storage: [{name: 'track'}]}]};
    const tab = await visitor.newPage();
    await tab.goto(tags.page({config}, '/left'));
    await tab.evaluate(() => window.cookieModes.choose('refuse-all'));
    await tab.goto(tags.own.url('/privacy'));
    await tab.evaluate(() => {
      document.cookie = 'track=1; path=/';
      localStorage.setItem('track', '1');
      localStorage.setItem('own', '1');
    });
    await tab.goto(tags.own.url('/left'));
    await tab.waitFor(() => !localStorage.getItem('track') && !/\btrack=/.test(document.cookie));
    assert.deepEqual(await tab.evaluate(() => Object.keys(localStorage)), ['own']);
  });

  it('deletes a database that was still in use on the next page', async () => {
    const [tracker] = right.services;
    const config = {...right, services: [{...tracker, indexedDB: ['track-db']}]};
    const tab = await visitor.newPage();
    const url = tags.page({config}, '/in-use');
    const openDatabase = (keeps: boolean) =>
      tab.evaluate(
        (keeps) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.open('track-db');
            request.onerror = () => reject(new Error(`${request.error}`));
            request.onsuccess = () => {
              // A connection that nothing refers to is closed with the rubbish.
              if (keeps) Object.assign(window, {database: request.result});
              else request.result.close();
              resolve();
            };
          }),
        keeps,
      );
    await tab.goto(url);
    await tab.evaluate(() => window.cookieModes.choose('accept-all'));
    await openDatabase(true);
    const {left} = await tab.evaluate(() => window.cookieModes.withdraw());
    assert.deepEqual(
      left.map(({name, why}) => [name, why]),
      [['track-db', 'in-use']],
    );
    // Whether the browser has deleted it with the page or not: it is there again.
    await tab.goto(tags.own.url('/privacy'));
    await openDatabase(false);
    await tab.goto(url);
    await tab.waitFor(() => indexedDB.databases().then((databases) => !databases[0]));
    await tab.waitFor(() => sessionStorage.length === 0);
  });

  it('lets nothing gated run when the tag itself is blocked', async () => {
    const tab = await open({config: right, src: '/blocked.js'});
    await ready(tab);
    await settle(tab);
    assert.deepEqual(await traces(tab, tags), none);
    await tab.type('#field', 'usable');
    assert.equal(
      await tab.evaluate(() => document.querySelector<HTMLInputElement>('#field')?.value),
      'usable',
    );
  });

  it('asks anew, and opens nothing, for a record that is garbage, oversized or there twice', async () => {
    const tab = await open({config: right});
    await accepts(tab);
    const record = (await tab.cookies()).find(({name}) => name === 'cookie_consent')?.value ?? '';
    assert.match(record, /mode=accept-all/);
    const at = (value: string, path = '/') => `cookie_consent=${value}; Path=${path}`;
    const records: Readonly<Record<string, readonly string[]>> = {
      garbage: [at('%E0%A4%A&&=mode')],
      'a mode alone': [at('mode=accept-all')],
      oversized: [at(`${record}&${'x'.repeat(2000)}=1`)],
      'a key twice': [at(`${record}&mode=accept-all`)],
      'another mode': [at(record.replace('accept-all', 'accept-everything'))],
      'from the future': [at(record.replace(/time=2\d{3}/, 'time=2999'))],
      expired: [at(record.replace(/time=2\d{3}/, 'time=2001'))],
      'another policy': [at(record.replace(/policy=1\.0/, 'policy=0.9'))],
      'there twice': [at(record), at(record, '/twice/')],
    };
    await visitor.fresh();
    const other = await visitor.newPage();
    // Each record takes the place of the one before, and comes while no page is open that would follow it.
    for (const [name, cookies] of Object.entries(records)) {
      await other.goto(tags.own.url('/privacy'));
      tags.own.forget();
      const path = `/twice/${name.replaceAll(' ', '-')}`;
      await other.goto(tags.page({config: right, headers: {'set-cookie': [...cookies]}}, path));
      await asks(other);
      await settle(other);
      const {ran, asked, opened} = await traces(other, tags);
      assert.deepEqual({ran, asked, opened}, {ran: [], asked: [], opened: 0}, name);
      assert.equal(await other.evaluate(() => window.cookieModes.mode ?? 'none'), 'none', name);
      assert.deepEqual(await other.evaluate(() => heard), [], name);
    }
    // The same record, unharmed, counts: what was shown above is not that records never count.
    await visitor.fresh();
    const last = await visitor.newPage();
    await last.goto(tags.page({config: right, headers: {'set-cookie': at(record)}}));
    await last.waitFor(() => ran.length === 3);
    await pictured();
  });

  it('works for this page only where storage throws, and lets nothing leak', async () => {
    const answering = `<script>let tabs = 0; addEventListener('keyup', ({key}) => key === 'Tab' && tabs++, true);
    addEventListener('message', () => {
      parent.postMessage({ran, tabs, active: document.hasFocus(), heard, mode: cookieModes.mode, focused: document.activeElement.dataset.mode,
        buttons: document.querySelectorAll('cookie-modes[open] [data-mode]').length,
        shown: (document.querySelector('cookie-modes')?.innerText ?? '') +
          (document.querySelector('cookie-modes')?.shadowRoot?.querySelector('#status')?.innerText ?? ''),
        opened: document.querySelectorAll('#opened').length}, '*');
    })</script>`;
    tags.page(
      {
        config: {...right, purposes: {activity: {}}},
        src: '/elsewhere/cookie-modes.js',
        head: answering,
      },
      '/sandboxed',
    );
    tags.own.route('/frame', {
      body: `<!doctype html><title>frame</title><script>let said = {}; addEventListener('message', ({data}) => said = data);
        setInterval(() => document.querySelector('iframe')?.contentWindow.postMessage('tell', '*'), 50)</script>
        <iframe sandbox="allow-scripts" src="/sandboxed" width="900" height="600"></iframe>`,
    });
    const tab = await visitor.newPage();
    await tab.goto(tags.own.url('/frame'));
    await tab.waitFor('said.buttons === 3');
    assert.deepEqual(await tab.evaluate('[said.ran, said.opened, said.heard, said.mode ?? null]'), [
      [],
      0,
      [],
      null,
    ]);
    assert.deepEqual(tags.asked(/^\/(track|pixel)/), []);
    await tab.evaluate(() => document.querySelector('iframe')?.focus());
    await tab.waitFor('said.active');
    for (let tries = 0; (await tab.evaluate('said.focused')) !== 'refuse-all'; tries++) {
      assert.ok(tries < 12, 'the keyboard comes to the buttons');
      await tab.press('Tab');
      // The key is let go where the focus has come to.
      await tab.waitFor(`said.tabs > ${tries}`);
    }
    await tab.press('Enter');
    await tab.waitFor("said.mode === 'refuse-all'");
    await tab.waitFor("said.shown.includes('this page only')");
    assert.deepEqual(await tab.evaluate('[said.ran, said.opened, said.heard]'), [[], 0, []]);
    assert.deepEqual(tags.asked(/^\/(track|pixel)/), []);
    await tab.reload();
    await tab.waitFor('said.buttons === 3');
  });

  it('changes mode and allows() at once, and tells of it once', async () => {
    const tab = await open({config: right});
    await ready(tab);
    const states = await tab.evaluate(() => {
      const {cookieModes} = window;
      let changes = 0;
      cookieModes.addEventListener('change', () => changes++);
      const look = () => [
        cookieModes.mode ?? 'none',
        cookieModes.allows('activity'),
        cookieModes.allows('tracker'),
        changes,
      ];
      const before = look();
      cookieModes.choose('accept-all');
      const accepted = look();
      cookieModes.answer({services: {tracker: 'refuse'}});
      const answered = look();
      cookieModes.choose('refuse-all');
      return [before, accepted, answered, look(), [cookieModes.allows('unknown')]];
    });
    assert.deepEqual(states, [
      ['none', false, false, 0],
      ['accept-all', true, true, 1],
      ['accept-all', true, false, 2],
      ['refuse-all', false, false, 3],
      [false],
    ]);
    assert.deepEqual(await tab.evaluate(() => news), ['accept-all', 'accept-all', 'refuse-all']);
  });

  it('stands first in the body, takes no focus and scrolls nothing', async () => {
    const tab = await open({config: right, body: '<input id="first" autofocus aria-label="First">'});
    const focused = () => document.activeElement?.id === 'first';
    // The browser gives that focus when it draws.
    await tab.waitFor(focused);
    await asks(tab);
    await tab.waitFor(focused);
    const state = () => [document.body.firstElementChild?.localName, document.activeElement?.id, scrollY];
    assert.deepEqual(await tab.evaluate(state), ['cookie-modes', 'first', 0]);
    await tab.goto(tags.page({config: right}));
    await asks(tab);
    assert.equal(await tab.evaluate(() => document.activeElement === document.body), true);
  });

  it('is walked through with the keyboard, from Tab to Enter', async () => {
    const tab = await open({config: right});
    await asks(tab);
    const seen: string[] = [];
    const focused = () =>
      document.activeElement?.getAttribute('data-mode') ?? document.activeElement?.slot ?? '';
    while (seen.at(-1) !== 'refuse-all') {
      await tab.press('Tab');
      seen.push(await tab.evaluate(focused));
      assert.ok(seen.length < 10, seen.join());
    }
    assert.deepEqual(
      seen.filter((name) => /all|notify/.test(name)),
      ['accept-all', 'notify', 'refuse-all'],
    );
    await tab.press('Enter');
    await tab.waitFor(() => window.cookieModes.mode === 'refuse-all');
    assert.deepEqual(await traces(tab, tags), none);
    assert.equal(await tab.evaluate(() => window.cookieModes.receipt()?.given), 'button');
  });

  it('gives the three buttons the same size, font and colours', async () => {
    const tab = await open({config: right});
    await asks(tab);
    for (const [width, height] of [
      [1024, 768],
      [320, 640],
    ] as const) {
      await tab.setViewport(width, height);
      await tab.waitFor((width) => innerWidth === width, width);
      const looks = await tab.evaluate(() =>
        [...document.querySelectorAll('cookie-modes button[data-mode]')].map((button) => {
          const style = getComputedStyle(button);
          const {width, height} = button.getBoundingClientRect();
          const all = [...style].filter(
            (name) => !/inline-size|block-size|width|height|origin|^(left|right|top|bottom|inset)/.test(name),
          );
          return [
            Math.round(width),
            Math.round(height),
            ...all.map((name) => `${name}: ${style.getPropertyValue(name)}`),
          ];
        }),
      );
      assert.equal(looks.length, 3);
      assert.ok((looks[0]?.length ?? 0) > 100);
      assert.deepEqual(looks[1], looks[0]);
      assert.deepEqual(looks[2], looks[0]);
    }
  });

  it('opens the settings from a link and from the button, the site’s own or ours', async () => {
    const own =
      '<cookie-modes-settings id="own"><button type="button">My cookies</button></cookie-modes-settings>';
    const link = '<p><a id="link" href="#cookie-modes">Cookies</a></p>';
    const tab = await open({config: right, body: link + own});
    await accepts(tab);
    for (const selector of ['#link', '#own button']) {
      // Nothing of the interface is there yet: the first press brings it.
      tags.own.forget();
      await tab.reload();
      await ready(tab);
      assert.deepEqual(tags.asked(/cookie-modes-ui/), []);
      await tab.click(selector);
      await opensSettings(tab);
      assert.equal(await tab.evaluate(() => location.hash), '');
      assert.equal(
        await tab.evaluate(() => document.querySelectorAll('cookie-modes-settings-dialog').length),
        1,
      );
      await tab.press('Escape');
      await tab.waitFor(() => !document.querySelector('cookie-modes-settings-dialog[open]'));
      await tab.click(selector);
      await opensSettings(tab);
    }
    assert.equal(await tab.evaluate(() => document.querySelector('#own')?.textContent), 'My cookies');
    // What was chosen there is confirmed, though nothing of the notice was there before.
    await tab.click('cookie-modes-settings-dialog >>> button[data-mode="refuse-all"]');
    await tab.waitFor(() =>
      document
        .querySelector('cookie-modes[view=done]')
        ?.shadowRoot?.textContent.includes('You have refused all'),
    );
    await tab.evaluate(() => window.cookieModes.choose('refuse-all'));
    await pictured();
    await tab.goto(
      tags.page({config: right, body: '<cookie-modes-settings id="ours"></cookie-modes-settings>'}),
    );
    await tab.click('#ours button:has-text("Cookie settings")');
    await opensSettings(tab);
    tags.own.forget();
    await tab.click('cookie-modes-settings-dialog >>> input[value="accept-all"]');
    await tab.click('cookie-modes-settings-dialog >>> button[data-action="save"]');
    await tab.waitFor(() => ran.length === 3);
    await pictured();
    assert.deepEqual(await tab.evaluate(() => heard), []);
  });
});

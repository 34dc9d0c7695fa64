import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {drawn} from '../a11y/drawn.ts';
import {arrive, stateSite} from '../a11y/state-site.ts';
import {states, type State} from '../a11y/states.ts';
import {forEachEngine, type Visitor} from './driver/for-each-engine.ts';
import type {Page} from './driver/browser.ts';
import type {Site} from './driver/site.ts';

let own: Site;
before(async () => {
  own = await stateSite();
});
after(() => own.close());

const notice: State = {name: 'notice', host: 'cookie-modes'};
const stateOf = (name: string): State => {
  const found = states.find((state) => state.name === name);
  if (!found) throw new Error(`no state ${name}`);
  return found;
};

/** What has the focus, and whether it can be seen to have it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return {name: 'body', ringed: true, hidden: false};
    const {outlineStyle, outlineWidth} = getComputedStyle(element);
    const {left, top, bottom, width, height} = element.getBoundingClientRect();
    const host = document.querySelector('cookie-modes[view], cookie-modes-question[view]');
    const box = host?.getBoundingClientRect();
    return {
      name: element.id || element.getAttribute('data-mode') || element.slot || element.localName,
      ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
      // Not even partly under the notice (2.4.12).
      hidden:
        !!box &&
        !host?.contains(element) &&
        !host?.shadowRoot?.contains(element) &&
        top < box.bottom &&
        bottom > box.top &&
        left < box.right &&
        left + width > box.left &&
        height > 0,
    };
  });

async function tabThrough(page: Page, steps: number) {
  const seen = [];
  for (let step = 0; step < steps; step++) {
    await page.press('Tab');
    seen.push(await focused(page));
  }
  return seen;
}

/** Waits until something in the settings has the focus. */
const inSettings = (page: Page, selector: string) =>
  page.waitFor(
    (selector: string) =>
      document.querySelector('cookie-modes-settings-dialog')?.shadowRoot?.activeElement?.matches(selector),
    selector,
  );
const focusInSettings = async (page: Page, selector: string) => {
  await page.evaluate(
    (selector: string) =>
      document
        .querySelector('cookie-modes-settings-dialog')
        ?.shadowRoot?.querySelector<HTMLElement>(selector)
        ?.focus(),
    selector,
  );
  await inSettings(page, selector);
};

const declare = ({engine, newPage}: Visitor) => {
  let only: Promise<Page> | undefined;
  /** The one page of these tests, with the size of a new one. */
  const onlyPage = async () => {
    const page = await (only ??= newPage());
    await page.setViewport(1024, 768);
    return page;
  };

  it('enters the notice first, then the skip link and the ::: brick, in the order of what is seen', async () => {
    const page = await onlyPage();
    await arrive(page, own, notice);
    const before = await page.evaluate(() => document.activeElement === document.body);
    assert.ok(before, 'the notice takes no focus by itself');
    const names = (await tabThrough(page, 8)).map(({name}) => name);
    // Firefox lets the keyboard into what scrolls.
    assert.deepEqual(
      names.filter((name) => name !== 'div' && name !== 'cookie-modes').slice(0, 8),
      [
        'policy',
        'cookie-modes-shared',
        'accept-all',
        'notify',
        'refuse-all',
        'settings',
        'skip',
        'brick',
      ].slice(0, names.filter((name) => name !== 'div' && name !== 'cookie-modes').length),
    );
  });

  it('uses the skip link and the ::: brick while the notice is there, and there are no access keys of ours', async () => {
    const page = await onlyPage();
    await arrive(page, own, notice);
    await page.evaluate(() => document.querySelector<HTMLElement>('#skip')?.focus());
    await page.press('Enter');
    await page.waitFor(() => location.hash === '#main');
    await page.evaluate(() => window.cookieModes.openSettings());
    await page.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
    const keys = await page.evaluate(() => {
      const every = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [
          one,
          ...(one.shadowRoot ? every(one.shadowRoot) : []),
        ]);
      return every(document)
        .filter((one) => one.hasAttribute('accesskey'))
        .map(({id}) => id);
    });
    assert.deepEqual(keys, ['brick']);
  });

  for (const placement of ['bottom', 'top', 'corner'] as const) {
    it(`never has its place under the notice, and always shows it (${placement})`, async () => {
      const page = await onlyPage();
      await arrive(page, own, {...notice, placement}, 'en', {long: '14'});
      await page.setViewport(640, 600);
      await drawn(page);
      await drawn(page);
      const seen = await tabThrough(page, 24);
      assert.ok(seen.some(({name}) => name === 'p10'));
      assert.deepEqual(
        seen.filter(({ringed, hidden}) => !ringed || hidden),
        [],
      );
    });
  }

  it('is never under a question, either', async () => {
    const page = await onlyPage();
    await arrive(page, own, stateOf('question-cookie'), 'en', {long: '14'});
    await page.setViewport(640, 600);
    await drawn(page);
    await drawn(page);
    const seen = await tabThrough(page, 20);
    assert.ok(seen.some(({name}) => name === 'p10'));
    assert.deepEqual(
      seen.filter(({ringed, hidden}) => !ringed || hidden),
      [],
    );
  });

  it('refuses, hears the confirmation as a status, and goes back to where it was', async () => {
    const page = await onlyPage();
    await arrive(page, own, notice);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-mode=refuse-all]')?.focus());
    await page.press('Enter');
    const said = await page.waitFor(() => {
      const status = document.querySelector('cookie-modes')?.shadowRoot?.querySelector('[role=status]');
      return status?.textContent?.replace(/\s+/g, ' ').trim();
    });
    assert.match(said ?? '', /^You have refused all cookies\./);
    assert.equal((await focused(page)).name, 'status');
  });

  it('tells of a question as a status, without taking the focus', async () => {
    const page = await onlyPage();
    await arrive(page, own, stateOf('question-cookie'));
    const said = await page.waitFor(() =>
      document
        .querySelector('cookie-modes-question')
        ?.shadowRoot?.querySelector('[role=status]')
        ?.textContent?.trim(),
    );
    assert.match(said ?? '', /question/i);
    assert.equal((await focused(page)).name, 'body');
  });

  it('finds settings and contact in the same place on every page', async () => {
    const page = await onlyPage();
    const places = [];
    for (const content of ['', 'table', 'frame']) {
      await arrive(page, own, {...notice, query: {content}});
      const order = await page.evaluate(() =>
        [...document.querySelectorAll('cookie-modes, #skip, footer, cookie-modes-settings')].map(
          (one) => one.id || one.localName,
        ),
      );
      await page.evaluate(() => document.querySelector<HTMLElement>('cookie-modes-settings button')?.focus());
      await page.press('Enter');
      await page.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
      const inside = await page.evaluate(() => {
        const root = document.querySelector('cookie-modes-settings-dialog')?.shadowRoot;
        return [...(root?.querySelectorAll('h2, h3, .contact a') ?? [])].map((one) =>
          one.textContent?.trim(),
        );
      });
      places.push([...order, '|', ...inside].join());
    }
    assert.match(
      places[0] ?? '',
      /^cookie-modes,skip,footer,cookie-modes-settings,\|,Cookie settings,.*,Contact,02-2345-6789 ext\. 123,privacy@harbour\.example$/,
    );
    assert.equal(new Set(places).size, 1, places.join('\n'));
  });

  it('finds the settings under the same name wherever they are offered', async () => {
    const page = await onlyPage();
    await arrive(page, own, notice);
    const inNotice = await page.evaluate(() => {
      const offers = document.querySelectorAll('cookie-modes [slot=settings], cookie-modes-settings button');
      return [...offers].map((one) => one.textContent?.trim());
    });
    await arrive(page, own, stateOf('placeholder-frame'));
    await page.evaluate(() => window.cookieModes.openSettings());
    await page.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
    const elsewhere = await page.evaluate(() => {
      const shadow = (host: string) => document.querySelector(host)?.shadowRoot;
      const buttons = [...(shadow('cookie-modes-embed')?.querySelectorAll('button') ?? [])];
      return [...buttons, shadow('cookie-modes-settings-dialog')?.querySelector('h2')]
        .map((one) => one?.textContent?.trim())
        .filter((name) => /setting/i.test(`${name}`));
    });
    assert.deepEqual(
      [inNotice, elsewhere],
      [Array(2).fill('Cookie settings'), Array(2).fill('Cookie settings')],
    );
  });

  it('says which language it is in where that is not the language of the page', async () => {
    const page = await onlyPage();
    const languages = () =>
      page.evaluate(() =>
        [
          ...document.querySelectorAll('cookie-modes, cookie-modes-question, cookie-modes-settings-dialog'),
        ].map((one) => `${one.localName} ${one.getAttribute('lang')}`),
      );
    const seen = [];
    for (const lang of ['fr', 'en']) {
      await arrive(page, own, notice, lang);
      seen.push(...(await languages()));
      await arrive(page, own, stateOf('question-cookie'), lang);
      await page.evaluate(() => window.cookieModes.openSettings());
      await page.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
      seen.push(...(await languages()));
    }
    const hosts = ['cookie-modes', 'cookie-modes-question', 'cookie-modes-settings-dialog'];
    for (const [lang, from] of [
      ['en', 0],
      ['null', seen.length / 2],
    ] as const) {
      const half = seen.slice(from, from + seen.length / 2);
      assert.deepEqual(
        [...new Set(half)].sort(),
        hosts.map((host) => `${host} ${lang}`),
        seen.join(),
      );
    }
  });

  it('tells links, the choice and what is allowed by more than colour', async () => {
    const page = await onlyPage();
    for (const name of ['notice-bottom', 'settings-1-top', 'placeholder-frame', 'table']) {
      const state = stateOf(name);
      await arrive(page, own, state);
      const seen = await page.evaluate((selector: string) => {
        const host = document.querySelector(selector);
        const all = [host?.shadowRoot, host].flatMap((root) => [...(root?.querySelectorAll('*') ?? [])]);
        return {
          links: all
            .filter((one) => one.localName === 'a')
            .map((one) => getComputedStyle(one).textDecorationLine),
          now: all
            .filter((one) => one.matches('tbody [role=cell]:last-child'))
            .map((one) => one.textContent?.trim() ?? ''),
          current: all.find((one) => one.matches('.current'))?.textContent ?? '',
          radio: all
            .filter((one) => one.matches('input[type=radio]'))
            .map((one) => getComputedStyle(one).appearance),
        };
      }, state.host);
      assert.deepEqual(
        seen.links.filter((line) => !line.includes('underline')),
        [],
        name,
      );
      assert.ok(seen.links.length > 0 || name === 'table', name);
      if (name === 'table') {
        assert.ok(seen.now.length > 2);
        assert.deepEqual(
          seen.now.filter((word) => !/[a-z]{3}/.test(word)),
          [],
        );
      }
      if (name !== 'settings-1-top') continue;
      assert.match(seen.current, /Notify me/);
      assert.deepEqual(seen.radio, ['auto', 'auto', 'auto']);
    }
  });

  it('has names that contain what is seen', async () => {
    const page = await onlyPage();
    for (const name of [
      'notice-bottom',
      'question-cookie',
      'settings-1-top',
      'placeholder-frame',
      'confirmation',
    ]) {
      const state = stateOf(name);
      await arrive(page, own, state);
      const seen = await page.evaluate((selector: string) => {
        const host = document.querySelector(selector);
        const all = [host?.shadowRoot, host].flatMap((root) => [
          ...(root?.querySelectorAll<HTMLElement>('button, a, summary, input, select') ?? []),
        ]);
        const close = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() ?? '';
        return all
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const root = one.getRootNode() as ShadowRoot | Document;
            const named = one.getAttribute('aria-labelledby')?.split(' ') ?? [];
            const given =
              named.map((id) => close(root.getElementById(id)?.textContent)).join(' ') ||
              close(one.getAttribute('aria-label'));
            const labels = [...((one as HTMLInputElement).labels ?? [])];
            const visible =
              one.localName === 'select' || one.localName === 'input'
                ? close(
                    labels
                      .map((label) => label.innerText)
                      .join(' ')
                      .split('\n')[0],
                  )
                : close(one.innerText);
            return {given, visible: one.localName === 'select' && given ? '' : visible};
          });
      }, state.host);
      assert.ok(seen.length > 1, name);
      assert.deepEqual(
        seen.filter(({given, visible}) => (given ? !given.includes(visible) : !visible)),
        [],
        name,
      );
    }
  });

  it('hears what is missing, and what to do, where nothing was chosen in the settings', async () => {
    const page = await onlyPage();
    await arrive(page, own, notice);
    await page.evaluate(() => window.cookieModes.openSettings());
    await inSettings(page, '#title');
    await focusInSettings(page, '[data-action=save]');
    await page.press('Enter');
    const said = await page.waitFor(() =>
      document
        .querySelector('cookie-modes-settings-dialog[open]')
        ?.shadowRoot?.querySelector('[role=status]')
        ?.textContent?.trim(),
    );
    assert.match(said ?? '', /choose/i);
    assert.equal(await page.evaluate(() => window.cookieModes.mode ?? 'none'), 'none');
  });

  it('is asked again before everything is erased, and can call it off', async () => {
    const page = await onlyPage();
    await arrive(page, own, stateOf('settings-1-top'));
    await focusInSettings(page, '[data-right=erase]');
    await page.press('Enter');
    await inSettings(page, '#step');
    assert.equal(await page.evaluate(() => window.cookieModes.mode), 'notify');
    await focusInSettings(page, '[data-action=cancel]');
    await page.press('Enter');
    await inSettings(page, '[data-right=erase]');
    assert.equal(await page.evaluate(() => window.cookieModes.mode), 'notify');
    assert.match(await page.evaluate(() => document.cookie), /mode=notify/);
  });

  it('goes through all of the settings by Tab and back, never out of them, and leaves them by Escape', async () => {
    const page = await onlyPage();
    await arrive(page, own, stateOf('settings-1-top'));
    const where = () =>
      page.evaluate(() => {
        const host = document.querySelector('cookie-modes-settings-dialog');
        const element = host?.shadowRoot?.activeElement;
        // Between the last and the first the browser may have its own controls.
        if (!element) return document.activeElement === document.body ? 'browser' : 'page';
        const same = [...(host.shadowRoot?.querySelectorAll(element.localName) ?? [])];
        return `${element.localName} ${same.indexOf(element)}`;
      });
    // A group of radios is one stop, and what scrolls may be one too.
    const stops = await page.evaluate(() => {
      const root = document.querySelector('cookie-modes-settings-dialog')?.shadowRoot;
      const selector = 'button, select, summary, a, input[type=checkbox], input:checked';
      return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]
        .filter((one) => one.checkVisibility())
        .map((one) => `${one.localName} ${[...(root?.querySelectorAll(one.localName) ?? [])].indexOf(one)}`);
    });
    const [first = '', last = ''] = [stops[0], stops.at(-1)];
    assert.ok(stops.length > 15);
    await focusInSettings(page, '[data-action=close]');
    for (const [chord, end] of [
      ['Tab', last],
      ['Shift+Tab', first],
    ] as const) {
      const walked = [await where()];
      while (!walked.includes(end) && walked.length < 60) {
        await page.press(chord);
        walked.push(await where());
      }
      assert.deepEqual(
        [
          walked.filter((place) => /page|browser/.test(place)),
          stops.filter((stop) => !walked.includes(stop)),
        ],
        [[], []],
        walked.join(),
      );
    }
    // Beyond the ends, Firefox goes to its own controls, where a test cannot follow.
    for (const chord of engine === 'firefox' ? [] : ['Shift+Tab', 'Tab']) {
      await page.press(chord);
      assert.notEqual(await where(), 'page');
    }
    await focusInSettings(page, '[data-action=close]');
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('cookie-modes-settings-dialog[open]'));
    await page.evaluate(() => document.querySelector<HTMLElement>('#skip')?.focus());
    await page.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'brick');
  });

  it(`opens the settings on their heading, keeps to them, and gives the focus back (${engine})`, async () => {
    const page = await onlyPage();
    await arrive(page, own, notice);
    await page.evaluate(() => document.querySelector<HTMLElement>('cookie-modes [slot=settings]')?.focus());
    await page.press('Enter');
    await page.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
    await page.waitFor(
      () => document.querySelector('cookie-modes-settings-dialog')?.shadowRoot?.activeElement?.id === 'title',
    );
    await page.press('Escape');
    await page.waitFor(() => document.activeElement?.slot === 'settings');
  });

  it('passes through the modes by arrow keys, and takes no finer answer back by that', async () => {
    const page = await onlyPage();
    await arrive(page, own, stateOf('settings-1-top'));
    await page.press('Escape');
    await page.evaluate(() => {
      window.cookieModes.choose('accept-all', {answers: {purposes: {statistics: 'refuse'}}});
      window.cookieModes.openSettings();
    });
    await page.waitFor(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
    await focusInSettings(page, 'input[value=accept-all]');
    const checked = (mode: string) =>
      page.waitFor(
        (mode) =>
          document
            .querySelector('cookie-modes-settings-dialog')
            ?.shadowRoot?.querySelector<HTMLInputElement>(`input[value=${mode}]`)?.checked,
        mode,
      );
    for (const [key, mode] of [
      ['ArrowDown', 'notify'],
      ['ArrowDown', 'refuse-all'],
      ['ArrowUp', 'notify'],
      ['ArrowUp', 'accept-all'],
    ] as const) {
      await page.press(key);
      await checked(mode);
    }
    await page.click('cookie-modes-settings-dialog >>> [data-action=save]');
    await page.waitFor(() => !document.querySelector('cookie-modes-settings-dialog[open]'));
    assert.deepEqual(
      await page.evaluate(() => [window.cookieModes.mode, window.cookieModes.allows('statistics')]),
      ['accept-all', false],
    );
  });
};

forEachEngine('the keyboard', declare, {sameVisitor: true});

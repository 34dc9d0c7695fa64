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
      places.push(
        await page.evaluate(() => {
          const order = [...document.querySelectorAll('cookie-modes, #skip, footer, cookie-modes-settings')];
          return order.map((one) => one.id || one.localName).join();
        }),
      );
    }
    assert.deepEqual([...new Set(places)], ['cookie-modes,skip,footer,cookie-modes-settings']);
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
};

forEachEngine('the keyboard', declare, {sameVisitor: true});

import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {arrive, stateSite} from '../a11y/state-site.ts';
import {shown, states, type State} from '../a11y/states.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import type {Page} from './driver/browser.ts';
import type {Site} from './driver/site.ts';

let own: Site;
before(async () => {
  own = await stateSite();
});
after(() => own.close());

const notice: State = {name: 'notice', host: 'cookie-modes'};
const each = ['notice-bottom', 'question-cookie', 'settings-1-top', 'placeholder-frame', 'table'].map(
  (name): State => states.find((state) => state.name === name) ?? {name, host: `no state ${name}`},
);

/** What a pointer does before it lets a button go, or without one; and what a device does that is moved. */
const unasked = {
  hover: ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'pointermove', 'mousemove'],
  press: ['pointerdown', 'mousedown', 'touchstart'],
  drag: ['touchmove', 'dragstart', 'drag', 'dragend', 'wheel', 'gesturestart', 'gesturechange'],
  motion: ['devicemotion', 'deviceorientation', 'shake'],
  focus: [],
};

/** Runs in the page: does that to each control of ours, one after the other, and tells what changed anything. */
async function stir(kinds: Readonly<Record<string, readonly string[]>>) {
  const every = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
      one,
      ...(one.shadowRoot ? every(one.shadowRoot) : []),
    ]);
  const standing = () => {
    const all = every(document);
    return JSON.stringify([
      window.cookieModes.mode,
      document.cookie,
      location.href,
      all.filter((one) => one.matches('dialog[open], details[open], [popover]:popover-open')).length,
      all.filter((one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true})).length,
      all
        .filter((one) => one.matches('input, select'))
        .map((one) => [(one as HTMLInputElement).checked, (one as HTMLInputElement).value]),
    ]);
  };
  const controls = every(document).filter(
    (one) =>
      one.matches('button, a, input, select, summary') &&
      one.checkVisibility() &&
      (one.getRootNode() !== document ||
        one.closest('cookie-modes, cookie-modes-question, cookie-modes-settings')),
  );
  const changed: string[] = [];
  for (const control of controls) {
    for (const [kind, events] of Object.entries(kinds)) {
      const before = standing();
      if (kind === 'focus') control.focus();
      for (const type of events) {
        const event = new Event(type, {bubbles: true, composed: true, cancelable: true});
        (kind === 'motion' ? window : control).dispatchEvent(event);
      }
      await new Promise((done) => setTimeout(done, 4));
      if (standing() !== before) changed.push(`${kind}: ${control.textContent?.trim()}`);
    }
  }
  return {controls: controls.length, changed};
}

/** Runs in the page: titles, pictures, and rules that do more to what is pointed at than colour it. */
function decorations(host: string): string[] {
  const element = document.querySelector(host);
  const all = [
    ...(element?.shadowRoot?.querySelectorAll('*') ?? []),
    ...(element?.querySelectorAll('*') ?? []),
  ];
  const found = all.flatMap((one) => {
    const {backgroundImage, listStyleImage} = getComputedStyle(one);
    const text = getComputedStyle(one, '::before').content + getComputedStyle(one, '::after').content;
    return [
      one.hasAttribute('title') ? `title: ${one.getAttribute('title')}` : '',
      one.matches('img, svg, canvas, picture, video, audio, object, embed') ? one.localName : '',
      /url\(/.test(backgroundImage + listStyleImage + text) ? `picture on ${one.localName}` : '',
    ].filter(Boolean);
  });
  const look = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && rule.selectorText.includes(':hover')) {
        const more = [...rule.style].filter((one) => !/color|^outline|^text-decoration|^cursor/.test(one));
        if (more.length) found.push(`${rule.selectorText} {${more.join()}}`);
      }
      if ('cssRules' in rule) look(rule.cssRules as CSSRuleList);
    }
  };
  const sheets = element?.shadowRoot?.adoptedStyleSheets ?? [];
  if (!all.length || !sheets.length) found.push('looked at nothing');
  for (const {cssRules} of sheets) look(cssRules);
  return found;
}

forEachEngine(
  'what nobody asked for',
  ({newPage}) => {
    let page: Page;
    before(async () => {
      page = await newPage();
    });

    for (const state of each) {
      it(`does not happen on focus, hovering, dragging, moving the device, or a press not yet let go: ${state.name}`, async () => {
        await arrive(page, own, state);
        const {controls, changed} = await page.evaluate(stir, unasked);
        assert.ok(state.name === 'table' ? controls > 0 : controls > 3, `${controls} controls`);
        assert.deepEqual(changed, []);
      });

      it(`shows no title, no picture, and nothing that only hovering shows: ${state.name}`, async () => {
        await arrive(page, own, state);
        assert.deepEqual(await page.evaluate(decorations, state.host), []);
      });
    }

    it('does not happen after any time: notice and question stay', async () => {
      for (const state of [notice, ...each.filter(({name}) => name === 'question-cookie')]) {
        // Whatever is to happen later than in three seconds happens at once.
        await arrive(page, own, state, 'en', {hurry: '3000'});
        await page.evaluate(() => void setTimeout(() => Object.assign(window, {late: true}), 86_400_000));
        await page.waitFor(() => 'late' in window);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
        await shown(page, state.host);
        assert.equal(
          await page.evaluate(() => `${window.cookieModes.mode}`),
          state === notice ? 'undefined' : 'notify',
        );
      }
    });

    it('does not happen on what is filled in, until it is saved', async () => {
      await arrive(page, own, notice);
      await page.evaluate(() => window.cookieModes.openSettings());
      await shown(page, 'cookie-modes-settings-dialog');
      const filled = await page.evaluate(async () => {
        const root = document.querySelector('cookie-modes-settings-dialog')?.shadowRoot;
        const fields = [
          ...(root?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select') ?? []),
        ];
        const before = location.href;
        const seen = [];
        for (const field of fields) {
          if (field instanceof HTMLInputElement) field.click();
          else {
            field.value = 'accept';
            field.dispatchEvent(new Event('change', {bubbles: true}));
          }
          await new Promise((done) => setTimeout(done, 10));
          const open = !!root?.querySelector('dialog[open]');
          const focus = document.activeElement?.localName;
          seen.push(
            `${window.cookieModes.mode} ${document.cookie} ${open} ${focus} ${location.href === before}`,
          );
        }
        return seen;
      });
      assert.ok(filled.length > 6);
      assert.deepEqual([...new Set(filled)], ['undefined  true cookie-modes-settings-dialog true']);
    });
  },
  {sameVisitor: true},
);

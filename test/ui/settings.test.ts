import {sendKeys, setViewport} from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import {expect} from 'chai';
import {messages} from '../../src/locales/en.ts';
import {raising} from '../../src/ui/raising.ts';
import {attach, open} from '../../src/script-settings.ts';
import {digested} from './digested.ts';
import {contextWith, until} from './question-page.ts';
import type {AxeResults} from 'axe-core';
import type {SettingsDialogElement} from '../../src/ui/settings-dialog.ts';
import type {Config} from '../../src/core/declaration.ts';
import type {Detach} from '../../src/core/attachment.ts';

declare const axe: {run(context: Element, options?: object): Promise<AxeResults>};

const config: Partial<Config> = {
  policy: {
    url: '/privacy#cookies',
    version: '2.1',
    updated: '2026-11-01',
    changes: [{en: 'Visits are counted.', 'zh-TW': '開始統計造訪次數。'}],
  },
  purposes: {activity: {}, statistics: {}},
  services: [
    {
      id: 'counter',
      name: {en: 'Visit counter', 'zh-TW': '造訪統計'},
      provider: 'Harbour City',
      purpose: 'statistics',
      policyUrl: 'https://counter.example/policy',
      cookies: [{name: 'visits', retention: 'P13M', description: 'Counts.'}, {name: 'visit'}],
      storage: [{name: 'visits:*'}],
      indexedDB: ['visit-log'],
    },
    {id: 'poll', purpose: 'activity'},
  ],
  necessary: [{name: 'session_id', description: {en: 'Keeps you logged on.'}}],
  agency: {
    name: 'Harbour City Transport Office',
    purpose: 'Running this website',
    contact: {phone: '+886 7 000-0000', extension: '214', email: 'privacy@harbour.example', hours: 'All day'},
  },
};

const leaving: (() => void)[] = [];

async function settingsWith(given: Partial<Config> = config) {
  const context = await contextWith(given);
  const opener = document.createElement('button');
  opener.textContent = 'Settings';
  opener.addEventListener('click', open);
  document.body.append(opener);
  const detach: Detach = attach(context);
  const element = document.querySelector('cookie-modes-settings-dialog') as SettingsDialogElement;
  leaving.push(
    detach,
    () => opener.remove(),
    () => context.end(),
  );
  await element.updateComplete;
  const find = <T extends HTMLElement = HTMLElement>(selector: string): T => {
    const found = element.renderRoot.querySelector<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  const dialog = find<HTMLDialogElement>('dialog');
  const change = async (control: HTMLInputElement | HTMLSelectElement, value?: string) => {
    if (value === undefined) control.click();
    else {
      control.value = value;
      control.dispatchEvent(new Event('change'));
    }
    await element.updateComplete;
  };
  return {
    context,
    consent: context.consent,
    element,
    dialog,
    opener,
    find,
    change,
    detach,
    radio: (mode: string) => find<HTMLInputElement>(`input[value=${mode}]`),
    select: (kind: string, id: string) => find<HTMLSelectElement>(`[data-${kind}="${id}"] select`),
    show: async () => {
      opener.focus();
      open();
      await until(() => dialog.open);
      await until(() => focused()?.localName === 'h2');
    },
    /** A real press, which a page cannot make up. */
    press: async (selector: string) => {
      find(selector).focus();
      await sendKeys({press: 'Enter'});
      await element.updateComplete;
    },
  };
}

const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
const text = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
/** What a select says: its answer, or what holds without one. */
const chosen = (select: HTMLSelectElement) => {
  const hint = (select.getRootNode() as ShadowRoot).getElementById(
    select.getAttribute('aria-describedby') ?? '',
  );
  return text(hint ?? (select.selectedOptions[0] as HTMLOptionElement));
};

describe('the settings', () => {
  afterEach(() => {
    for (const leave of leaving.splice(0)) leave();
    document.documentElement.lang = 'en';
  });
  before(() => (document.documentElement.lang = 'en'));

  for (const lang of ['en', 'zh-TW']) {
    it(`pass the axe audit, undecided and decided, in ${lang}`, async function () {
      this.timeout(30_000);
      document.documentElement.lang = lang;
      const {element, consent, show, find} = await settingsWith();
      const audit = async () => {
        const {violations} = await axe.run(element, {rules: {region: {enabled: false}}});
        expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
      };
      await show();
      for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
      await audit();
      consent.choose('notify', {
        answers: {purposes: {activity: 'refuse'}, cookies: {stray: 'accept'}},
        session: true,
      });
      consent.tell('undone', {
        removed: [{kind: 'cookie', name: 'visits'}],
        left: [{kind: 'cookie', name: 'sid', why: 'http-only'}],
        running: ['counter'],
      });
      await element.updateComplete;
      find('[data-right=erase]').click();
      await element.updateComplete;
      await audit();
    });
  }

  it('take the focus to their heading, and give it back on Escape', async () => {
    const {show, dialog, opener, element} = await settingsWith();
    await show();
    expect(element.hasAttribute('open')).to.equal(true);
    await sendKeys({press: 'Escape'});
    await until(() => !dialog.open && !element.hasAttribute('open'));
    expect(focused() === opener).to.equal(true);
  });

  it('open by Enter, and go by Tab from the heading to the first mode', async () => {
    const {dialog, opener, find, radio} = await settingsWith();
    opener.focus();
    await sendKeys({press: 'Enter'});
    await until(() => dialog.open && focused()?.localName === 'h2');
    await sendKeys({press: 'Tab'});
    expect(focused() === find('[data-action=close]')).to.equal(true);
    await sendKeys({press: 'Tab'});
    // In Firefox, what scrolls is a stop of its own.
    if (focused() === find('.body')) await sendKeys({press: 'Tab'});
    expect([radio('accept-all'), radio('refuse-all')].some((one) => one === focused())).to.equal(true);
  });

  it('give the focus back to a button in a shadow tree', async () => {
    const {dialog, find} = await settingsWith();
    const host = document.createElement('div');
    const button = document.createElement('button');
    host.attachShadow({mode: 'open'}).append(button);
    document.body.append(host);
    leaving.push(() => host.remove());
    button.focus();
    open();
    await until(() => dialog.open && focused()?.localName === 'h2');
    find('[data-action=close]').click();
    await until(() => focused() === button);
  });

  it('tell what a choice has undone, and nothing where there was nothing', async () => {
    const {consent, element, show} = await settingsWith();
    await show();
    const removed = [{kind: 'cookie', name: 'visits'}] as const;
    for (const [report, shown] of [
      [{removed: [], left: [], running: []}, false],
      [{removed, left: [], running: []}, true],
      [{removed: [], left: [], running: []}, false],
    ] as const) {
      consent.tell('undone', report);
      await element.updateComplete;
      expect(!!element.renderRoot.querySelector('.report')).to.equal(shown);
    }
  });

  it('have nothing ticked while nothing is chosen', async () => {
    const {element, select, show} = await settingsWith();
    await show();
    expect(element.renderRoot.querySelectorAll('input:checked').length).to.equal(0);
    expect(chosen(select('purpose', 'statistics'))).to.equal('Not chosen yet');
    expect(chosen(select('service', 'counter'))).to.equal('Not chosen yet');
  });

  it('say that the browser’s signal is honoured, and tick nothing for it', async () => {
    const {element, consent, select, show, find} = await settingsWith();
    consent.signal();
    await show();
    expect(text(find('.current'))).to.include('Global Privacy Control');
    expect(element.renderRoot.querySelectorAll('input:checked').length).to.equal(0);
    expect(chosen(select('purpose', 'statistics'))).to.equal('Follows the whole website: Refuse');
  });

  it('show the choice in force, and where each answer comes from', async () => {
    const {consent, select, radio, show, find} = await settingsWith();
    consent.choose('notify', {given: 'button', answers: {purposes: {statistics: 'refuse'}}});
    await show();
    expect(radio('notify').checked).to.equal(true);
    expect(select('purpose', 'statistics').value).to.equal('refuse');
    expect(chosen(select('purpose', 'statistics'))).to.equal('Refuse');
    expect(text(select('service', 'counter').selectedOptions[0] as HTMLElement)).to.equal(
      messages.settings.inherit,
    );
    expect(chosen(select('service', 'counter'))).to.equal('Follows its purpose: Refuse');
    expect(chosen(select('purpose', 'activity'))).to.equal('Follows the whole website: Notify me');
    expect(text(find('.current'))).to.include('with a button in the notice');
    expect(text(find('.policy')))
      .to.include('Visits are counted.')
      .and.include('November 1, 2026');
    expect(find<HTMLAnchorElement>('.policy a').hash).to.equal('#cookies');
  });

  it('date the choice in the ROC calendar where the site asks for it', async () => {
    document.documentElement.lang = 'zh-TW';
    const {consent, find, show} = await settingsWith({...config, notice: {calendar: 'roc'}});
    consent.choose('notify');
    await show();
    expect(text(find('.current'))).to.match(/民國\d{3}年/);
    expect(text(find('.policy'))).to.include('民國115年11月1日');
  });

  it('tell what each service stores, for how long, by whom, and under which policy', async () => {
    const {find} = await settingsWith();
    const service = find('.service:has([data-service=counter])');
    expect(text(service)).to.include('Harbour City').and.include('for 13 months');
    expect(text(service)).to.include('visits:*').and.include('Local storage or Session storage');
    expect(text(service)).to.include('visit-log').and.include('Database (IndexedDB)');
    expect(service.querySelector('a')?.href).to.equal('https://counter.example/policy');
  });

  it('list what is necessary without a control', async () => {
    const {element} = await settingsWith();
    const last = [...element.renderRoot.querySelectorAll('.purpose')].at(-1) as Element;
    expect(text(last)).to.include('session_id').and.include('cookie_consent').and.include('Always allowed');
    expect(last.querySelector('select, input')).to.equal(null);
  });

  it('save nothing when a mode is merely selected', async () => {
    const {consent, change, radio, show} = await settingsWith();
    await show();
    await change(radio('accept-all'));
    expect(consent.mode).to.equal(undefined);
  });

  it('forget what was not saved', async () => {
    const {change, radio, show, dialog} = await settingsWith();
    await show();
    await change(radio('accept-all'));
    dialog.close();
    await show();
    expect(radio('accept-all').checked).to.equal(false);
  });

  it('save a mode on pressing Save, and close', async () => {
    const {consent, change, radio, show, press, dialog, opener} = await settingsWith();
    await digested(show);
    await digested(() => change(radio('notify')));
    await press('[data-action=save]');
    expect(consent.mode).to.equal('notify');
    expect(consent.choice?.given).to.equal('settings');
    expect(consent.choice?.language).to.equal('en');
    expect(consent.choice?.text).to.match(/^[\da-f]{32}$/);
    expect(dialog.open).to.equal(false);
    expect(focused() === opener).to.equal(true);
  });

  it('save mode and finer answers in one change', async () => {
    const {consent, change, radio, select, show, press} = await settingsWith();
    let changes = 0;
    consent.addEventListener('change', () => changes++);
    await show();
    await change(radio('accept-all'));
    await change(select('service', 'counter'), 'refuse');
    await press('[data-action=save]');
    expect(changes).to.equal(1);
    expect([consent.allows('statistics'), consent.allows('counter')]).to.deep.equal([true, false]);
  });

  it('clear the finer answers on the page when another mode is selected', async () => {
    const {consent, change, radio, select, show} = await settingsWith();
    consent.choose('notify', {answers: {purposes: {statistics: 'accept'}}});
    await show();
    await change(radio('refuse-all'));
    expect(select('purpose', 'statistics').value).to.equal('');
    expect(chosen(select('service', 'counter'))).to.equal('Follows the whole website: Refuse');
  });

  it('ask for a choice when there is nothing to save', async () => {
    const {consent, show, press, dialog, find} = await settingsWith();
    await show();
    await press('[data-action=save]');
    expect(dialog.open).to.equal(true);
    expect(text(find('[role=status]'))).to.include('nothing to save');
    expect(consent.choice).to.equal(undefined);
  });

  it('refuse all in one press', async () => {
    const {consent, show, press, dialog} = await settingsWith();
    consent.choose('accept-all');
    await show();
    await press('[data-mode=refuse-all]');
    expect(consent.mode).to.equal('refuse-all');
    expect(dialog.open).to.equal(false);
  });

  it('let a click that no person made refuse, but not accept', async () => {
    const {consent, change, radio, show, find, dialog} = await settingsWith();
    const warn = console.warn;
    const warned: unknown[] = [];
    console.warn = (message: unknown) => warned.push(message);
    leaving.push(() => (console.warn = warn));
    await show();
    await change(radio('accept-all'));
    find('[data-action=save]').click();
    expect(consent.mode).to.equal(undefined);
    expect(dialog.open).to.equal(true);
    expect(`${warned[0]}`).to.include('cannot accept');
    await change(radio('refuse-all'));
    find('[data-action=save]').click();
    expect(consent.mode).to.equal('refuse-all');
    expect(consent.choice?.given).to.equal('automatic');
  });

  it('let answers for single cookies be changed and taken back', async () => {
    const {consent, change, select, show, press} = await settingsWith();
    consent.choose('refuse-all', {answers: {cookies: {visits: 'accept', stray: 'accept'}}});
    await show();
    await change(select('cookie', 'visits'), '');
    await change(select('cookie', 'stray'), 'notify');
    await press('[data-action=save]');
    expect({...consent.choice?.cookies}).to.deep.equal({stray: 'notify'});
  });

  it('keep the choice for the session on a shared computer, and clear everything from there in one press', async () => {
    const {consent, change, find, radio, show, press, element} = await settingsWith();
    await show();
    await change(radio('refuse-all'));
    await change(find<HTMLInputElement>('[type=checkbox]'));
    await press('[data-action=save]');
    expect(consent.choice?.session).to.equal(true);
    await show();
    await press('[data-action=clear]');
    expect(consent.choice).to.equal(undefined);
    await until(() => focused()?.getAttribute('role') === 'status');
    expect(text(find('[role=status]'))).to.include('erased');
    expect(element.renderRoot.querySelectorAll('input:checked').length).to.equal(0);
  });

  it('keep what is not saved yet when the same choice is read again, as on coming back to the tab', async () => {
    const {consent, radio, select, change, show} = await settingsWith();
    consent.choose('refuse-all');
    await show();
    await change(radio('accept-all'));
    consent.reread();
    await change(select('purpose', 'statistics'), 'refuse');
    expect(radio('accept-all').checked).to.equal(true);
    expect(chosen(select('purpose', 'statistics'))).to.equal('Refuse');
  });

  it('open again where a router has taken them out of the page, closed or open', async () => {
    const {dialog, element} = await settingsWith();
    for (const wasOpen of [false, true]) {
      if (wasOpen) expect(dialog.matches(':modal')).to.equal(true);
      document.body.replaceChildren();
      expect(element.isConnected).to.equal(false);
      open();
      await until(() => dialog.matches(':modal'));
    }
    await element.updateComplete;
    expect(text(dialog)).to.include('Cookie settings');
  });

  it('are still said to be open when they were opened again before the browser had told of their closing', async () => {
    const {element, dialog, opener, show} = await settingsWith();
    await show();
    const told = new Promise((resolve) => dialog.addEventListener('close', resolve, {once: true}));
    dialog.close();
    await element.open();
    await told;
    expect([dialog.open, element.hasAttribute('open')]).to.deep.equal([true, true]);
    dialog.close();
    await until(() => !element.hasAttribute('open'));
    expect(focused() === opener).to.equal(true);
  });

  it('follow a choice made elsewhere while they are open', async () => {
    const {consent, radio, show, element} = await settingsWith();
    await show();
    consent.choose('refuse-all');
    await element.updateComplete;
    expect(radio('refuse-all').checked).to.equal(true);
  });

  it('say that the choice lasts for this page only where storage is blocked', async () => {
    const {context, element, find} = await settingsWith();
    Object.defineProperty(context.consent, 'kept', {value: false});
    element.requestUpdate();
    await element.updateComplete;
    expect(text(find('.current'))).to.include('for this page only');
  });

  it('are wide enough to use and scroll only downwards at 320 pixels', async () => {
    await setViewport({width: 320, height: 480});
    const {show, element, dialog} = await settingsWith();
    await show();
    for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
    const body = element.renderRoot.querySelector('.body') as HTMLElement;
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    expect(body.scrollWidth).to.be.at.most(body.clientWidth);
    const box = dialog.getBoundingClientRect();
    expect(box.left).to.be.at.least(0);
    expect(box.right).to.be.at.most(320);
    for (const control of element.renderRoot.querySelectorAll('button, select, summary')) {
      const {height} = control.getBoundingClientRect();
      if (height) expect(height, control.outerHTML).to.be.at.least(44);
    }
    await setViewport({width: 800, height: 600});
  });

  it('let what stands before the page rise only once they are closed', async () => {
    const {show, dialog} = await settingsWith();
    await show();
    const host = document.createElement('div');
    document.body.append(host);
    const raise = raising(host);
    leaving.push(
      () => host.remove(),
      () => raise(undefined),
    );
    raise('bottom');
    expect(host.matches(':popover-open')).to.equal(false);
    dialog.close();
    await until(() => host.matches(':popover-open'));
  });

  it('leave no trace once detached', async () => {
    const {detach} = await settingsWith();
    detach();
    expect(document.querySelector('cookie-modes-settings-dialog')).to.equal(null);
    open();
  });
});

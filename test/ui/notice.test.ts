import {sendKeys, setViewport} from '@web/test-runner-commands';
import {expect} from 'chai';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {expectAccessible} from './axe.ts';
import {digested} from './digested.ts';
import {button, buttons, clear, frames, inner, noticePage, policy, recordOn, said} from './notice-page.ts';
import {press, settled, tabFrom} from './press.ts';
import type {CookieModesElement} from '../../src/ui/notice.ts';

type LayoutShift = PerformanceEntry & {readonly hadRecentInput?: boolean};

const root = document.documentElement;
const {now} = performance;
const leave = () => {
  clear();
  performance.now = now;
};
const slots = (notice: CookieModesElement, name: string) =>
  [...notice.children].filter((child) => child.slot === name).map((child) => child.textContent);

describe('the notice', () => {
  beforeEach(() => setViewport({width: 1024, height: 700}));
  afterEach(leave);

  for (const lang of ['en', 'zh-TW']) {
    for (const placement of ['bottom', 'top', 'corner', 'inline'] as const) {
      it(`passes the axe audit in ${lang}, ${placement}, before and after the choice`, async function () {
        this.timeout(30_000);
        root.lang = lang;
        const {notice, context, consent} = await noticePage({notice: {placement}});
        await expectAccessible(await notice());
        context.act(() => consent.choose('notify'));
        await expectAccessible(await notice());
      });
    }
  }

  it('stands first in the body, a named region, and says what it asks', async () => {
    document.body.innerHTML = '<a href="#main">Skip</a><main id="main"></main>';
    const {notice} = await noticePage();
    const host = await notice();
    expect(document.body.firstElementChild).to.equal(host);
    expect([
      host.getAttribute('role'),
      host.getAttribute('aria-label'),
      host.hasAttribute('open'),
    ]).to.deep.equal(['region', 'Cookie notice', true]);
    expect(slots(host, 'heading')).to.deep.equal(['Cookies on this website']);
    expect(host.textContent).to.include('6 months').and.include('personalized service may not be available');
    const link = host.querySelector('a');
    expect(link?.getAttribute('href')).to.equal(new URL(policy.url, document.baseURI).href);
    expect(buttons(host).map(({textContent, type}) => [textContent, type])).to.deep.equal([
      ['Accept all cookies', 'button'],
      ['Notify me', 'button'],
      ['Refuse all cookies', 'button'],
    ]);
  });

  it('is seen by tools that look for a fixed box with buttons', async () => {
    const {notice} = await noticePage();
    const host = await notice();
    expect(getComputedStyle(host).position).to.equal('fixed');
    expect(host.innerText).to.include('Refuse all cookies');
    for (const one of buttons(host)) expect(one.offsetParent, one.textContent ?? '').not.to.equal(null);
  });

  it('takes no focus and locks no scrolling', async () => {
    document.body.innerHTML = `<input><p style="height: 3000px"></p>`;
    const input = document.querySelector('input');
    input?.focus();
    const {notice} = await noticePage();
    await notice();
    await frames();
    expect(document.activeElement).to.equal(input);
    scrollTo(0, 500);
    expect(scrollY).to.equal(500);
    scrollTo(0, 0);
  });

  it('moves nothing on the page', async () => {
    document.body.innerHTML = '<h1>Agency</h1><p>Text</p><footer>Foot</footer>';
    const page = [...document.body.children];
    const places = () => page.map((one) => JSON.stringify(one.getBoundingClientRect()));
    const before = places();
    const {notice, context, consent} = await noticePage();
    const host = await notice();
    await frames(5);
    expect(places()).to.deep.equal(before);
    context.act(() => consent.choose('refuse-all'));
    await settled(() => host.getAttribute('view') === 'done');
    await frames(5);
    expect(places()).to.deep.equal(before);
  });

  it('counts as no shift of layout', async function () {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return this.skip();
    const shifts: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (!entry.hadRecentInput) shifts.push(entry.startTime);
      }
    });
    document.body.innerHTML = '<h1>Agency</h1><p>Text</p><footer>Foot</footer>';
    const footer = document.querySelector('footer');
    const push = () => footer?.before(document.createElement('hr'));
    observer.observe({type: 'layout-shift', buffered: false});
    // Input and a new size of the window excuse shifts for half a second: that must be over.
    await settled(() => (push(), shifts.length > 0));
    await frames(5);
    shifts.length = 0;
    const {notice, consent} = await noticePage();
    const host = await notice();
    await frames(5);
    consent.choose('refuse-all');
    await settled(() => !host.hasAttribute('open'));
    await frames(5);
    const end = performance.now();
    await frames();
    push();
    await settled(() => shifts.some((time) => time > end));
    observer.disconnect();
    expect(shifts).to.have.length(1); // the last push alone
  });

  it('is walked through by keyboard in the order in which it is read, and chosen from', async () => {
    document.body.innerHTML = '<p><a id="skip" href="#main">Skip</a></p>';
    const {notice, consent} = await noticePage();
    const host = await notice();
    const walked: string[] = [];
    tabFrom(host);
    for (let step = 0; step < 6; step++) {
      await sendKeys({press: 'Tab'});
      const active = document.activeElement;
      walked.push(active?.getAttribute('slot') ?? active?.id ?? '');
    }
    expect(walked).to.deep.equal(['policy', 'shared', 'accept-all', 'notify', 'refuse-all', 'settings']);
    await sendKeys({press: 'Tab'});
    expect(document.activeElement?.id).to.equal('skip');
    button(host, 'notify').focus();
    await sendKeys({press: 'Enter'});
    expect([consent.mode, consent.choice?.given]).to.deep.equal(['notify', 'button']);
    await host.updateComplete;
    expect(host.shadowRoot?.activeElement?.id).to.equal('status');
    expect(said(host)).to.include('You will be asked');
  });

  it('records what was shown, in which language, and for a shared computer', async () => {
    root.lang = 'zh-TW';
    const {notice, consent} = await digested(() => noticePage());
    const host = await notice();
    const checkbox = host.querySelector('input');
    if (checkbox) checkbox.checked = true;
    await press(button(host, 'accept-all'));
    const {mode, language, text, session} = consent.choice ?? {};
    expect([mode, language, session]).to.deep.equal(['accept-all', 'zh-TW', true]);
    expect(text).to.match(/^[\da-f]{32}$/);
  });

  it('lets a script refuse or ask, never accept', async () => {
    const {notice, consent} = await noticePage();
    const host = await notice();
    const {warn} = console;
    const warned: string[] = [];
    console.warn = (text: string) => warned.push(text);
    button(host, 'accept-all').click();
    console.warn = warn;
    expect([consent.mode, warned.length]).to.deep.equal([undefined, 1]);
    button(host, 'refuse-all').click();
    expect([consent.mode, consent.choice?.given]).to.deep.equal(['refuse-all', 'automatic']);
  });

  it('ignores a tap that was meant for what lay there before', async () => {
    performance.now = () => 5000;
    const {notice, consent} = await noticePage();
    const host = await notice();
    for (const [timeStamp, mode] of [[5299], [5300, 'refuse-all']] as const) {
      const tap = new MouseEvent('click', {bubbles: true, detail: 1});
      Object.defineProperty(tap, 'timeStamp', {value: timeStamp});
      button(host, 'refuse-all').dispatchEvent(tap);
      expect(consent.mode).to.equal(mode);
    }
  });

  it('opens the settings', async () => {
    const {notice, consent} = await noticePage();
    const host = await notice();
    const opened = new Promise((resolve) => consent.addEventListener('settings', resolve));
    host.querySelector<HTMLButtonElement>('button[slot=settings]')?.click();
    await opened;
    expect(host.hasAttribute('open')).to.equal(true);
  });

  it('closes when another tab, or the site, has chosen', async () => {
    const {notice, consent} = await noticePage();
    consent.choose('accept-all', {given: 'button'});
    const host = await notice();
    expect([host.hasAttribute('open'), host.getAttribute('mode'), host.offsetHeight]).to.deep.equal([
      false,
      'accept-all',
      0,
    ]);
  });

  it('keeps the children the site gave, and makes the rest', async () => {
    document.body.innerHTML = `<main><cookie-modes>
      <h3>Our biscuits</h3><p>Own words.</p><a href="/own">Own link</a>
      <button type="button" data-mode="refuse-all">No biscuits</button></cookie-modes></main>`;
    const {notice, consent, detach} = await noticePage();
    const host = await notice();
    expect(document.querySelectorAll('cookie-modes')).to.have.length(1);
    expect(slots(host, 'heading')).to.deep.equal(['Our biscuits']);
    expect([...host.querySelectorAll('p')].map((p) => p.textContent)).to.deep.equal(['Own words.']);
    expect(host.querySelector('a')?.textContent).to.equal('Own link');
    expect(
      buttons(host)
        .map((one) => one.textContent)
        .sort(),
    ).to.deep.equal(['Accept all cookies', 'No biscuits', 'Notify me']);
    const [x] = [button(host, 'refuse-all').getBoundingClientRect().left];
    expect(x).to.be.above(button(host, 'notify').getBoundingClientRect().left);
    button(host, 'refuse-all').click();
    expect(consent.mode).to.equal('refuse-all');
    detach();
    expect(document.querySelector('cookie-modes h3')?.textContent).to.equal('Our biscuits');
  });

  it('never links to a script', async () => {
    const {consent, notice} = await noticePage();
    expect(consent.declaration.policy.url).to.equal(policy.url);
    Object.assign(consent.declaration.policy, {url: 'java\nscript:alert(1)'});
    const host = await notice();
    host.requestUpdate();
    await host.updateComplete;
    expect(host.querySelector('a')?.hasAttribute('href')).to.equal(false);
  });

  it('puts text in as text', async () => {
    const texts = {'notice.heading': '<img src=x onerror=alert(1)>'};
    const {notice} = await noticePage({notice: {texts}});
    const host = await notice();
    expect(slots(host, 'heading')).to.deep.equal(['<img src=x onerror=alert(1)>']);
    expect(host.querySelector('img')).to.equal(null);
  });

  it('has the heading level the site asks for', async () => {
    const {notice} = await noticePage({notice: {headingLevel: 3}});
    expect((await notice()).querySelector('h3')).not.to.equal(null);
  });

  it('names third parties', async () => {
    const services = [{id: 'ga4', provider: 'Google', purpose: 'statistics'}];
    const {notice} = await noticePage({services, agency: {name: 'Us'}});
    expect((await notice()).textContent).to.include('Third parties that may set cookies here: Google.');
  });
});

describe('after the choice, the notice', () => {
  afterEach(clear);

  it('confirms it without taking the focus from elsewhere, until it is hidden', async () => {
    document.body.innerHTML = '<input>';
    const input = document.querySelector('input');
    const {notice} = await noticePage();
    const host = await notice();
    input?.focus();
    // What screen readers are to hear of has to be there before anything is said in it.
    const status = host.shadowRoot?.querySelector('[role=status]');
    expect([status?.checkVisibility(), status?.textContent?.trim()]).to.deep.equal([true, '']);
    button(host, 'refuse-all').click();
    await host.updateComplete;
    expect(host.shadowRoot?.querySelector('[role=status]')).to.equal(status);
    expect(document.activeElement).to.equal(input);
    expect(said(host)).to.include('You have refused all cookies').and.include('Cookie settings');
    expect([
      host.hasAttribute('open'),
      host.getAttribute('aria-label'),
      host.getAttribute('mode'),
    ]).to.deep.equal([false, 'Your cookie choice', 'refuse-all']);
    expect(host.offsetHeight).to.be.above(0);
    inner(host, 'Hide this message').click();
    await host.updateComplete;
    expect(host.offsetHeight).to.equal(0);
  });

  it('puts what comes together with its live region into it once more, when that is known', async () => {
    const {notice, consent, context} = await noticePage({}, memoryStorage(recordOn('2.0')));
    const host = await notice();
    const status = host.shadowRoot?.querySelector('[role=status]');
    expect(status?.checkVisibility()).to.equal(false);
    const entered = new Promise<string>((resolve) => {
      const heard = (records: MutationRecord[]) => {
        const lines = records.flatMap(({addedNodes}) => [...addedNodes]);
        if (status?.checkVisibility() && status.ariaLive === null)
          resolve(lines.map(({textContent}) => textContent).join(' '));
      };
      if (status) new MutationObserver(heard).observe(status, {childList: true});
    });
    // As the settings do it, opened from the foot of the page.
    context.act(() => consent.choose('refuse-all'));
    await host.updateComplete;
    expect([status?.checkVisibility(), status?.ariaLive]).to.deep.equal([true, 'off']);
    expect(said(host)).to.include('You have refused all cookies');
    expect(await entered).to.include('You have refused all cookies');
    // It goes on being drawn where it stands.
    context.act(() => consent.choose('notify'));
    await host.updateComplete;
    expect(said(host)).not.to.include('You have refused all cookies');
  });

  it('does not say that all was accepted or refused where finer answers say otherwise', async () => {
    for (const [mode, answer, label] of [
      ['accept-all', 'refuse', 'Accept all cookies'],
      ['refuse-all', 'accept', 'Refuse all cookies'],
    ] as const) {
      const {notice, consent, context, detach} = await noticePage();
      const host = await notice();
      context.act(() => consent.choose(mode, {answers: {purposes: {statistics: answer}}}));
      await host.updateComplete;
      expect(said(host)).to.include(`Your choice has been saved: ${label}, with answers of your own`);
      expect(said(host)).not.to.include('You have');
      detach();
    }
  });

  it('says so when the choice lasts for this page only', async () => {
    const {notice} = await noticePage({}, {read: () => [], write: () => false, clear: () => {}});
    const host = await notice();
    button(host, 'refuse-all').click();
    await host.updateComplete;
    expect(said(host)).to.include('Your choice holds for this page only.');
  });

  it('gives way to a question, for good', async () => {
    const {notice, consent} = await noticePage();
    const host = await notice();
    button(host, 'notify').click();
    consent.ask({kind: 'cookie', id: 'a', attempt: 'a=1', time: Date.now()});
    await host.updateComplete;
    expect(host.offsetHeight).to.equal(0);
    consent.postpone();
    await host.updateComplete;
    expect(host.offsetHeight).to.equal(0);
  });

  it('tells after the questions what still runs, and what could not be removed', async () => {
    const {notice, consent} = await noticePage({}, memoryStorage(recordOn('2.0')));
    const host = await notice();
    consent.choose('notify');
    consent.ask({kind: 'cookie', id: 'a', attempt: 'a=1', time: Date.now()});
    consent.tell('undone', {removed: [], left: [], running: ['ga4']});
    await host.updateComplete;
    expect(host.offsetHeight).to.equal(0);
    consent.postpone();
    await host.updateComplete;
    expect(said(host)).to.include('Some code is still running on this page.');
    inner(host, 'Reload this page');
  });

  it('reports what was removed, what was not, and offers to reload', async () => {
    const {notice, consent} = await noticePage({}, memoryStorage(recordOn('2.0')));
    const host = await notice();
    expect(host.offsetHeight).to.equal(0);
    consent.choose('refuse-all');
    consent.tell('undone', {
      removed: [{kind: 'cookie', name: '_ga'}],
      left: [{kind: 'cookie', name: 'sid', why: 'http-only'}],
      running: ['ga4'],
    });
    await host.updateComplete;
    expect(said(host)).to.equal(
      '1 stored item was removed. 1 stored item could not be removed. Some code is still running on this page. Reload the page to stop it.',
    );
    inner(host, 'Reload this page');
    await expectAccessible(host);
  });

  it('asks again after everything was erased, and says that it was', async () => {
    const {notice, consent} = await noticePage({}, memoryStorage(recordOn('2.0')));
    void consent.erase();
    const host = await notice();
    expect([host.hasAttribute('open'), said(host).startsWith('The record of your choice')]).to.deep.equal([
      true,
      true,
    ]);
  });
});

describe('on a revision of the policy, the notice', () => {
  afterEach(clear);

  it('asks anew after a major one, marked, with its date and particulars', async () => {
    const {notice, consent} = await noticePage({}, memoryStorage(recordOn('1.4')));
    const host = await notice();
    expect([consent.mode, host.hasAttribute('open')]).to.deep.equal([undefined, true]);
    expect(slots(host, 'mark')).to.deep.equal(['Revised']);
    expect(host.textContent).to.include('November 1, 2026');
    expect([...host.querySelectorAll('li')].map((one) => one.textContent)).to.deep.equal(policy.changes);
    expect(host.querySelector('a')?.textContent).to.equal('Read the revised policy');
    await expectAccessible(host);
    button(host, 'refuse-all').click();
    expect(consent.choice?.policy).to.equal('2.0');
  });

  it('says the same where the site has written the notice, and goes on saying it after a finer answer', async () => {
    document.body.innerHTML = '<cookie-modes><h2>Our cookies</h2><p>Our own words.</p></cookie-modes>';
    const {notice, consent} = await noticePage({}, memoryStorage(recordOn('1.4')));
    const host = await notice();
    const texts = () => [
      slots(host, 'mark'),
      host.textContent.includes('November 1, 2026'),
      [...host.querySelectorAll('li')].map((one) => one.textContent),
    ];
    expect(texts()).to.deep.equal([['Revised'], true, policy.changes]);
    consent.answer({purposes: {activity: 'accept'}});
    await host.updateComplete;
    expect(host.hasAttribute('open')).to.equal(true);
    expect(texts()).to.deep.equal([['Revised'], true, policy.changes]);
    await expectAccessible(host);
  });

  it('writes the date in the ROC calendar where the site asks for it', async () => {
    root.lang = 'zh-TW';
    const {notice} = await noticePage({notice: {calendar: 'roc'}}, memoryStorage(recordOn('1.4')));
    expect((await notice()).textContent).to.include('民國115年11月1日');
  });

  it('marks the particulars with their language, where it is another', async () => {
    root.lang = 'zh-TW';
    const changes = [{en: 'One sentence.', fr: 'Une phrase.'}];
    for (const version of ['3.0', '2.1']) {
      const storage = memoryStorage(recordOn('2.0'));
      const {notice, detach} = await noticePage({policy: {...policy, version, changes}}, storage);
      const host = await notice();
      const marked = host.querySelector('li') ?? host.shadowRoot?.querySelector('[lang]');
      expect([marked?.textContent, marked?.getAttribute('lang')]).to.deep.equal(['One sentence.', 'en']);
      detach();
    }
  });

  it('shows a minor one until it is dismissed; the choice stands', async () => {
    const storage = memoryStorage(recordOn('2.0'));
    const {notice, consent} = await noticePage({policy: {...policy, version: '2.1'}}, storage);
    const host = await notice();
    expect([consent.mode, host.hasAttribute('open'), host.getAttribute('view')]).to.deep.equal([
      'accept-all',
      false,
      'minor',
    ]);
    expect(said(host)).to.include('We name every third party.').and.include('What has changed:');
    await expectAccessible(host);
    inner(host, 'Hide this message').click();
    await host.updateComplete;
    expect([host.offsetHeight, consent.choice?.policy]).to.deep.equal([0, '2.1']);
    expect(storage.read()[0]).to.include('policy=2.1');
  });
});

describe('with Global Privacy Control, the notice', () => {
  afterEach(clear);

  it('says in a line that it is honoured, and asks nothing', async () => {
    const {notice, consent} = await noticePage();
    consent.signal();
    const host = await notice();
    expect([host.hasAttribute('open'), host.getAttribute('mode')]).to.deep.equal([false, 'refuse-all']);
    expect(said(host)).to.include('Global Privacy Control').and.include('Refuse all cookies');
    await expectAccessible(host);
    const opened = new Promise((resolve) => consent.addEventListener('settings', resolve));
    inner(host, 'Cookie settings').click();
    await opened;
    inner(host, 'Hide this message').click();
    await host.updateComplete;
    expect(host.offsetHeight).to.equal(0);
  });
});

describe('in a single-page application, the notice', () => {
  afterEach(leave);

  it('comes back with a new body, and when it is taken off and put on', async () => {
    const {notice} = await noticePage();
    const first = await notice();
    const {body} = document;
    document.body = document.createElement('body');
    await settled(() => document.body.firstElementChild === first);
    await first.updateComplete;
    expect(first.offsetHeight).to.be.above(0);
    document.body = body;
    await settled(() => document.body.firstElementChild === first);
    first.remove();
    body.append(first);
    await first.updateComplete;
    await settled(() => buttons(first).length === 3 && first.offsetHeight > 0);
  });

  it('gives way to one that a view brings along, wherever it stands, and is there again when that view goes', async () => {
    document.body.innerHTML = '<main></main>';
    const {notice} = await noticePage();
    const ours = await notice();
    const main = document.querySelector('main') as HTMLElement; // written above
    const notices = () => [...document.querySelectorAll('cookie-modes')];
    for (let view = 0; view < 2; view++) {
      main.innerHTML = '<section><cookie-modes></cookie-modes></section>';
      await settled(() => notices().length === 1 && notices()[0] !== ours);
      main.replaceChildren();
      await settled(() => notices().length === 1 && notices()[0] === ours);
    }
  });

  it('does not fight for ever with what takes it off', async () => {
    performance.now = () => 5000;
    const {notice} = await noticePage();
    const host = await notice();
    let times = 0;
    const remover = new MutationObserver(() => {
      if (!host.isConnected) return;
      times++;
      host.remove();
    });
    remover.observe(document.body, {childList: true});
    host.remove();
    await frames(10);
    remover.disconnect();
    expect([host.isConnected, times]).to.deep.equal([false, 19]);
  });

  it('comes back however often a router empties the page, a while after the last time', async () => {
    let later = 0;
    performance.now = () => now.call(performance) + later;
    const {notice} = await noticePage();
    const host = await notice();
    for (let view = 0; view < 30; view++) {
      later += 2000;
      document.body.replaceChildren(document.createElement('main'));
      await settled(() => document.body.firstElementChild === host);
    }
  });

  it('follows the language of the page, and keeps the focus', async () => {
    const {notice} = await noticePage();
    const host = await notice();
    const refuse = button(host, 'refuse-all');
    refuse.focus();
    root.lang = 'zh-TW';
    await settled(() => refuse.textContent === '拒絕所有 Cookie');
    expect(document.activeElement).to.equal(refuse);
    expect(host.hasAttribute('lang')).to.equal(false);
    root.lang = 'fr';
    await settled(() => refuse.textContent === 'Refuse all cookies');
    expect(host.lang).to.equal('en');
  });

  it('leaves no trace once detached', async () => {
    document.body.innerHTML = '<p>Page</p>';
    const sheets = document.adoptedStyleSheets.length;
    const {notice, detach, consent} = await noticePage();
    await notice();
    await frames();
    expect(document.adoptedStyleSheets).to.have.length(sheets + 1);
    detach();
    await frames();
    expect(document.body.innerHTML).to.equal('<p>Page</p>');
    expect(document.adoptedStyleSheets).to.have.length(sheets);
    consent.choose('notify');
    document.body = document.createElement('body');
    await frames();
    expect(document.querySelector('cookie-modes')).to.equal(null);
  });
});

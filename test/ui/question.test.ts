import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {attach} from '../../src/script-question.ts';
import {declare} from '../../src/setup/declare.ts';
import {provide} from '../../src/ui/context.ts';
import {QuestionElement} from '../../src/ui/question.ts';
import {contextWith, until} from './question-page.ts';
import type {AxeResults} from 'axe-core';
import type {Config} from '../../src/core/declaration.ts';
import type {RecordStorage} from '../../src/core/storage-port.ts';
import type {Question} from '../../src/core/question.ts';

declare const axe: {run(context: Element, options?: object): Promise<AxeResults>};

customElements.define('cookie-modes-question', QuestionElement);

const config: Partial<Config> = {
  purposes: {activity: {}, statistics: {}, personalization: {}},
  services: [
    {
      id: 'map',
      name: {en: 'City Map', 'zh-TW': '市區地圖'},
      provider: 'Maps Ltd',
      purpose: 'activity',
      policyUrl: 'https://maps.example/policy',
      cookies: [{name: 'map_*', retention: 'P13M'}, {name: 'map'}],
      storage: [{name: 'map:tiles'}],
    },
    {id: 'count', name: 'Counter', purpose: 'statistics', cookies: [{name: '_c'}, {name: '_d'}]},
  ],
};

const {setTimeout: timeout, clearTimeout: cancel} = window;
const {now} = performance;
const time = Date.UTC(2026, 10, 27);
const script = (url: string) =>
  `Error\n at a (http://x/own.js:1:1)\n at b (http://x/own.js:1:2)\n at c (${url}:9:9)`;
const cookie = (id: string, rest: Partial<Question> = {}): Question => ({
  kind: 'cookie',
  id,
  attempt: `${id}=v; max-age=86400; domain=.agency.example; path=/news`,
  time,
  stack: script('https://cdn.example/tag.js'),
  ...rest,
});
const service = (id: string): Question => ({
  kind: 'service',
  id,
  attempt: 'https://maps.example/embed?key=1',
  time,
});

async function questionWith(given: Partial<Config> = config, storage?: RecordStorage) {
  const context = await contextWith(given, storage);
  if (!context.consent.mode) context.consent.choose('notify');
  const before = document.createElement('button');
  before.textContent = 'Before';
  const element = document.createElement('cookie-modes-question') as QuestionElement;
  element.context = context;
  const after = document.createElement('button');
  after.textContent = 'After';
  document.body.append(before, element, after);
  await element.updateComplete;
  const {consent} = context;
  const ask = async (...questions: Question[]) => {
    for (const question of questions) consent.ask(question);
    await element.updateComplete;
  };
  return {element, consent, context, before, after, ask};
}

/** The answers given, without what only follows them. */
const given = ({choice}: Consent) =>
  Object.fromEntries(
    (['purposes', 'services', 'cookies'] as const).flatMap((kind) =>
      Object.entries(choice?.[kind] ?? {}).flatMap(([id, answer]) =>
        answer ? [[`${kind}.${id}`, answer]] : [],
      ),
    ),
  );

const part = (element: Element, selector: string) => element.querySelector<HTMLElement>(selector);
const heading = (element: Element) => part(element, '[role=heading]')?.textContent?.trim();
const said = (element: Element) => element.shadowRoot?.querySelector('[role=status]')?.textContent;
const unguarded = () => new Promise((resolve) => setTimeout(resolve, 320)); // the click guard is a matter of time

async function click(target: Element | null) {
  const {x, y, width, height} = target?.getBoundingClientRect() ?? new DOMRect();
  await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
}

/** Tabs until a control has the focus. */
async function tabTo(selector: string) {
  for (let step = 0; step < 20; step++) {
    await sendKeys({press: 'Tab'});
    if (document.activeElement?.matches(selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

describe('the question', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
  });

  afterEach(async () => {
    document.body.replaceChildren();
    Object.assign(window, {setTimeout: timeout, clearTimeout: cancel});
    performance.now = now;
    document.documentElement.lang = 'en';
    await setViewport({width: 800, height: 600});
  });

  for (const lang of ['en', 'zh-TW']) {
    it(`passes the axe audit in ${lang}`, async function () {
      this.timeout(30_000);
      document.documentElement.lang = lang;
      const {element, ask} = await questionWith();
      const options = {rules: {'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}}};
      for (const questions of [
        [cookie('undeclared')],
        [service('map'), cookie('map_id')],
        [cookie('seen', {appeared: true})],
      ]) {
        await ask(...questions);
        element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
        const {violations} = await axe.run(element, options);
        expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
        element.consent?.choose('notify');
        await element.updateComplete;
      }
    });
  }

  it('is not there while nothing is asked', async () => {
    const {element} = await questionWith();
    expect(element.hasAttribute('open')).to.equal(false);
    expect(element.hasAttribute('role')).to.equal(false);
    expect(element.textContent).to.equal('');
    expect(element.offsetHeight).to.be.below(2);
  });

  it('is a region of its own with two equal buttons in the light DOM', async () => {
    const {element, ask} = await questionWith();
    await ask(cookie('a'));
    expect(element.getAttribute('role')).to.equal('region');
    expect(element.getAttribute('aria-label')).to.match(/cookie/i);
    expect(getComputedStyle(element).position).to.equal('fixed');
    const [accept, refuse] = ['accept', 'refuse'].map((answer) => part(element, `[data-answer=${answer}]`));
    expect(accept?.textContent?.trim()).to.equal('Accept');
    expect(refuse?.textContent?.trim()).to.equal('Refuse');
    expect(accept?.offsetWidth).to.equal(refuse?.offsetWidth).and.above(43);
    expect(accept?.offsetHeight).to.equal(refuse?.offsetHeight).and.above(43);
    for (const property of [
      'color',
      'backgroundColor',
      'fontSize',
      'fontWeight',
      'borderTopColor',
    ] as const) {
      expect(accept && getComputedStyle(accept)[property]).to.equal(
        refuse && getComputedStyle(refuse)[property],
      );
    }
  });

  it('tells of a cookie: who, why, how long, where, and the value folded away', async () => {
    const {element, ask} = await questionWith();
    await ask(cookie('map_id', {stack: script('https://maps.example/api.js?v=2')}));
    const text = element.innerText.replace(/\s+/g, ' ');
    expect(heading(element)).to.equal('Accept the cookie “map_id”?');
    for (const words of [
      'City Map',
      'Maps Ltd',
      'Activities',
      'maps.example/api.js',
      'agency.example',
      '/news',
    ]) {
      expect(text).to.include(words);
    }
    expect(text).to.match(/for (1 day|24 hours), until November 2\d, 2026/);
    expect(text).not.to.include('?v=2');
    expect(part(element, '[slot=value]')?.checkVisibility()).to.equal(false);
    element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
    expect(part(element, '[slot=value]')?.innerText.trim()).to.equal('v');
    expect(part(element, 'a')?.getAttribute('href')).to.equal('https://maps.example/policy');
  });

  it('says of a session cookie that it lasts until the browser is closed', async () => {
    const {element, ask} = await questionWith();
    await ask(cookie('a', {attempt: 'a=1'}));
    expect(element.innerText).to.include('until you close the browser').and.to.include(location.hostname);
  });

  it('tells of a service what it stores, and for how long', async () => {
    const {element, ask} = await questionWith();
    await ask(service('map'));
    expect(heading(element)).to.equal('Accept City Map?');
    for (const words of [
      'Maps Ltd',
      'Activities',
      'maps.example/embed',
      'map_* — for 13 months',
      'map:tiles — until it is deleted',
      'Policy of Maps Ltd',
    ]) {
      expect(element.innerText).to.include(words);
    }
    expect(element.innerText).not.to.include('key=1');
  });

  it('tells what is to be loaded from what is to be stored', async () => {
    const {element, consent, ask} = await questionWith();
    for (const [attempt, text, where] of [
      ['/map/frame?x=1', 'It has not been loaded.', `${location.host}/map/frame`],
      ['inline', 'It has not been loaded.', 'Provider'],
      ['map:tiles', 'Nothing has been stored yet.', 'map:tiles'],
    ] as const) {
      await ask({...service('map'), attempt});
      await element.updateComplete;
      expect(element.innerText).to.include(text).and.to.include(where);
      expect(element.innerText.includes('Web address')).to.equal(attempt.startsWith('/'));
      consent.choose('notify');
    }
  });

  it('names the purpose of a marked tag without a service, and its address', async () => {
    const {element, consent, ask} = await questionWith();
    await ask({kind: 'purpose', id: 'activity', attempt: 'https://x.example/a.js', time});
    expect(heading(element)).to.equal('Accept Activities?');
    expect(element.innerText).to.include('x.example/a.js');
    expect(part(element, 'input')).to.equal(null);
    await unguarded();
    await click(part(element, '[data-answer=accept]'));
    expect(given(consent)).to.deep.equal({'purposes.activity': 'accept'});
  });

  it('offers to keep or delete a cookie that is there already', async () => {
    const {element, consent, ask} = await questionWith();
    await ask(cookie('seen', {appeared: true, attempt: 'seen=1', stack: undefined}));
    expect(heading(element)).to.equal('This website has stored the cookie “seen”');
    expect(element.innerText).to.include('deletes it');
    await unguarded();
    await click(part(element, '[data-answer=refuse]'));
    expect(given(consent)).to.deep.equal({'cookies.seen': 'refuse'});
  });

  it('puts all of one service onto one card and answers for the service', async () => {
    const {element, consent, ask} = await questionWith();
    await ask(cookie('_c'), cookie('x'), cookie('_d'));
    expect(heading(element)).to.equal('Accept 2 cookies from Counter?');
    expect(part(element, '[slot=count]')?.textContent).to.equal('Question 1 of 2');
    await unguarded();
    await click(part(element, '[data-answer=accept]'));
    expect(given(consent)).to.deep.equal({'services.count': 'accept'});
    expect(consent.choice?.given).to.equal('question');
    expect(consent.choice?.language).to.equal('en');
    await element.updateComplete;
    expect(part(element, '[slot=count]')?.textContent).to.equal('Question 2 of 2');
    expect(heading(element)).to.equal('Accept the cookie “x”?');
  });

  it('records the hash of what it showed', async () => {
    const {element, consent, ask} = await questionWith();
    await ask(cookie('a'));
    await unguarded();
    await click(part(element, '[data-answer=accept]'));
    expect(consent.choice?.text).to.match(crypto.subtle ? /^[\da-f]{32}$/ : /^-$/);
  });

  it('gives the same answer for the whole purpose where that is ticked', async () => {
    const {element, consent, ask} = await questionWith();
    await ask(cookie('_c'), service('map'));
    const box = part(element, 'input');
    expect(part(element, 'label')?.textContent).to.include('Visitor statistics');
    await unguarded();
    await click(part(element, 'label'));
    expect((box as HTMLInputElement | null)?.checked).to.equal(true);
    await click(part(element, '[data-answer=refuse]'));
    expect(given(consent)).to.deep.equal({'purposes.statistics': 'refuse'});
    await element.updateComplete;
    expect((part(element, 'input') as HTMLInputElement | null)?.checked).to.equal(false);
  });

  it('offers no purpose for what has none', async () => {
    const {element, ask} = await questionWith();
    await ask(cookie('undeclared'));
    expect(part(element, 'input, label')).to.equal(null);
    expect(element.innerText).to.include('Not stated by this website');
  });

  it('lets a program refuse, not accept', async () => {
    const {element, consent, ask} = await questionWith();
    await ask(cookie('a'));
    part(element, '[data-answer=accept]')?.click();
    expect(consent.questions).to.have.length(1);
    part(element, '[data-answer=refuse]')?.click();
    expect(consent.questions).to.have.length(0);
    expect(consent.choice?.given).to.equal('automatic');
  });

  it('takes no press of the pointer just after a card has appeared', async () => {
    const {element, consent, ask} = await questionWith();
    let time = 5000;
    performance.now = () => time;
    await ask(cookie('a'), cookie('_c'));
    let clicks = 0;
    element.addEventListener('click', () => clicks++);
    for (const [wait, left] of [
      [299, ['a', '_c']],
      [1, ['_c']],
      [299, ['_c']],
      [1, []],
    ] as const) {
      time += wait;
      clicks = 0;
      await click(part(element, '[data-answer=accept]'));
      await until(() => clicks);
      await element.updateComplete;
      expect(consent.questions.map(({id}) => id)).to.deep.equal(left);
    }
  });

  it('is reached by Tab, answered by keys, and leads on to the next card and back', async () => {
    const {element, consent, before, ask} = await questionWith();
    await ask(cookie('_c'), service('map'));
    expect(document.activeElement).to.equal(document.body);
    before.focus();
    await tabTo('[data-answer=accept]');
    await sendKeys({press: 'Enter'});
    await element.updateComplete;
    expect(given(consent)).to.deep.equal({'cookies._c': 'accept'});
    expect(document.activeElement).to.equal(part(element, '[role=heading]'));
    await tabTo('[data-answer=refuse]');
    await sendKeys({press: 'Enter'});
    await element.updateComplete;
    expect(given(consent)).to.deep.equal({'cookies._c': 'accept', 'services.map': 'refuse'});
    expect(document.activeElement).to.equal(before);
    expect(element.hasAttribute('open')).to.equal(false);
  });

  it('puts everything off by Escape, or its button, and leads back', async () => {
    for (const way of ['escape', 'button']) {
      const {element, consent, before, ask} = await questionWith();
      await ask(cookie('_c'), service('map'));
      before.focus();
      await tabTo(way === 'escape' ? '[data-answer=accept]' : '[slot=later]');
      await sendKeys({press: way === 'escape' ? 'Escape' : 'Enter'});
      await element.updateComplete;
      expect(consent.questions).to.have.length(0);
      expect(element.hasAttribute('open')).to.equal(false);
      expect(document.activeElement).to.equal(before);
      document.body.replaceChildren();
    }
  });

  it('leaves Escape alone while the focus is elsewhere', async () => {
    const {consent, before, ask} = await questionWith();
    await ask(cookie('_c'));
    before.focus();
    await sendKeys({press: 'Escape'});
    expect(consent.questions).to.have.length(1);
  });

  it('takes no focus, and leaves it where somebody is typing', async () => {
    const {element, ask} = await questionWith();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await ask(cookie('_c'), service('map'));
    expect(document.activeElement).to.equal(field);
    part(element, '[data-answer=refuse]')?.click();
    await element.updateComplete;
    expect(document.activeElement).to.equal(field);
  });

  it('announces a burst once', async () => {
    const {element, ask} = await questionWith();
    const heard: string[] = [];
    const status = element.shadowRoot?.querySelector('[role=status]');
    const observer = new MutationObserver(() => heard.push(status?.textContent ?? ''));
    if (status) observer.observe(status, {childList: true, characterData: true, subtree: true});
    const quiet: string[] = [];
    let over = () => {};
    window.setTimeout = ((run: () => void, pause: number) => {
      if (pause !== 500) return timeout(run, pause);
      quiet.push('begun');
      over = run;
      return -1;
    }) as never;
    window.clearTimeout = (timer) => (timer === -1 ? void quiet.push('broken') : cancel(timer));
    await ask(cookie('_c'));
    expect(quiet).to.deep.equal(['begun']);
    await ask(service('map'));
    await ask(cookie('x'));
    over();
    await until(() => heard[0]);
    await element.updateComplete;
    observer.disconnect();
    expect(quiet).to.deep.equal(['begun', 'broken', 'begun', 'broken', 'begun']);
    expect(heard).to.deep.equal(['3 cookie questions are waiting for your answer at the start of the page.']);
  });

  it('says what was answered', async () => {
    const {element, ask} = await questionWith();
    await ask(cookie('_c'));
    part(element, '[data-answer=refuse]')?.click();
    await element.updateComplete;
    expect(said(element)).to.equal('_c: refused.');
  });

  it('draws itself seldom in a burst of 200 writes of 40 names', async () => {
    const {element, consent} = await questionWith();
    let drawn = 0;
    const observer = new MutationObserver(() => drawn++);
    observer.observe(element, {childList: true, subtree: true, characterData: true});
    for (let write = 0; write < 200; write++) {
      const name = `burst_${write % 40}`;
      const url = `https://cdn.example/${write % 4}.js`;
      consent.ask(cookie(name, {attempt: `${name}=${write}`, stack: script(url)}));
      if (write % 5 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    await element.updateComplete;
    observer.disconnect();
    expect(consent.questions).to.have.length(40);
    expect(part(element, '[slot=count]')?.textContent).to.equal('Question 1 of 4');
    expect(heading(element)).to.equal('Accept 10 cookies from cdn.example/0.js?');
    expect(drawn).to.be.below(60);
    element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
    expect(element.innerText).to.include('burst_36=196');
  });

  it('does not ask about what no record can name, and is not held up by it', async () => {
    const {element, consent, ask} = await questionWith({...config, services: []});
    await ask(cookie(''), cookie('my cookie'), cookie('later'));
    await until(() => heading(element) === 'Accept the cookie “later”?');
    expect(part(element, '[slot=count]')).to.equal(null);
    expect(consent.questions.map(({id}) => id)).to.deep.equal(['later']);
  });

  it('goes on to the next one where an answer cannot be kept, and says that it will ask again', async () => {
    const services = Array.from({length: 80}, (_, n) => ({id: `service-number-${n}`, purpose: 'activity'}));
    const {element, consent, ask} = await questionWith({
      ...config,
      services: [...services, ...(config.services ?? [])],
    });
    await ask(cookie('full'), cookie('other', {stack: script('https://other.example/tag.js')}));
    await until(() => heading(element)?.includes('full'));
    part(element, '[data-answer=refuse]')?.click();
    await until(() => heading(element)?.includes('other'));
    expect(consent.question('cookie', 'full')?.id).to.equal('full');
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal(
      'You will be asked again on the next page.',
    );
  });

  it('says of what was declared after the choice that it is new', async () => {
    const storage = memoryStorage();
    new Consent(declare({policy: {url: '/privacy'}, ...config, services: []}), {storage}).choose('notify');
    for (const [kept, isNew] of [
      [storage, true],
      [memoryStorage(), false],
    ] as const) {
      const {element, ask} = await questionWith(config, kept);
      await ask(service('map'));
      await until(() => heading(element)?.includes('City Map'));
      expect(element.innerText.includes('new since your choice')).to.equal(isNew);
      element.remove();
    }
  });

  it('keeps its buttons in view on a small screen, and the page clear of it', async () => {
    const {element, before, ask} = await questionWith();
    for (const [width, height] of [
      [320, 568],
      [320, 256],
    ] as const) {
      await setViewport({width, height});
      await ask(service('map'), cookie('map_id'));
      // Firefox keeps room for its scroll bar.
      await until(() => innerWidth === width && element.offsetWidth === document.documentElement.clientWidth);
      expect(element.scrollWidth).to.be.at.most(width);
      expect(element.offsetHeight).to.be.at.most(height * 0.91);
      for (const answer of ['accept', 'refuse']) {
        const box = part(element, `[data-answer=${answer}]`)?.getBoundingClientRect() ?? new DOMRect();
        expect(box.right).to.be.at.most(width);
        if (height > 300) expect(box.bottom).to.be.at.most(height);
      }
    }
    before.focus();
    await until(() => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) > 40);
  });

  it('is drawn the same on a hostile page', async () => {
    const {element, ask} = await questionWith();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'body *{position:static!important;color:#eee!important;font-size:3px!important}button{display:none!important}dt,dd,p,label,input{display:none}',
    );
    document.adoptedStyleSheets.push(sheet);
    await ask(service('map'));
    try {
      expect(getComputedStyle(element).position).to.equal('fixed');
      for (const child of element.querySelectorAll<HTMLElement>(
        'button,dd,dt,label,input,p:not([slot=value])',
      )) {
        expect(child.offsetHeight, child.outerHTML).to.be.above(14);
      }
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  it('follows the language of the page', async () => {
    const {element, ask} = await questionWith();
    await ask(service('map'));
    document.documentElement.lang = 'zh-TW';
    await until(() => heading(element) === '是否接受「市區地圖」？');
    expect(element.getAttribute('aria-label')).to.match(/Cookie/);
  });

  it('waits while the choice as a whole is being asked for', async () => {
    const {element, ask} = await questionWith();
    await ask(cookie('a'));
    const other = await contextWith(config);
    other.consent.answer({purposes: {activity: 'notify'}});
    other.consent.ask({kind: 'purpose', id: 'activity', attempt: '', time});
    element.context = other;
    await until(() => !element.hasAttribute('open'));
    other.consent.answer({purposes: {statistics: 'refuse', personalization: 'refuse'}});
    await until(() => element.hasAttribute('open'));
  });

  it('stands before everything, also where the body is transformed', async () => {
    const {element, ask} = await questionWith();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body{transform:translate(50px,-300px)}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      await ask(cookie('a'));
      const {left, bottom} = element.getBoundingClientRect();
      expect([left, bottom]).to.deep.equal([0, document.documentElement.clientHeight]);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  it('stands first on the page, where the first Tab leads', async () => {
    const context = await contextWith(config);
    provide(context);
    document.body.innerHTML = '<a href="#main">Skip to the content</a>';
    const detach = attach(context);
    context.consent.choose('notify');
    context.consent.ask(cookie('a'));
    const element = document.querySelector('cookie-modes-question');
    await until(() => element?.hasAttribute('open'));
    expect(document.body.firstElementChild).to.equal(element);
    await sendKeys({press: 'Tab'});
    expect(element?.contains(document.activeElement)).to.equal(true);
    detach();
    provide(undefined);
    expect(document.querySelector('cookie-modes-question')).to.equal(null);
  });

  it('leaves no trace once it is taken away', async () => {
    const {element, ask} = await questionWith();
    await ask(cookie('a'));
    await until(() => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) > 40);
    element.remove();
    expect(getComputedStyle(document.documentElement).scrollPaddingBottom).to.equal('auto');
    expect(document.adoptedStyleSheets).to.have.length(0);
  });
});

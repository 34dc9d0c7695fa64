import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {appearedCookies} from '../../src/guard/appeared-cookies.ts';
import {guard} from '../../src/guard/guard.ts';
import {declare} from '../../src/setup/declare.ts';
import {clean} from './guard-kit.ts';
import type {Detach} from '../../src/core/attachment.ts';

const make = () =>
  new Consent(
    declare({
      policy: {url: '/privacy'},
      services: [{id: 'stats', purpose: 'statistics', cookies: [{name: '_ga'}]}],
      necessary: [{name: 'sid'}],
    }),
    {storage: memoryStorage()},
  );
const until = async (what: () => unknown) => {
  const end = Date.now() + 5000;
  while (!what()) {
    if (Date.now() > end) throw new Error(`never: ${String(what)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
/** What the browser would have told by now, it has told: a later cookie has been met. */
const settled = async (consent: Consent) => {
  const last = `last-${Math.random().toString(36).slice(2)}`;
  document.cookie = `${last}=1;path=/`;
  await until(() => consent.question('cookie', last));
};
/** The browser has told of every cookie so far, and what hears it has had its time. */
const heard = async () => {
  const consent = make();
  consent.choose('notify');
  const detach = appearedCookies(() => undefined)(consent);
  await settled(consent);
  detach();
};
const ids = (consent: Consent) => consent.questions.map(({id}) => id).filter((id) => !id.startsWith('last-'));

describe('cookies that appear by themselves', () => {
  const detachers: Detach[] = [];
  let undone = 0;
  const attach = (consent: Consent) => detachers.push(appearedCookies(() => undone++)(consent));
  beforeEach(() => {
    clean();
    undone = 0;
  });
  afterEach(() => {
    while (detachers[0]) detachers.pop()?.();
    clean();
  });

  it('are asked about when they are there at the start', async () => {
    document.cookie = '_ga=1;path=/;max-age=600';
    document.cookie = 'sid=1;path=/';
    const consent = make();
    consent.choose('notify');
    attach(consent);
    await until(() => consent.questions[0]);
    expect(ids(consent)).to.deep.equal(['_ga']);
    const [question] = consent.questions;
    expect(question?.appeared).to.equal(true);
    expect(question?.attempt).to.match(/^_ga=1(;path=\/;expires=.* GMT)?$/);
  });

  it('are asked about when they come later, once, and not again when they stay', async () => {
    const consent = make();
    consent.choose('notify');
    attach(consent);
    let times = 0;
    consent.addEventListener('question', () => (times += ids(consent).length));
    document.cookie = 'stray=1;path=/';
    await until(() => ids(consent)[0]);
    const before = times;
    await settled(consent);
    document.cookie = 'stray=2;path=/';
    await settled(consent);
    expect(ids(consent)).to.deep.equal(['stray']);
    expect(times - before).to.equal(2); // the two that settled
  });

  it('wait while nothing is chosen, and are asked about when the visitor wants to be', async () => {
    document.cookie = 'stray=1;path=/';
    const consent = make();
    attach(consent);
    consent.choose('notify');
    await until(() => consent.questions[0]);
    expect(ids(consent)).to.deep.equal(['stray']);
    expect(undone).to.equal(0);
  });

  it('are left to the undoing after a choice that took the place of another', async () => {
    for (const name of ['removed', 'stays']) document.cookie = `${name}=1;path=/`;
    await heard();
    const consent = make();
    consent.choose('accept-all');
    attach(consent);
    await heard();
    consent.choose('notify');
    await settled(consent);
    expect(ids(consent)).to.deep.equal([]);
    document.cookie = 'removed=;path=/;max-age=0';
    consent.tell('undone', {removed: [], left: [], running: []});
    await until(() => ids(consent)[0]);
    expect(ids(consent)).to.deep.equal(['stays']);
  });

  it('are undone when they are refused', async () => {
    const consent = make();
    consent.choose('refuse-all');
    attach(consent);
    document.cookie = 'stray=1;path=/';
    await until(() => undone);
    expect(consent.questions).to.deep.equal([]);
  });

  it('are undone once when they cannot be removed', async () => {
    document.cookie = 'stray=1;path=/';
    const consent = make();
    consent.choose('refuse-all');
    attach(consent);
    await until(() => undone);
    const changed = [{name: 'stray', value: '1'}];
    cookieStore.dispatchEvent(Object.assign(new Event('change'), {changed, deleted: []}));
    consent.tell('undone', {removed: [], left: [], running: []});
    await cookieStore.getAll(); // asked after them, answered after them
    await new Promise((resolve) => setTimeout(resolve));
    expect(undone).to.equal(1);
  });

  it('are none of those that the guard let through', async () => {
    const consent = make();
    consent.choose('notify');
    detachers.push(guard(consent));
    consent.answer({cookies: {_ga: 'accept'}});
    attach(consent);
    document.cookie = '_ga=1;path=/';
    const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    expect(native?.get?.call(document)).to.equal('_ga=1');
    document.cookie = 'held=1;path=/';
    expect(ids(consent)).to.deep.equal(['held']);
    expect(consent.question('cookie', 'held')?.appeared).to.equal(undefined);
  });

  it('are found by looking where the browser does not tell', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'cookieStore');
    Object.defineProperty(window, 'cookieStore', {configurable: true, value: undefined});
    try {
      const consent = make();
      consent.choose('notify');
      attach(consent);
      document.cookie = 'looked-for=1;path=/';
      // WebKit may need a moment until it sees what it has written.
      await until(() => dispatchEvent(new Event('focus')) && consent.questions[0]);
      expect(ids(consent)).to.deep.equal(['looked-for']);
    } finally {
      if (own) Object.defineProperty(window, 'cookieStore', own);
      else Reflect.deleteProperty(window, 'cookieStore');
    }
  });

  it('are not met any more once detached, not even those on their way', async () => {
    document.cookie = 'early=1;path=/';
    const consent = make();
    consent.choose('notify');
    appearedCookies(() => undone++)(consent)();
    document.cookie = 'stray=1;path=/';
    await heard();
    expect(consent.questions).to.deep.equal([]);
  });
});

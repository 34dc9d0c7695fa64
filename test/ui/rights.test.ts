import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {attach, open} from '../../src/script-settings.ts';
import {mailLink, phoneLink} from '../../src/ui/rights-contact.ts';
import {contextWith, until} from './question-page.ts';
import type {Agency, Config} from '../../src/core/declaration.ts';

const agency: Agency = {
  name: {en: 'Harbour City', 'zh-TW': '海港市政府'},
  contact: {
    phone: '+886 (0)7 000-0000',
    extension: '214',
    email: 'privacy@harbour.example',
    hours: 'Weekdays, 8:30 to 17:30',
    officer: 'Deputy Mayor',
  },
  purpose: 'Running the website',
  categories: 'Names',
  period: 'Six months',
  area: 'Taiwan',
  recipients: 'The city',
  manner: 'By computer',
  rights: 'Write to us',
  effect: 'No sign-up',
};

const leaving: (() => void)[] = [];
const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function rightsWith(config: Partial<Config> = {agency}) {
  document.documentElement.lang = 'en';
  const context = await contextWith(config);
  leaving.push(attach(context), () => context.end());
  const element = document.querySelector('cookie-modes-settings-dialog');
  const root = element?.shadowRoot;
  if (!element || !root) throw new Error('there are no settings');
  open();
  await until(() => root.activeElement?.localName === 'h2');
  const find = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
  return {
    consent: context.consent,
    element,
    root,
    find,
    press: async (selector: string) => {
      find(selector)?.focus();
      await sendKeys({press: 'Enter'});
    },
  };
}

/** Looks on at a method of the page for one test. */
function replace<T extends object, K extends keyof T & string>(object: T, name: K, value: T[K]) {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, {value, configurable: true, writable: true});
  leaving.push(() => {
    if (own) Object.defineProperty(object, name, own);
    else delete object[name];
  });
}

describe('the rights', () => {
  afterEach(() => {
    for (const leave of leaving.splice(0).reverse()) leave();
  });

  it('show the record in words and as it is written, and go to it', async () => {
    const {consent, find, press, root} = await rightsWith();
    consent.choose('notify', {given: 'button', answers: {purposes: {activity: 'refuse'}}});
    await press('[data-right=view]');
    await until(() => root.activeElement?.localName === 'summary');
    const record = text(find('.receipt'));
    expect(find<HTMLDetailsElement>('.record')?.open).to.equal(true);
    expect(record).to.include(consent.choice?.id).and.include('Activities Refuse');
    expect(JSON.parse(find('pre')?.textContent ?? '').mode).to.equal('notify');
  });

  it('say that there is no record before a choice', async () => {
    const {find, press} = await rightsWith();
    expect(text(find('.receipt'))).to.equal('There is no record.');
    await press('[data-right=copy]');
    await until(() => text(find('[role=status]')) === 'There is no record.');
  });

  it('hand out a copy as a file', async () => {
    const {consent, press} = await rightsWith();
    consent.choose('refuse-all');
    const given: HTMLAnchorElement[] = [];
    let copy: Blob | undefined;
    replace(URL, 'createObjectURL', (blob) => {
      copy = blob as Blob;
      return 'blob:copy';
    });
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      given.push(this);
    });
    await press('[data-right=copy]');
    await until(() => given[0]);
    expect(given[0]?.download).to.match(/^cookie-choice-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse((await copy?.text()) ?? '').id).to.equal(consent.choice?.id);
  });

  it('print the receipt, and leave the page as it was', async () => {
    const {consent, find, press, element} = await rightsWith();
    consent.choose('refuse-all');
    const sheets = document.adoptedStyleSheets.length;
    let printed = 0;
    replace(window, 'print', () => {
      printed++;
      expect(element.hasAttribute('printing')).to.equal(true);
    });
    find<HTMLDetailsElement>('.record')?.toggleAttribute('open', true);
    await press('[data-right=print]');
    await until(() => printed);
    expect(document.adoptedStyleSheets.length).to.equal(sheets + 1);
    dispatchEvent(new Event('afterprint'));
    expect(element.hasAttribute('printing')).to.equal(false);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
  });

  it('lead to the modes for a change', async () => {
    const {consent, press, root} = await rightsWith();
    consent.choose('notify');
    await press('[data-right=correct]');
    await until(() => (root.activeElement as HTMLInputElement).value === 'notify');
  });

  it('stop everything, and lead to what was removed', async () => {
    const {consent, find, press, root} = await rightsWith();
    consent.choose('accept-all');
    await press('[data-right=stop]');
    expect(consent.mode).to.equal('refuse-all');
    expect(consent.choice?.given).to.equal('settings');
    consent.tell('undone', {
      removed: [{kind: 'cookie', name: 'visits'}],
      left: [{kind: 'cookie', name: 'sid', why: 'http-only'}],
      running: ['counter'],
    });
    await until(() => root.activeElement?.textContent === 'What was removed');
    const report = text(find('.report'));
    expect(report).to.include('visits: removed').and.include('sid: not removed, because only the server');
    expect(report).to.include('Reload');
    expect(find<HTMLDialogElement>('dialog')?.open).to.equal(true);
  });

  it('offer no reload when nothing is running', async () => {
    const {consent, find} = await rightsWith();
    consent.tell('undone', {removed: [{kind: 'cache', name: 'tiles'}], left: [], running: []});
    await until(() => find('.report'));
    expect(find('.report button')).to.equal(null);
    expect(text(find('dialog')))
      .to.include('tiles: removed')
      .and.not.include('Reload');
  });

  it('erase only after a second step, which can be left', async () => {
    const {consent, press, find, root} = await rightsWith();
    consent.choose('notify');
    await press('[data-right=erase]');
    await until(() => root.activeElement?.id === 'step');
    expect(consent.mode).to.equal('notify');
    await press('[data-action=cancel]');
    await until(() => root.activeElement === find('[data-right=erase]'));
    expect(find('#step')).to.equal(null);
    await press('[data-right=erase]');
    await until(() => find('#step'));
    await press('[data-action=erase]');
    await until(() => !consent.choice);
    await until(() => root.activeElement?.getAttribute('role') === 'status');
  });

  it('list the items of the notice with their labels', async () => {
    const {find} = await rightsWith();
    const list = find('.items dl');
    const labels = [...(list?.querySelectorAll('dt') ?? [])].map(text);
    expect(labels).to.deep.equal([
      'Agency',
      'Purpose of collection',
      'Categories of data',
      'Period of use',
      'Area of use',
      'Recipients',
      'Manner of use',
      'Your rights and how to use them',
      'If you do not provide the data',
    ]);
    expect(list?.querySelectorAll('dd').length).to.equal(9);
  });

  it('name to the developer what is missing, once, and only where an agency is configured', async () => {
    const warned: string[] = [];
    replace(console, 'warn', (message: unknown) => void warned.push(`${message}`));
    const incomplete: Agency = Object.fromEntries(
      Object.entries(agency).filter(([item]) => item !== 'effect'),
    );
    const {consent} = await rightsWith({agency: incomplete});
    consent.choose('notify');
    await until(() => warned[0]);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.match(/add agency\.effect\.$/);
    // What does not apply is left empty on purpose.
    const {officer, ...contact} = agency.contact ?? {};
    expect(officer).not.to.equal(undefined);
    await rightsWith({agency: {...agency, recipients: '', contact: {...contact, extension: ''}}});
    await until(() => warned[1]);
    expect(warned.splice(1)).to.deep.equal([warned[0]?.replace('agency.effect', 'agency.contact.officer')]);
    for (const leave of leaving.splice(1)) leave();
    const {find} = await rightsWith({});
    expect(find('.items')).to.equal(null);
    expect(find('.contact')).to.equal(null);
    expect(warned).to.have.length(1);
  });

  it('say whom to ask, by telephone with extension, mail, hours and officer', async () => {
    const {find} = await rightsWith();
    const contact = find('.contact');
    const links = [...(contact?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['tel:+886070000000;ext=214', 'mailto:privacy@harbour.example']);
    expect(text(contact)).to.include('Deputy Mayor').and.include('ext. 214').and.include('Weekdays');
    expect(text(contact)).to.include('Harbour City');
  });

  it('build links that lead nowhere else', () => {
    expect(phoneLink({phone: 'javascript:alert(1)'})).to.equal('tel:1');
    expect(phoneLink({phone: 'ask at the desk'})).to.equal(undefined);
    expect(phoneLink({phone: '02-1234', extension: '5;phone-context=evil'})).to.equal('tel:021234;ext=5');
    // A JSON block may have numbers here.
    expect(phoneLink(JSON.parse('{"phone": 21234, "extension": 5}'))).to.equal('tel:21234;ext=5');
    expect(mailLink({email: 'a@b.example?bcc=c@d.example'})).to.equal(undefined);
    expect(mailLink({email: 'a@b.example?subject=x'})).to.equal('mailto:a@b.example%3Fsubject%3Dx');
    expect(mailLink({email: 'javascript:alert(1)'})).to.equal(undefined);
  });
});

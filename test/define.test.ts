import {expect} from 'chai';
import {Consent} from '../src/core/consent.ts';
import {memoryStorage} from '../src/core/storage-port.ts';
import {attachUi} from '../src/define.ts';
import {declare} from '../src/setup/declare.ts';
import {settled} from './ui/press.ts';

const tags = ['', '-settings', '-question', '-settings-dialog', '-embed', '-table'].map(
  (name) => `cookie-modes${name}`,
);

describe('the door for npm', () => {
  afterEach(() => document.body.replaceChildren());

  it('registers every element', () => {
    for (const tag of tags) expect(customElements.get(tag), tag).to.be.a('function');
  });

  it('shows the interface of a consent, and leaves no trace once detached', async () => {
    document.documentElement.lang = 'en';
    document.body.innerHTML = '<p>Page</p>';
    const sheets = document.adoptedStyleSheets.length;
    const consent = new Consent(declare({policy: {url: '/privacy'}}), {storage: memoryStorage()});
    const detach = attachUi(consent);
    await settled(() => !!document.querySelector('cookie-modes[open] button[data-mode=notify]'));
    consent.openSettings();
    await settled(
      () =>
        !!document.querySelector('cookie-modes-settings-dialog')?.shadowRoot?.querySelector('dialog[open]'),
    );
    detach();
    expect(document.body.innerHTML).to.equal('<p>Page</p>');
    expect(document.adoptedStyleSheets).to.have.length(sheets);
  });

  it('shows nothing when it is detached before the texts are there, and can be attached again', async () => {
    const consent = new Consent(declare({policy: {url: '/privacy'}}), {storage: memoryStorage()});
    attachUi(consent)();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.querySelector('cookie-modes')).to.equal(null);
    const detach = attachUi(consent);
    await settled(() => !!document.querySelector('cookie-modes[open]'));
    detach();
  });

  it('is there once when it is attached, detached and attached again in one go', async () => {
    const consent = new Consent(declare({policy: {url: '/privacy'}}), {storage: memoryStorage()});
    const first = attachUi(consent);
    first();
    const detach = attachUi(consent);
    first();
    await settled(() => !!document.querySelector('cookie-modes[open] button[data-mode=notify]'));
    expect(document.querySelectorAll('cookie-modes')).to.have.length(1);
    detach();
    expect(document.querySelector('cookie-modes')).to.equal(null);
  });

  it('draws tables and placeholders of the page before anything is chosen', async () => {
    document.body.innerHTML =
      '<cookie-modes-table></cookie-modes-table><cookie-modes-embed><iframe data-purpose="activity" data-src="/map" title="Map"></iframe></cookie-modes-embed>';
    const consent = new Consent(declare({policy: {url: '/privacy'}}), {storage: memoryStorage()});
    const detach = attachUi(consent);
    const drawn = (tag: string, selector: string) =>
      !!document.querySelector(tag)?.shadowRoot?.querySelector(selector);
    await settled(() => drawn('cookie-modes-table', 'table td') && drawn('cookie-modes-embed', 'button'));
    detach();
  });

  it('opens the settings by a plain link, whatever stands in it', async () => {
    const consent = new Consent(declare({policy: {url: '/privacy'}}), {storage: memoryStorage()});
    document.body.innerHTML = '<div></div>';
    const root = document.querySelector('div')?.attachShadow({mode: 'open'});
    if (root) root.innerHTML = '<a href="#cookie-modes"><b>Cookies</b></a>';
    let opened = 0;
    consent.addEventListener('settings', () => opened++);
    /** @returns whether the browser goes where the link leads */
    const press = () => {
      let goes: boolean | undefined;
      const look = (event: Event) => {
        goes = !event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener('click', look);
      root?.querySelector('b')?.click();
      removeEventListener('click', look);
      return goes;
    };
    const detach = attachUi(consent);
    expect([press(), opened]).to.deep.equal([false, 1]);
    await settled(() => !!document.querySelector('cookie-modes-settings-dialog[open]'));
    detach();
    expect([press(), opened]).to.deep.equal([true, 1]);
  });
});

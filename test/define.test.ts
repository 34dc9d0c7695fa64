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
});

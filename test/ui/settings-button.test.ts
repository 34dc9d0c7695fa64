import {expect} from 'chai';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {expectAccessible} from './axe.ts';
import {clear, frames, noticePage, recordOn} from './notice-page.ts';
import {settled} from './press.ts';
import type {CookieModesSettingsElement} from '../../src/ui/settings-button.ts';

const root = document.documentElement;

async function page(
  markup: string,
): Promise<{host: CookieModesSettingsElement; asked: () => number; detach: () => void}> {
  document.body.innerHTML = `<footer>${markup}</footer>`;
  const {consent, detach} = await noticePage({}, memoryStorage(recordOn('2.0')));
  let asked = 0;
  consent.addEventListener('settings', () => asked++);
  const host = document.querySelector('cookie-modes-settings') as CookieModesSettingsElement; // just written
  await host.updateComplete;
  return {host, asked: () => asked, detach};
}

describe('the settings button', () => {
  afterEach(clear);

  for (const lang of ['en', 'zh-TW']) {
    it(`passes the axe audit in ${lang}, in its place and floating`, async function () {
      this.timeout(30_000);
      root.lang = lang;
      await page('<cookie-modes-settings></cookie-modes-settings>');
      await expectAccessible();
      await page('<cookie-modes-settings floating></cookie-modes-settings>');
      await expectAccessible();
    });
  }

  it('is a real button in the light DOM that opens the settings', async () => {
    const {host, asked} = await page('<cookie-modes-settings></cookie-modes-settings>');
    const button = host.querySelector('button');
    expect([button?.textContent, button?.type]).to.deep.equal(['Cookie settings', 'button']);
    button?.click();
    expect(asked()).to.equal(1);
    expect(button?.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('takes the button the site gives', async () => {
    const {host, asked} = await page(
      '<cookie-modes-settings><button>Biscuits</button></cookie-modes-settings>',
    );
    expect(host.querySelectorAll('button')).to.have.length(1);
    host.querySelector('button')?.click();
    expect(asked()).to.equal(1);
  });

  it('follows the language of the page', async () => {
    const {host} = await page('<cookie-modes-settings></cookie-modes-settings>');
    root.lang = 'zh-TW';
    await settled(() => host.textContent === 'Cookie 設定');
  });

  it('floats, and the page keeps room for it', async () => {
    const {host} = await page('<cookie-modes-settings floating></cookie-modes-settings>');
    expect(getComputedStyle(host).position).to.equal('fixed');
    await settled(() => parseFloat(getComputedStyle(root).scrollPaddingBottom) >= 44);
    host.floating = false;
    host.removeAttribute('floating');
    await host.updateComplete;
    expect(parseFloat(getComputedStyle(root).scrollPaddingBottom) || 0).to.equal(0);
  });

  it('goes on working when it is taken off and put on again', async () => {
    const {host, asked} = await page('<cookie-modes-settings></cookie-modes-settings>');
    host.remove();
    await frames();
    document.body.append(host);
    await host.updateComplete;
    host.querySelector('button')?.click();
    expect(asked()).to.equal(1);
  });
});

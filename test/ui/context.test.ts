import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import {createContext, currentContext, onProvide, provide} from '../../src/ui/context.ts';
import {notice as english} from '../../src/locales/en.ts';
import type {Config} from '../../src/core/declaration.ts';
import type {Messages} from '../../src/i18n/messages.ts';
import type {Context} from '../../src/ui/context.ts';

describe('the context', () => {
  const root = document.documentElement;
  const contexts: Context[] = [];
  const warned: string[] = [];
  const {warn} = console;
  let loads: string[] = [];

  async function context(config: Partial<Config> = {}, lang = 'en'): Promise<Context> {
    root.lang = lang;
    const consent = new Consent(declare({policy: {url: '/privacy'}, ...config}), {storage: memoryStorage()});
    const made = await createContext(consent, {
      available: ['zh-TW', 'ar'],
      load: async (tag): Promise<{messages: Messages}> => {
        loads.push(tag);
        if (tag === 'ar') throw new Error('gone');
        return import('../../src/locales/zh-TW.ts');
      },
    });
    made.addEnglish({notice: english});
    contexts.push(made);
    return made;
  }

  beforeEach(() => {
    loads = [];
    warned.length = 0;
    console.warn = (text: string) => warned.push(text);
  });
  afterEach(() => {
    contexts.splice(0).forEach((one) => one.end());
    console.warn = warn;
    root.lang = 'en';
    root.removeAttribute('dir');
  });

  it('speaks English without loading anything on an English page', async () => {
    const {locale, dir, texts} = await context({}, 'en-GB');
    expect([locale, dir, loads.length, warned.length]).to.deep.equal(['en', 'ltr', 0, 0]);
    expect(texts('notice').refuseAll).to.equal('Refuse all cookies');
  });

  it('takes the language of the page, or the one configured', async () => {
    expect((await context({}, 'zh-Hant')).texts('notice').refuseAll).to.equal('拒絕所有 Cookie');
    expect((await context({notice: {locale: 'zh-TW'}}, 'en')).locale).to.equal('zh-TW');
    expect(loads).to.deep.equal(['zh-TW', 'zh-TW']);
  });

  it('falls back to English, and says so once, with the remedy', async () => {
    expect((await context({}, 'tlh')).locale).to.equal('en');
    expect(warned).to.have.length(1);
    expect(warned[0]).to.include('"tlh"').and.include('<html lang>');
    expect((await context({}, 'zh-CN')).locale).to.equal('en');
  });

  it('falls back to English when a file of texts does not load', async () => {
    expect((await context({}, 'ar')).locale).to.equal('en');
    expect(warned).to.have.length(1);
  });

  it('gives the attributes that our texts need on the page', async () => {
    expect((await context({}, 'en')).attributes).to.deep.equal({lang: undefined, dir: undefined});
    root.dir = 'rtl';
    expect((await context({}, 'he')).attributes).to.deep.equal({lang: 'en', dir: 'ltr'});
  });

  it('follows the language of the page and tells those who follow it', async () => {
    const made = await context({}, 'en');
    const told = new Promise<void>((resolve) => made.follow(resolve));
    root.lang = 'zh-TW';
    await told;
    expect(made.locale).to.equal('zh-TW');
    expect(made.texts('notice').heading).to.equal('Cookie 使用說明');
  });

  it('tells of changes and questions, and of nothing more once it has ended', async () => {
    const made = await context();
    let told = 0;
    made.follow(() => told++);
    made.consent.choose('notify');
    expect(told).to.be.at.least(2);
    const before = told;
    made.end();
    made.consent.choose('refuse-all');
    root.lang = 'zh-TW';
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).to.equal(before);
  });

  it('puts the texts of the site in place of ours', async () => {
    const texts = {'notice.heading': {en: 'Biscuits', 'zh-TW': '餅乾'}, 'notice.nothing': 'x'};
    const made = await context({notice: {texts}});
    expect(made.texts('notice').heading).to.equal('Biscuits');
    expect(made.texts('notice').settings).to.equal('Cookie settings');
    expect(made.texts('notice')).not.to.have.property('nothing');
  });

  it('finds a label in the language in use, else the nearest, and names a foreign one', async () => {
    const {localized} = await context({}, 'zh-TW');
    expect(localized({en: 'News', 'zh-TW': '新聞'})).to.deep.equal({text: '新聞', lang: undefined});
    expect(localized({en: 'News'})).to.deep.equal({text: 'News', lang: 'en'});
    expect(localized('新聞')).to.deep.equal({text: '新聞', lang: undefined});
    expect(localized(undefined)).to.equal(undefined);
    const fallback = await context({}, 'fr');
    expect(fallback.localized('Actualités')).to.deep.equal({text: 'Actualités', lang: 'fr'});
  });

  it('opens the settings by the event of the consent', async () => {
    const made = await context();
    let asked = 0;
    made.consent.addEventListener('settings', () => asked++);
    made.openPart('settings');
    expect(asked).to.equal(1);
  });

  it('says which change the visitor asked for here', async () => {
    const made = await context();
    const acting: boolean[] = [];
    made.consent.addEventListener('change', () => acting.push(made.acting));
    made.act(() => made.consent.choose('notify'));
    made.consent.choose('refuse-all');
    expect(acting).to.deep.equal([true, false]);
  });

  it('is one for the page, found by elements wherever they stand', async () => {
    let told = 0;
    const leave = onProvide(() => told++);
    const made = await context();
    provide(made);
    expect(currentContext()).to.equal(made);
    provide(undefined);
    leave();
    provide(made);
    provide(undefined);
    expect([currentContext(), told]).to.deep.equal([undefined, 2]);
  });
});

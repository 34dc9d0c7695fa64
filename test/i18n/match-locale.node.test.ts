import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {matchLocale} from '../../src/i18n/match-locale.ts';

const available = ['en', 'zh-TW', 'ja', 'pt-BR', 'ar'];
const finds = (wanted: string, tag: string | undefined) =>
  assert.equal(matchLocale(wanted, available), tag, wanted);

describe('the language of the page', () => {
  it('is taken as it is, however it is written', () => {
    finds('zh-TW', 'zh-TW');
    finds('ZH_tw', 'zh-TW');
    finds('ja', 'ja');
  });

  it('may name a region, a script or an extension that we do not have', () => {
    finds('en-GB', 'en');
    finds('ar-EG', 'ar');
    finds('zh-TW-u-ca-roc', 'zh-TW');
    finds('pt', 'pt-BR');
    finds('pt-PT', 'pt-BR');
  });

  it('reads the Chinese of Taiwan where the script is the traditional one', () => {
    for (const tag of ['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK', 'zh-HK', 'zh-MO']) finds(tag, 'zh-TW');
  });

  it('does not read the Chinese of Taiwan otherwise', () => {
    for (const tag of ['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-TW', 'zh-SG', 'zha']) finds(tag, undefined);
    assert.equal(matchLocale('zh-CN', ['zh-TW', 'zh']), 'zh');
    assert.equal(matchLocale('zh-TW', ['zh-Hant', 'en']), 'zh-Hant');
  });

  it('is not found when it is missing, unknown or nonsense', () => {
    for (const tag of ['', 'fr', '-', '--', 'e', 'english', '*', '__proto__', 'constructor'])
      finds(tag, undefined);
  });
});

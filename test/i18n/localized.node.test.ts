import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {localized} from '../../src/i18n/localized.ts';

describe('a text of the site', () => {
  it('is in the language of the page when it is just a text', () => {
    assert.deepEqual(localized('Hello', 'zh-TW'), {text: 'Hello', lang: undefined});
  });

  it('is taken in the language wanted, else in English, else in the first there is', () => {
    const label = {ja: 'や', en: 'Hello', 'zh-TW': '您好'};
    assert.deepEqual(localized(label, 'zh-Hant'), {text: '您好', lang: 'zh-TW'});
    assert.deepEqual(localized(label, 'fr'), {text: 'Hello', lang: 'en'});
    assert.deepEqual(localized({ja: 'や', ko: '아'}, 'fr'), {text: 'や', lang: 'ja'});
    assert.deepEqual(localized({}, 'fr'), {text: '', lang: undefined});
  });
});

import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {override} from '../../src/i18n/override.ts';
import {messages} from '../../src/locales/en.ts';

const put = (texts: unknown, language = 'en') => override(messages, texts, {language});

describe('the texts of the site', () => {
  it('stand in place of ours, by dotted key or nested', () => {
    const texts = put({'notice.heading': 'A', notice: {policyLink: 'B'}, 'settings.how.button': 'C'});
    assert.equal(texts.notice.heading, 'A');
    assert.equal(texts.notice.policyLink, 'B');
    assert.equal(texts.settings.how.button, 'C');
    assert.equal(texts.notice.acceptAll, 'Accept all cookies');
  });

  it('may be given by language', () => {
    const texts = {'notice.heading': {en: 'A', 'zh-TW': '甲'}};
    assert.equal(put(texts, 'zh-Hant').notice.heading, '甲');
    assert.equal(put(texts, 'fr').notice.heading, 'A');
  });

  it('may replace all forms of a number, or each', () => {
    const one = put({'question.announcement': '{count} waiting'}).question.announcement;
    assert.equal(one, '{count} waiting');
    const each = put({question: {announcement: {one: '1', other: 'n'}}}).question.announcement;
    assert.deepEqual({...(each as object)}, {one: '1', other: 'n'});
    const both = put({'question.announcement': {en: 'E', ja: 'J'}}, 'ja').question.announcement;
    assert.equal(both, 'J');
  });

  it('can be put into one section alone', () => {
    const notice = override(
      messages.notice,
      {'notice.heading': 'A', 'settings.title': 'B'},
      {language: 'en', path: 'notice'},
    );
    assert.equal(notice.heading, 'A');
    assert.deepEqual(Object.keys(notice), Object.keys(messages.notice));
  });

  it('can neither add keys nor reach a prototype', () => {
    const texts = put(
      JSON.parse(
        '{"__proto__": {"bad": "x"}, "notice": {"__proto__": {"heading": "x"}, "more": "x"}, "constructor.prototype": "x", "language": "xx"}',
      ),
    );
    assert.equal(({} as Record<string, unknown>)['bad'], undefined);
    assert.equal(texts.notice.heading, messages.notice.heading);
    assert.equal('more' in texts.notice, false);
    assert.equal(texts.language, 'en');
    assert.equal(Object.getPrototypeOf(texts.notice), null);
  });

  it('count only where they are own properties', () => {
    const texts = Object.create({'notice.heading': 'x', notice: {heading: 'x'}}) as object;
    assert.equal(put(texts).notice.heading, messages.notice.heading);
  });

  it('are passed over when they are no texts', () => {
    for (const wrong of [null, 1, [], true, {}, {en: 1}, undefined]) {
      assert.equal(put({'notice.heading': wrong}).notice.heading, messages.notice.heading);
      assert.equal(put({notice: wrong}).notice.heading, messages.notice.heading);
      assert.equal(put(wrong).notice.heading, messages.notice.heading);
    }
  });

  it('leave ours untouched', () => {
    const before = JSON.stringify(messages);
    put({'notice.heading': 'A'});
    assert.equal(JSON.stringify(messages), before);
    assert.deepEqual(JSON.parse(JSON.stringify(put({}))), JSON.parse(before));
  });
});

import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {durationInWords} from '../../src/i18n/dates.ts';
import {fill, joinClauses, listOf} from '../../src/i18n/format.ts';
import type {Messages} from '../../src/i18n/messages.ts';
import {eachText, placeholders, widthOf} from './each-text.ts';

// One line for each language: the three choices, as they stand on the buttons.
const choices: Readonly<Record<string, readonly [string, string, string]>> = {
  en: ['Accept all cookies', 'Notify me', 'Refuse all cookies'],
  'zh-TW': ['接受所有 Cookie', '使用前通知我', '拒絕所有 Cookie'],
  ar: ['قبول جميع الملفات', 'إبلاغي قبل ذلك', 'رفض جميع الملفات'],
  id: ['Terima semua cookie', 'Beri tahu saya', 'Tolak semua cookie'],
  ja: ['すべてのCookieを受け入れる', '使用前に通知を受ける', 'すべてのCookieを拒否する'],
  ko: ['모든 쿠키 수락', '사용 전에 알림', '모든 쿠키 거부'],
  th: ['ยอมรับคุกกี้ทั้งหมด', 'แจ้งฉันก่อนใช้', 'ปฏิเสธคุกกี้ทั้งหมด'],
  vi: ['Chấp nhận mọi cookie', 'Thông báo cho tôi', 'Từ chối mọi cookie'],
};

interface Locale {
  readonly messages: Messages;
  readonly reviewed: boolean;
}

const folder = new URL('../../src/locales/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const locales = new Map<string, Locale & Readonly<Record<string, unknown>>>();
for (const file of files) locales.set(file.slice(0, -3), await import(new URL(file, folder).href));

const english = locales.get('en')?.messages;
assert(english);
const inEnglish = new Map(eachText(english));

describe('the languages', () => {
  it('each have a file and a line in this test', () => {
    assert.deepEqual([...locales.keys()].sort(), Object.keys(choices).sort());
  });
});

for (const [tag, locale] of locales) {
  const {messages} = locale;
  const texts = eachText(messages);
  const {notice, question, settings, embed, purposes} = messages;

  describe(`the texts in ${tag}`, () => {
    it('say which language they are in', () => {
      assert.equal(messages.language, tag);
      assert.deepEqual(Intl.getCanonicalLocales(tag), [tag]);
    });

    it('do not claim a review that has not taken place', () => {
      assert.equal(locale.reviewed, false);
    });

    it('are there for every key, and for no other', () => {
      const keys = (all: Messages) =>
        eachText(all).map(([key]) => key.replace(/\.(zero|one|two|few|many)$/, '.other'));
      assert.deepEqual([...new Set(keys(messages))].sort(), [...new Set(keys(english))].sort());
    });

    it('can be taken section by section', () => {
      for (const section of Object.keys(english)) {
        if (section !== 'language')
          assert.equal(locale[section], messages[section as keyof Messages], section);
      }
    });

    it('have the placeholders of the English', () => {
      for (const [key, text] of texts) {
        const form = key.replace(/\.(zero|one|two|few|many)$/, '.other');
        const expected = placeholders(inEnglish.get(form) ?? '');
        // "one cookie" and "two cookies" may be said without a figure.
        const actual = placeholders(text);
        if (form !== key)
          assert.deepEqual(
            actual.filter((one) => !expected.includes(one)),
            [],
            key,
          );
        else assert.deepEqual(actual, expected, key);
      }
    });

    it('have every form that the language needs for numbers', () => {
      const needed = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      for (const text of [
        messages.confirmation.removed,
        messages.confirmation.notRemoved,
        question.groupHeading,
        question.appearedGroupHeading,
        question.announcement,
      ]) {
        if (typeof text === 'string') continue;
        for (const category of needed) assert(text[category], `${category}: ${text.other}`);
      }
    });

    it('are plain text: no markup, no doubled or outer spaces, no typewriter quotes, no exclamation marks', () => {
      for (const [key, text] of texts) {
        if (/eparator$|sentenceGap$/.test(key)) continue;
        assert.doesNotMatch(text, /[<>&"'!！`]|\s\s|^\s|\s$|\n/, key);
        if (!key.endsWith('withoutIt')) assert.notEqual(text, '', key);
      }
    });

    it('end like the English: a sentence with a full stop, a label without', () => {
      if (tag === 'th') return; // Thai ends sentences with a space.
      for (const [key, text] of texts) {
        const form = inEnglish.get(key.replace(/\.(zero|two|few|many)$/, '.other'));
        assert.equal(/[.。]$/.test(text), /\.$/.test(form ?? ''), key);
      }
    });

    it('offer three choices that differ in words and hardly in length', () => {
      const {acceptAll, notify, refuseAll} = notice;
      assert.deepEqual([acceptAll, notify, refuseAll], choices[tag]);
      const widths = [acceptAll, notify, refuseAll].map(widthOf);
      assert(Math.max(...widths) <= 28, `${widths}`);
      assert(Math.max(...widths) / Math.min(...widths) <= 2.1, `${widths}`);
      assert(Math.abs(widthOf(acceptAll) - widthOf(refuseAll)) <= 3, `${widths}`);
    });

    it('name buttons that stand together differently', () => {
      const together = [
        [notice.acceptAll, notice.notify, notice.refuseAll, notice.settings],
        [question.accept, question.refuse, question.later],
        [question.keep, question.delete, question.later],
        [settings.accept, settings.notify, settings.refuse, settings.inherit],
        [settings.save, settings.close, settings.clearNow, settings.cancel, notice.refuseAll],
        [settings.clearNow, settings.eraseConfirm],
        [settings.print, settings.clearNow, settings.cancel],
        [embed.once, embed.always, embed.settings],
      ];
      for (const labels of together) assert.equal(new Set(labels).size, labels.length, labels.join(' | '));
    });

    it('use one verb for accepting and one for refusing', () => {
      assert(question.keep.startsWith(question.accept.slice(0, 2)), question.keep);
      assert(question.delete.startsWith(question.refuse.slice(0, 2)), question.delete);
      assert.equal(settings.accept, question.accept);
      assert.equal(settings.refuse, question.refuse);
      assert.equal(settings.notify, notice.notify);
      assert.equal(settings.title, notice.settings);
      assert.equal(embed.settings, notice.settings);
    });

    it('name each region with the word cookie, which tools look for', () => {
      for (const {region} of [notice, messages.confirmation, question]) assert.match(region, /cookie/i);
    });

    it('make a whole notice', () => {
      const used = [purposes.personalization, purposes.activity, purposes.statistics];
      const text = fill(notice.text, {
        purposes: listOf(
          used.map(({inText, label}: {inText?: string; label: string}) => inText ?? label),
          tag,
        ),
        without: joinClauses(
          used.map(({withoutIt}) => withoutIt),
          notice,
        ),
        retention: durationInWords('P6M', tag),
      });
      assert.doesNotMatch(text, /[{}]|undefined|\s\s|\.\.|。。/);
      assert(text.length < 360, `${text.length}: ${text}`);
    });
  });
}

describe('the texts in English', () => {
  // The whole label must match, as in the heuristics of DuckDuckGo's autoconsent.
  const refusing = /^(reject|deny|refuse|decline)( all)?( cookies)?$/i;
  const accepting = /^(accept|agree|allow|consent|enable)( all)?( cookies)?$/i;

  it('refuse and accept in words that privacy extensions know', () => {
    const {notice, question} = english;
    for (const label of [notice.refuseAll, question.refuse, question.delete]) assert.match(label, refusing);
    for (const label of [notice.acceptAll, question.accept, question.keep]) assert.match(label, accepting);
  });

  it('have no other label that such an extension would take for acceptance', () => {
    const {notice, question, embed, settings} = english;
    const others = [
      notice.notify,
      notice.minorDismiss,
      question.later,
      embed.once,
      embed.always,
      settings.save,
    ];
    for (const label of others) assert.doesNotMatch(label, accepting);
    for (const label of others) assert.doesNotMatch(label, /^(ok|close|got it|continue|yes)$/i);
  });
});

describe('the texts in Chinese and Japanese', () => {
  const han = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}';

  for (const tag of ['zh-TW', 'ja']) {
    it(`have full-width punctuation in ${tag}`, () => {
      for (const [key, text] of eachText(locales.get(tag)?.messages)) {
        // What Latin names carry of their own is not a sentence's.
        const bare = text.replace(/\{\w+\}/g, '');
        assert.doesNotMatch(bare, /[,;:?()“”‘’]/, key);
        assert.doesNotMatch(bare, /\.(?!\w)/, key);
      }
    });
  }

  it('set Latin words apart with one space in zh-TW, and with none in ja', () => {
    for (const [key, text] of eachText(locales.get('zh-TW')?.messages)) {
      const bare = text.replace(/\{(\w+)\}/g, '');
      assert.doesNotMatch(bare, new RegExp(`[${han}][A-Za-z0-9]|[A-Za-z0-9][${han}]`, 'u'), key);
      assert.doesNotMatch(text, /[，。：；？「」（）、] | [，。：；？「」（）、]/, key);
    }
    for (const [key, text] of eachText(locales.get('ja')?.messages)) {
      assert.doesNotMatch(text, new RegExp(`[${han}] [A-Za-z0-9{]|[A-Za-z0-9}] [${han}]`, 'u'), key);
    }
  });

  it('are written as in Taiwan', () => {
    const simplified = /[设选网隐权关闭储请览绝这们个为会应该变后发开时间录询问单认]/u;
    const elsewhere =
      /網絡|信息|默認|缺省|視頻|用戶|設置|點擊|服務器|數據|鏈接|登錄|登陸|訪問|屏幕|打印|緩存|保存期限内|你/u;
    for (const [key, text] of eachText(locales.get('zh-TW')?.messages)) {
      assert.doesNotMatch(text, simplified, key);
      assert.doesNotMatch(text, elsewhere, key);
    }
  });
});

describe('the texts in Arabic', () => {
  it('keep the direction of what is filled in to itself', () => {
    for (const [key, text] of eachText(locales.get('ar')?.messages)) {
      for (const [whole] of text.matchAll(
        /.?\{(name|service|provider|providers|purpose|agency|items|extension)\}.?/gu,
      )) {
        assert.match(whole, /^\u2068.*\u2069$/u, key);
      }
    }
  });
});

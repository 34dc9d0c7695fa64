import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  dateInWords,
  dayInWords,
  durationInWords,
  lifetimeInWords,
  spanInWords,
  timeInWords,
} from '../../src/i18n/dates.ts';
import {messages as english} from '../../src/locales/en.ts';
import {messages as chinese} from '../../src/locales/zh-TW.ts';

const noon = new Date(2026, 10, 21, 12).getTime();
const day = 864e5;

describe('dates', () => {
  it('are in the calendar of the language unless the site asks for the ROC years', () => {
    assert.equal(dateInWords(noon, 'zh-TW'), '2026年11月21日');
    assert.equal(dateInWords(noon, 'zh-TW', 'roc'), '民國115年11月21日');
    assert.equal(dateInWords(noon, 'zh-TW-u-ca-roc', 'gregory'), '2026年11月21日');
    assert.match(dateInWords(noon, 'en', 'roc'), /115 Minguo/);
    assert.match(timeInWords(noon, 'zh-TW', 'roc'), /^民國115年11月21日.*12:00/);
  });

  it('written as a day are that day everywhere, in ISO or ROC years', () => {
    const zone = process.env['TZ'];
    for (const place of ['Asia/Taipei', 'Pacific/Honolulu', 'Pacific/Kiritimati']) {
      process.env['TZ'] = place;
      assert.equal(dayInWords('2026-11-01', 'en'), 'November 1, 2026', place);
      assert.equal(dayInWords('111-09-28', 'zh-TW', 'roc'), '民國111年9月28日', place);
      assert.equal(dayInWords('111-09-28', 'zh-TW'), '2022年9月28日', place);
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('that cannot be read stay as the site wrote them', () => {
    assert.equal(dayInWords('last spring', 'en'), 'last spring');
    assert.equal(dayInWords('', 'en'), '');
  });
});

describe('durations', () => {
  it('are said in words', () => {
    assert.equal(durationInWords('P13M', 'en'), '13 months');
    assert.equal(durationInWords('P1Y', 'en'), '1 year');
    assert.equal(durationInWords('P6M', 'zh-TW'), '6 個月');
    assert.equal(durationInWords('P1DT12H', 'en'), '1 day, 12 hours');
    assert.equal(durationInWords('PT30M', 'ja'), '30 分');
    assert.equal(durationInWords('P2W', 'en'), '2 weeks');
  });

  it('that cannot be read stay as they are', () => {
    for (const text of ['P', 'PT', 'six months', '']) assert.equal(durationInWords(text, 'en'), text);
  });

  it('in milliseconds are rounded to the unit a person would take', () => {
    assert.equal(spanInWords(730 * day, 'en'), '2 years');
    assert.equal(spanInWords(400 * day, 'en'), '13 months');
    assert.equal(spanInWords(365 * day, 'en'), '12 months');
    assert.equal(spanInWords(7 * day, 'en'), '7 days');
    assert.equal(spanInWords(day, 'en'), '24 hours');
    assert.equal(spanInWords(18e5, 'en'), '30 minutes');
    assert.equal(spanInWords(10, 'en'), '1 second');
  });
});

describe('how long something is kept', () => {
  it('reads on after the word "Kept"', () => {
    const said = (lifetime: Parameters<typeof lifetimeInWords>[0]) =>
      lifetimeInWords(lifetime, english.time, {language: 'en'});
    assert.equal(said({kind: 'session'}), 'until you close the browser');
    assert.equal(said({kind: 'untilDeleted'}), 'until it is deleted');
    assert.equal(said({kind: 'duration', duration: 'P13M'}), 'for 13 months');
    assert.equal(said({kind: 'until', time: noon}), 'until November 21, 2026');
    assert.equal(
      said({kind: 'until', time: noon, from: noon - 7 * day}),
      'for 7 days, until November 21, 2026',
    );
    assert.equal(said(undefined), 'not stated');
  });

  it('is given in ROC years where the site asks for them', () => {
    const options = {language: 'zh-TW', calendar: 'roc'} as const;
    const lifetime = {kind: 'until', time: noon, from: noon - 7 * day} as const;
    assert.equal(lifetimeInWords(lifetime, chinese.time, options), '7 天，至民國115年11月21日');
  });
});

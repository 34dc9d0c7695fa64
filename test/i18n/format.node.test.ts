import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fill, fillCount, joinClauses, listOf} from '../../src/i18n/format.ts';

describe('fill', () => {
  it('puts values in their places', () => {
    assert.equal(fill('{a} of {b}, {a}', {a: 1, b: 'two'}), '1 of two, 1');
  });

  it('leaves a placeholder without a value as it is, so that the mistake shows', () => {
    assert.equal(fill('{a} {toString} {__proto__}', {}), '{a} {toString} {__proto__}');
  });

  it('takes values as they are: neither replacement patterns nor placeholders in them count', () => {
    assert.equal(fill('<{a}>', {a: '$& {b} $1', b: 'no'}), '<$& {b} $1>');
  });
});

describe('fillCount', () => {
  const cookies = {one: '{count} cookie of {service}', other: '{count} cookies of {service}'};

  it('takes the form the language has for the number', () => {
    assert.equal(fillCount(cookies, 1, 'en', {service: 'x'}), '1 cookie of x');
    assert.equal(fillCount(cookies, 0, 'en', {service: 'x'}), '0 cookies of x');
    assert.equal(fillCount({other: 'o', two: 't', few: 'f', many: 'm'}, 2, 'ar'), 't');
    assert.equal(fillCount({other: 'o', two: 't', few: 'f', many: 'm'}, 11, 'ar'), 'm');
  });

  it('falls back to "other", and takes one text for all numbers', () => {
    assert.equal(fillCount({other: '{count}'}, 1, 'en'), '1');
    assert.equal(fillCount('{count}!', 1000, 'en'), '1,000!');
  });
});

describe('lists', () => {
  it('join names as the language does', () => {
    assert.equal(listOf(['a', 'b', 'c'], 'en'), 'a, b, and c');
    assert.equal(listOf(['甲', '乙', '丙'], 'zh-TW'), '甲、乙和丙');
  });

  it('join clauses and leave out empty ones', () => {
    const marks = {clauseSeparator: ', ', lastClauseSeparator: ', and ', twoClauseSeparator: ' and '};
    assert.equal(joinClauses([], marks), '');
    assert.equal(joinClauses(['', 'a'], marks), 'a');
    assert.equal(joinClauses(['a', '', 'b'], marks), 'a and b');
    assert.equal(joinClauses(['a', 'b', 'c', 'd'], marks), 'a, b, c, and d');
  });
});

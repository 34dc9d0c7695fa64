import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readArguments} from './browsers/read-arguments.ts';
import {poll} from './e2e/driver/poll.ts';
import {readCounts} from './run/step.mjs';

describe('the command line', () => {
  it('means every engine when none is named', () => {
    assert.deepEqual(readArguments(['test/a.test.ts']), {
      engines: ['chromium', 'firefox', 'webkit'],
      files: ['test/a.test.ts'],
    });
  });

  it('takes engines in each spelling', () => {
    assert.deepEqual(readArguments(['--engine', 'firefox']).engines, ['firefox']);
    assert.deepEqual(readArguments(['--engine=webkit,firefox']).engines, ['webkit', 'firefox']);
    assert.throws(
      () => readArguments(['--engine', 'safari']),
      /takes chromium, firefox, webkit, not "safari"/,
    );
  });
});

describe('waiting for a condition', () => {
  it('gives the answer once there is one', async () => {
    let asked = 0;
    assert.equal(await poll('three', async () => (++asked < 3 ? {reason: 'early'} : {answer: asked})), 3);
  });

  it('says what it waited for and what it saw last', async () => {
    await assert.rejects(
      poll('click "#a"', async () => ({reason: 'is moving'}), 60),
      /click "#a": is moving \(waited 60 ms\)/,
    );
  });
});

describe('the counts of a step', () => {
  it('come from its last line', () => {
    assert.deepEqual(readCounts('noise\n\u001b[32m7 passed, 2 failed\u001b[0m\n', 1), {passed: 7, failed: 2});
  });

  it('are one for a step that only ends', () => {
    assert.deepEqual(readCounts('All good\n', 0), {passed: 1, failed: 0});
    assert.deepEqual(readCounts('', null), {passed: 0, failed: 1});
  });

  it('never hide a step that ended badly', () => {
    assert.deepEqual(readCounts('7 passed, 0 failed', 1), {passed: 7, failed: 1});
  });
});

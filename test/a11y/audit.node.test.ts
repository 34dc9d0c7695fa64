import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readme} from '../readme/code-blocks.ts';

/** The criteria of WCAG 2.2 by level; 4.1.1 is obsolete. */
const criteria = {
  A: `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`,
  AA: `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`,
};

const section = readme.slice(readme.indexOf('## Accessibility'), readme.indexOf('## Configuration'));
const rows = section
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, criterion = '', level = '', how = '', tests = '']) => ({criterion, level, how, tests}));

/** Titles of the tests in a file. */
const titlesIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/\bit\(\s*(['`])(.*?)\1,/gs)].map(([, , text = '']) => text);

describe('the accessibility table of README.md', () => {
  it('has a row for each criterion of levels A and AA, once, at its level', () => {
    assert.deepEqual([...new Set(rows.map(({criterion}) => criterion))].length, rows.length);
    for (const [level, numbers] of Object.entries(criteria)) {
      assert.deepEqual(
        rows.filter((row) => row.level === level).map(({criterion}) => criterion.split(' ')[0]),
        numbers.split(/\s+/),
      );
    }
  });

  it('has no other level but AAA', () => {
    assert.deepEqual(
      rows.filter(({level}) => !['A', 'AA', 'AAA'].includes(level)),
      [],
    );
  });

  for (const {criterion, how, tests} of rows) {
    it(`names a test that exists for ${criterion}, or why there is none`, () => {
      const [, reason = ''] = /^Not applicable: (.*)/.exec(how) ?? [];
      if (reason) {
        assert.ok(reason.length > 15, how);
        assert.equal(tests, '—');
        return;
      }
      assert.ok(how);
      for (const test of tests.split('<br>')) {
        const [, file = '', title = ''] = /^`(.*?)`: (.*)$/.exec(test) ?? [];
        assert.ok(existsSync(file), `no file: ${test}`);
        // A title goes on after what the row says of it, or a value stands in it.
        assert.ok(title.length > 15 && titlesIn(file).some((one) => one.includes(title)), test);
      }
    });
  }
});

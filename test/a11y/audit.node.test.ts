import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const rows = readFileSync(new URL('AUDIT.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

describe('the audit', () => {
  it('has a row for each criterion, once', () => {
    const criteria = rows.map(([, criterion]) => criterion);
    assert.ok(rows.length > 30);
    assert.equal(new Set(criteria).size, criteria.length);
  });

  for (const [, criterion, level, how, file = '', title = ''] of rows) {
    it(`names a test that exists for ${criterion}`, () => {
      assert.match(`${level}`, /^A{1,3}$/);
      assert.ok(how);
      assert.ok(existsSync(file), file);
      // A title goes on after what the row says of it, or a value stands in it.
      const titles = [...readFileSync(file, 'utf8').matchAll(/\bit\(\s*(['`])(.*?)\1,/gs)].map(
        ([, , text]) => text,
      );
      assert.ok(title.length > 15 && titles.some((one) => one?.includes(title)), `${file}: ${title}`);
    });
  }
});

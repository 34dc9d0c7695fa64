import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {hashTable, withHashes} from './sri.mjs';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const {version} = JSON.parse(read('package.json')) as {version: string};

describe('CHANGELOG.md', () => {
  it('begins with this version', () => {
    assert.equal(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1], version);
  });

  it('tells the hash of each script-tag file as it is in dist/', () => {
    const text = read('CHANGELOG.md');
    assert.ok(text.includes('`cookie-modes.js`') && text.includes('`cookie-modes.all.js`'));
    assert.ok(hashTable().split('\n').length > 10);
    assert.equal(text, withHashes(text), 'npm run sri brings it up to date');
  });
});

import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {brotliCompressSync, constants} from 'node:zlib';

const root = new URL('../..', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Bytes of each file as a server sends it; the first two are promised, the others are a little above what they are. */
const budgets: Readonly<Record<string, number>> = {
  'cookie-modes.js': 7168,
  'cookie-modes-ui.js': 14336,
  'cookie-modes-gate.js': 2100,
  'cookie-modes-undo.js': 3200,
  'cookie-modes-question.js': 4500,
  'cookie-modes-settings.js': 7500,
  'cookie-modes-embed.js': 3600,
  'cookie-modes-table.js': 1400,
  'cookie-modes-words.js': 1500,
  'cookie-modes-signals.js': 700,
  'cookie-modes.all.js': 41_000,
};

const sizeOf = (text: string) =>
  brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
const scripts = readdirSync(join(root, 'dist')).filter((name) => /^cookie-modes.*\.js$/.test(name));

describe('the script-tag files', () => {
  for (const [name, most] of Object.entries(budgets)) {
    it(`keeps ${name} within ${most} bytes of brotli`, () => {
      const size = sizeOf(read(`dist/${name}`));
      assert.ok(size <= most, `${name} has ${size} bytes`);
    });
  }

  it('has a budget for every one', () => {
    assert.deepEqual([...scripts].sort(), Object.keys(budgets).sort());
  });

  it('has Lit in the file of the interface, and none in what a returning visitor loads', () => {
    const lit = /litHtmlVersions|litElementVersions|reactiveElementVersions/;
    assert.match(read('dist/cookie-modes-ui.js'), lit);
    for (const name of ['', '-gate', '-undo', '-signals', '-words'])
      assert.doesNotMatch(read(`dist/cookie-modes${name}.js`), lit);
  });

  it('has one language in the file of the interface', () => {
    assert.match(read('dist/cookie-modes-ui.js'), /Refuse all cookies/);
    assert.doesNotMatch(read('dist/cookie-modes-ui.js'), /\p{Script=Han}|\\u[4-9][\da-f]{3}/u);
    assert.match(read('dist/locales/zh-TW.js'), /拒絕所有 Cookie/);
  });

  it('has a source map beside each, with the sources in it', () => {
    for (const name of scripts) {
      assert.ok(read(`dist/${name}`).endsWith(`//# sourceMappingURL=${name}.map\n`), name);
      const map = JSON.parse(read(`dist/${name}.map`)) as {sources: string[]; sourcesContent: string[]};
      assert.ok(map.sources.length > 0, name);
      assert.equal(map.sources.length, map.sourcesContent.length, name);
    }
  });

  it('says whose code it is, and brings the licences', () => {
    for (const name of scripts)
      assert.match(read(`dist/${name}`), /^\/\*! cookie-modes .*LICENSES\.txt \*\//, name);
    const licences = read('dist/LICENSES.txt');
    for (const words of ['cookie-modes', 'js-cookie', 'lit', 'MIT', 'BSD 3-Clause', 'Google LLC'])
      assert.ok(licences.includes(words), words);
  });

  it('evaluates no text', () => {
    for (const name of scripts) assert.doesNotMatch(read(`dist/${name}`), /\beval\(|new Function\(/, name);
  });

  it('names no other host', () => {
    for (const name of scripts) {
      const hosts = [...read(`dist/${name}`).matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
      // The namespace of SVG is a name, and "http://a" is a base for parsing.
      assert.deepEqual(
        hosts.filter((host) => host !== 'www.w3.org' && host !== 'a'),
        [],
        name,
      );
    }
  });
});

describe('the names the build shortens', () => {
  const [, list = ''] = /const own = `([^`]*)`/.exec(read('rollup.config.mjs')) ?? [];
  const own = list.split(/\s+/).filter(Boolean);
  /** Words after which a colon comes: keys of objects, as far as a text can tell. */
  const keysIn = (text: string) => [...text.matchAll(/['"]?([\w*-]+)!?['"]?\s*:/g)].map(([, key]) => key);
  const shared = (names: readonly (string | undefined)[]) => own.filter((name) => names.includes(name));

  it('are found in the configuration of the build', () => {
    assert.ok(own.length > 10);
  });

  it('are no keys of texts', () => {
    for (const file of readdirSync(join(root, 'src/locales')))
      assert.deepEqual(shared(keysIn(read(`src/locales/${file}`))), [], file);
  });

  it('are no keys of a configuration', () => {
    assert.deepEqual(shared(keysIn(read('src/setup/config-example.ts'))), []);
  });

  it('are no names of the public contract', () => {
    const contract =
      `mode choose answer allows when addEventListener removeEventListener cookies openSettings withdraw erase
      receipt audit purposes services change question settings detail element purpose service
      policy url version updated label description withoutIt id name provider policyUrl src retention storage indexedDB
      caches serviceWorkers onWithdraw necessary undeclared record domain receiptUrl signals gpc googleConsentMode matomo
      notice placement locale calendar headingLevel texts agency contact phone extension email hours
      time language text given session answers policyUrl kind declared allowed removed left running
      get set remove withAttributes withConverter open start parseRecord cookieModes`.split(/\s+/);
    assert.deepEqual(shared(contract), []);
  });

  it('are no names of the page that the library uses', () => {
    const page =
      `type value checked disabled hidden title content dataset slot part children parentNode target isTrusted
      signal href rel async defer nonce integrity onload cookie cookieStore localStorage sessionStorage hostname
      prerendering returnValue detail relatedTarget locks databases delete clear open close put add`.split(
        /\s+/,
      );
    assert.deepEqual(shared(page), []);
  });
});

import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {findViolations, type Sources} from './architecture/find-violations.ts';

const root = new URL('../src/', import.meta.url).pathname;

function readSources(): Sources {
  const files = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(files.map((name) => [name, readFileSync(root + name, 'utf8')]));
}

describe('the architecture', () => {
  it('has no import that the table of rooms does not allow', () => {
    const sources = readSources();
    assert.ok(Object.keys(sources).length > 10, 'the sources are read');
    assert.deepEqual(findViolations(sources), []);
  });
});

describe('the check of the architecture', () => {
  const planted: Record<string, {sources: Sources; says: RegExp}> = {
    'a room that reaches into one it must not know': {
      sources: {
        'gate/gate.ts': `import {a} from '../guard/guard.ts'; a();`,
        'guard/guard.ts': 'export const a = 1;',
      },
      says: /^gate\/gate\.ts → guard\/guard\.ts: gate must not import guard$/,
    },
    'an import of a type alone': {
      sources: {
        'core/consent.ts': `import type {Row} from '../ui/row.ts'; export let row: Row;`,
        'ui/row.ts': 'export type Row = 1;',
      },
      says: /core\/consent\.ts → ui\/row\.ts/,
    },
    'a type named by import()': {
      sources: {'core/a.ts': `export let b: import('../ui/b.ts').B;`, 'ui/b.ts': 'export type B = 1;'},
      says: /core\/a\.ts → ui\/b\.ts/,
    },
    'a dynamic import': {
      sources: {'setup/boot.ts': `void import('../ui/b.ts');`, 'ui/b.ts': 'export {};'},
      says: /setup\/boot\.ts → ui\/b\.ts/,
    },
    'an export from elsewhere': {
      sources: {'signals/a.ts': `export * from '../gate/b.ts';`, 'gate/b.ts': 'export {};'},
      says: /signals\/a\.ts → gate\/b\.ts/,
    },
    'Lit outside the room that knows it': {
      sources: {'setup/start.ts': `import {html} from 'lit'; html;`},
      says: /setup\/start\.ts → lit/,
    },
    'a package nobody may use': {
      sources: {'ui/a.ts': `import {context} from '@lit/context'; context;`},
      says: /ui\/a\.ts → @lit\/context/,
    },
    'Node in the browser': {
      sources: {'core/a.ts': `import {readFileSync} from 'node:fs'; readFileSync;`},
      says: /core\/a\.ts → node:fs/,
    },
    'a room that uses a door': {
      sources: {
        'ui/a.ts': `import {start} from '../index.ts'; start;`,
        'index.ts': 'export const start = 1;',
      },
      says: /ui\/a\.ts → index\.ts: a room does not use a door/,
    },
    'a door that extends two others': {
      sources: {
        'script.ts': `import './index.ts'; import './define.ts';`,
        'index.ts': 'export {};',
        'define.ts': 'export {};',
      },
      says: /script\.ts → index\.ts, define\.ts/,
    },
    'a cycle, even of types': {
      sources: {
        'core/a.ts': `import type {B} from './b.ts'; export type A = B;`,
        'core/b.ts': `import {c} from './c.ts'; export type B = typeof c;`,
        'core/c.ts': `import type {A} from './a.ts'; export const c = 1 as A;`,
      },
      says: /core\/a\.ts → core\/b\.ts → core\/c\.ts → core\/a\.ts: a cycle/,
    },
    'an import without its extension': {
      sources: {'core/a.ts': `import {b} from './b'; b;`, 'core/b.ts': 'export const b = 1;'},
      says: /core\/a\.ts → \.\/b: no such file/,
    },
    'a default export': {sources: {'core/a.ts': 'export default function a() {}'}, says: /default export/},
    'a default export of a value': {
      sources: {'core/a.ts': 'const a = 1; export default a;'},
      says: /default export/,
    },
    'a default export by another name': {
      sources: {'core/a.ts': 'const a = 1; export {a as default};'},
      says: /default export/,
    },
    'a drawer for leftovers': {sources: {'ui/utils/a.ts': 'export {};'}, says: /ui\/utils\/a\.ts/},
    'a room nobody planned': {sources: {'vendor/a.ts': 'export {};'}, says: /no room called vendor/},
    'the page in the room that runs anywhere': {
      sources: {'core/a.ts': `export const title = () => document.title;`},
      says: /core\/a\.ts: core must not know "document"/,
    },
    'a name in camel case': {
      sources: {'core/dateParts.ts': 'export {};'},
      says: /dateParts\.ts: not kebab-case/,
    },
  };

  for (const [name, {sources, says}] of Object.entries(planted)) {
    it(`sees ${name}`, () => {
      const violations = findViolations(sources);
      assert.equal(violations.length, 1, violations.join('\n'));
      assert.match(violations[0] ?? '', says);
    });
  }

  it('lets through what the table allows', () => {
    const sources: Sources = {
      'core/consent.ts': 'export interface Consent {document?: string; at(): void} // a window, a document',
      'gate/gate.ts': `import type {Consent} from '../core/consent.ts'; export type Gate = Consent;`,
      'guard/guard.ts': 'export const guard = 1;',
      'storage/record-cookie.ts': `import Cookies from 'js-cookie'; export const jar = Cookies;`,
      'i18n/messages.ts': 'export interface Messages {}',
      'locales/zh-TW.ts': `import type {Messages} from '../i18n/messages.ts'; export const messages: Messages = {};`,
      'ui/banner.styles.ts': `import {css} from 'lit'; export const styles = css('');`,
      'ui/banner.ts': `import {live} from 'lit/directives/live.js'; import {styles} from './banner.styles.ts'; export {live, styles};`,
      'setup/start.ts': `import type {Gate} from '../gate/gate.ts'; import {guard} from '../guard/guard.ts'; export {type Gate, guard};`,
      'index.ts': `export * from './setup/start.ts';`,
      'script.ts': `import './index.ts'; void import('./ui/banner.ts');`,
    };
    assert.deepEqual(findViolations(sources), []);
  });
});

import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {formatMessage} from 'publint/utils';
import {publint} from 'publint';

const root = new URL('..', import.meta.url).pathname;

interface Manifest {
  exports?: Record<string, string | Record<string, string>>;
  dependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const targets = Object.values(manifest.exports ?? {}).flatMap((target) =>
  typeof target === 'string' ? [target] : Object.values(target),
);

/** A strict project of somebody who uses the package and hands its own types on. */
const consumer = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      declaration: true,
      outDir: 'out',
    },
    include: ['*.ts'],
  }),
  'package.json': '{"type": "module"}',
  'consent.ts': `
    import {start} from 'cookie-modes';
    import {attachUi} from 'cookie-modes/define';
    export const consent = start({
      policy: {url: '/privacy'},
      purposes: {media: {label: 'Films'}},
      services: [{id: 'counter', purpose: 'statistics'}],
    });
    export const detach = attachUi(consent);
    export const built: boolean[] = [consent.allows('statistics'), consent.allows('necessary')];
    export const own: boolean[] = [consent.allows('media'), consent.allows('counter')];
    // @ts-expect-error Neither built in nor declared.
    consent.allows('statistic');
    export const jar = consent.cookies('personalization');
    jar?.set('favourites', 'a.b', {expires: 365, sameSite: 'Lax'});
    // @ts-expect-error Days are a number.
    jar?.set('favourites', 'a.b', {expires: 'P1Y'});
    export const first: string | undefined = jar?.get('favourites')?.split('.')[0];
    export const numbers = jar?.withAttributes({path: '/a'}).withConverter<number>({read: Number}).get('n');
    export const isNumber: number | string | undefined = numbers;
    // @ts-expect-error It is not any.
    export const isDate: Date | undefined = numbers;
    jar?.remove('favourites');
  `,
  'annotated.ts': `
    import {start, type Config, type IdOf} from 'cookie-modes';
    const config: Config = {policy: {url: '/privacy'}, purposes: {media: {}}};
    export const consent = start(config);
    export const ids: boolean[] = [consent.allows('media'), consent.allows('activity')];
    export const id: IdOf<Config> = 'anything';
    // @ts-expect-error Only an annotated configuration gives any id.
    export const other: IdOf<{policy: {url: string}}> = 'anything';
  `,
  'page.ts': `
    import type {} from 'cookie-modes';
    window.cookieModes.openSettings();
    document.addEventListener('cookie-modes-change', ({detail}) => detail.mode);
    // @ts-expect-error The script-tag build shortens this name away.
    window.cookieModes.questions;
  `,
};

describe('the package', () => {
  let folder: string;
  let tarball: string;
  let files: string[];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
    const options = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const [packed] = JSON.parse(execFileSync('npm', options, {cwd: root, encoding: 'utf8'})) as [
      {filename: string; files: {path: string}[]},
    ];
    tarball = join(folder, packed.filename);
    files = packed.files.map(({path}) => path);
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  it('offers addresses, and each leads to a file that is packed', () => {
    assert.ok(targets.length > 0, 'package.json has no "exports"');
    const missing = targets.filter((target) => {
      const pattern = new RegExp(`^${target.slice(2).replace(/[.+]/g, '\\$&').replace('*', '.+')}$`);
      return !files.some((file) => pattern.test(file));
    });
    assert.deepEqual(missing, []);
  });

  it('holds what a user needs and nothing from the workshop', () => {
    for (const name of ['package.json', 'README.md', 'LICENSE'])
      assert.ok(files.includes(name), `${name} is packed`);
    assert.ok(
      files.some((file) => file.startsWith('dist/')),
      'dist/ is packed',
    );
    assert.deepEqual(
      files.filter((file) => /^(test|demo|node_modules|build|\.ci)\//.test(file)),
      [],
    );
  });

  it('satisfies publint', async () => {
    const {messages} = await publint({
      strict: true,
      pack: {tarball: new Uint8Array(readFileSync(tarball)).buffer as ArrayBuffer},
    });
    const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(
      messages.map((message) => `${message.type}: ${formatMessage(message, pkg)}`),
      [],
    );
  });

  it('has types that resolve for every kind of importer (CommonJS is not offered)', () => {
    const options = [tarball, '--profile', 'esm-only', '--no-color', '--no-emoji'];
    try {
      execFileSync(join(root, 'node_modules/.bin/attw'), options, {encoding: 'utf8', stdio: 'pipe'});
    } catch (error) {
      assert.fail(String((error as {stdout?: unknown}).stdout ?? error));
    }
  });

  it('compiles in a strict project without types of js-cookie', () => {
    const project = join(folder, 'project');
    const installed = join(project, 'node_modules');
    mkdirSync(join(installed, 'cookie-modes'), {recursive: true});
    execFileSync('tar', ['-xzf', tarball, '-C', join(installed, 'cookie-modes'), '--strip-components=1']);
    for (const name of Object.keys(manifest.dependencies)) {
      mkdirSync(dirname(join(installed, name)), {recursive: true});
      symlinkSync(join(root, 'node_modules', name), join(installed, name));
    }
    for (const [name, text] of Object.entries(consumer)) writeFileSync(join(project, name), text);
    const tsc = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', project], {encoding: 'utf8'});
    assert.equal(tsc.status, 0, tsc.stdout);
  });

  it('can be imported by its own name where there is no page', async () => {
    assert.ok(existsSync(join(root, 'dist')), 'dist/ is missing: npm run build');
    const script = "await import('cookie-modes');";
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env: {...process.env, NODE_OPTIONS: ''},
      stdio: 'pipe',
    });
  });
});

describe('the lock file', () => {
  it('names no host but the public registry', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    const hosts = [...lock.matchAll(/"resolved": "(\w+:\/\/[^/]+)\//g)].map(([, host]) => host);
    assert.deepEqual(
      hosts.filter((host) => host !== 'https://registry.npmjs.org'),
      [],
    );
  });
});

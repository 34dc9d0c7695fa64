import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
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

/** Gets a fresh clone on a fresh machine ready for the tests; node builtins only. */
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const packages = [
  'chromium',
  'chromium-headless-shell',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'fonts-noto-cjk',
];
const run = (command, words, env = {}) =>
  spawnSync(command, words, {stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, ...env}})
    .status === 0;
const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Whether what is installed is what package-lock.json asks for. */
function installed() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const present = read('node_modules/.package-lock.json');
  return Object.entries(read('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || present[path]?.version === wanted.version,
  );
}

function hasMiniBrowser() {
  return readdirSync('/usr/lib')
    .filter((name) => name.endsWith('-linux-gnu'))
    .some((name) => readdirSync(join('/usr/lib', name)).some((folder) => /^webkit2?gtk/.test(folder)));
}

function hasCjkFont() {
  const {stdout} = spawnSync('fc-list', [':lang=zh-tw', 'family'], {encoding: 'utf8'});
  return Boolean(stdout?.trim());
}

/** The Debian packages that are still missing. */
function missingPackages() {
  const present = {
    chromium: existsSync('/usr/bin/chromium'),
    'chromium-headless-shell': existsSync('/usr/bin/chromium-headless-shell'),
    'firefox-esr': existsSync('/usr/bin/firefox-esr'),
    'webkit2gtk-driver': onPath('WebKitWebDriver') && hasMiniBrowser(),
    xvfb: onPath('Xvfb'),
    'fonts-noto-cjk': hasCjkFont(),
  };
  return packages.filter((name) => !present[name]);
}

/** Installs packages and browsers where they are missing; answers what is in the way, or nothing. */
export function prepare() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) return `Node 20 or later is needed, this is ${process.version}`;
  if (!installed()) {
    console.log('Installing the npm packages (npm ci)');
    const words = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    // A registry may be out of reach for a moment.
    if (!run('npm', words) && !run('npm', words)) return '`npm ci` failed';
  }
  const missing = missingPackages();
  if (missing.length === 0) return undefined;
  const command = `apt-get install -y ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    return `The browsers to test in are missing. On Debian, as root: apt-get update && ${command}`;
  }
  console.log(`Installing ${missing.join(', ')}`);
  const env = {DEBIAN_FRONTEND: 'noninteractive'};
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', [...wait, 'update'], env);
  run('apt-get', [...wait, 'install', '-y', ...missing], env);
  const still = missingPackages();
  return still.length ? `\`${command}\` did not bring ${still.join(', ')}` : undefined;
}

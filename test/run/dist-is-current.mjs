/** Builds into a folder of its own and compares with dist/ byte for byte. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join, relative} from 'node:path';

function filesOf(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [relative(folder, path), readFileSync(path)];
    }),
  );
}

mkdirSync('build', {recursive: true});
const folder = mkdtempSync('.dist-');
try {
  const {status} = spawnSync('npm', ['run', 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {...process.env, BUILD_DIR: folder},
  });
  const built = filesOf(folder);
  const committed = filesOf('dist');
  const different = [...new Set([...built.keys(), ...committed.keys()])].filter((name) => {
    const [left, right] = [built.get(name), committed.get(name)];
    return !left || !right || !left.equals(right);
  });
  for (const name of different) {
    const what = !built.has(name)
      ? 'is in dist/ but not built'
      : committed.has(name)
        ? 'differs'
        : 'is not in dist/';
    console.error(`${name} ${what}`);
  }
  if (different.length) console.error('dist/ is out of date: run `npm run build` and commit dist/');
  process.exitCode = status !== 0 || built.size === 0 || different.length ? 1 : 0;
} finally {
  rmSync(folder, {recursive: true, force: true});
}

/**
 * `npm run sri`: writes the hashes of the script-tag files in dist/ into CHANGELOG.md, under its newest version. Node builtins only.
 */
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';

const root = new URL('../../', import.meta.url);
const changelog = new URL('CHANGELOG.md', root);

/** The table of hashes as dist/ is now. */
export function hashTable() {
  const names = readdirSync(new URL('dist/', root)).filter((name) => /^cookie-modes.*\.js$/.test(name));
  const files = [
    ...names.sort(),
    ...readdirSync(new URL('dist/locales/', root))
      .sort()
      .map((name) => `locales/${name}`),
  ];
  return files
    .map((name) => {
      const bytes = readFileSync(new URL(`dist/${name}`, root));
      return `| \`${name}\` | \`sha384-${createHash('sha384').update(bytes).digest('base64')}\` |`;
    })
    .join('\n');
}

/** CHANGELOG.md with those hashes in its first table. */
export function withHashes(text = readFileSync(changelog, 'utf8')) {
  return text.replace(
    /(\| file \| integrity \|\n\| --- \| --- \|\n)(\|.*\|\n)*/,
    (_, head) => `${head}${hashTable()}\n`,
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(changelog, withHashes());

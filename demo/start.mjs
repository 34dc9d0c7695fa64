/**
 * `npm start`: the demo, from whatever state the folder is in. Installs what is missing, builds what is out of date.
 * Node builtins only, as it runs before anything is installed.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

function npm(...words) {
  const {status} = spawnSync('npm', words, {cwd: root, stdio: ['ignore', 'inherit', 'inherit']});
  if (status !== 0) {
    console.error(`npm ${words.join(' ')} failed: run it by hand to see more`);
    process.exit(1);
  }
}

/** When the newest file of a folder was written, in milliseconds; 0 for a folder that is not there. */
function newest(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return 0;
  const files = readdirSync(path, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return Math.max(
    0,
    ...files.map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );
}

if (!existsSync(join(root, 'node_modules'))) npm('ci', '--include=dev', '--no-audit', '--no-fund');
if (newest('src') > newest('dist')) npm('run', 'build');

const {serve} = await import('./serve.mjs');
const {origin} = await serve({port: Number(process.env.PORT ?? 8080)}).catch((error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return serve({port: 0});
});
console.log(`The demo is at ${origin}/ (Ctrl+C ends it)`);

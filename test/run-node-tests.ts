// npm run test:node -- [files…]
// npm run test:e2e -- [--engine chromium|firefox|webkit]… [files…]
import {readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {readArguments} from './browsers/read-arguments.ts';

const words = process.argv.slice(2);
const e2e = words[0] === '--e2e';
const {engines, files} = readArguments(e2e ? words.slice(1) : words);
const ending = e2e ? '.e2e.ts' : '.node.test.ts';
const every = () =>
  readdirSync('test', {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith(ending))
    .map((name) => `test/${name}`)
    .sort();

const chosen = (files.length ? files : every()).map((file) => resolve(file));
const counts: Record<string, number> = {};

/** Runs files, each in a process of its own, and prints how they went. */
async function runFiles(files: string[]): Promise<void> {
  const stream = run({files, concurrency: 2, timeout: 900_000});
  // The runner ends with its own counts: "pass 12", "fail 0", "cancelled 0".
  stream.on('test:diagnostic', ({message}) => {
    const [, word, number] = /^(pass|fail|cancelled) (\d+)$/.exec(message) ?? [];
    if (word) counts[word] = (counts[word] ?? 0) + Number(number);
  });
  const report = stream.compose(new spec());
  report.pipe(process.stdout, {end: false});
  await new Promise((resolve) => report.on('end', resolve));
}

// The processes take these from the environment.
process.env['NODE_OPTIONS'] = '--import=tsx';
process.env['FILES'] = chosen.join();
if (!e2e) await runFiles(chosen);
for (const engine of e2e ? engines : []) {
  process.env['ENGINES'] = engine;
  await runFiles([resolve('test/e2e/all.ts')]);
}

const passed = counts['pass'] ?? 0;
// A run that found nothing to do has not shown anything.
const failed = (counts['fail'] ?? 0) + (counts['cancelled'] ?? 0) || (passed ? 0 : 1);
process.exitCode = failed ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

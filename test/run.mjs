/**
 * `npm test`: every check there is, as the first command in a fresh clone of a fresh Debian machine.
 * Two workers for two cores take one step after the other.
 * The very last line is `N passed, N failed`.
 */
import {prepare} from './run/prepare.mjs';
import {runStep} from './run/step.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const bin = (name) => `node_modules/.bin/${name}`;
const sources = ['src', 'test', 'demo', '*.mjs'];
const tsx = (...args) => ({command: bin('tsx'), args});

const engines = ['webkit', 'firefox', 'chromium'];
/** The longest first, so that the two workers end together. */
const steps = [
  ...engines.map((engine) => ({
    name: `end to end in ${engine}`,
    ...tsx('test/run-node-tests.ts', '--e2e', '--engine', engine),
  })),
  ...engines.map((engine) => ({
    name: `browser tests in ${engine}`,
    ...tsx('test/browsers/run.ts', '--engine', engine),
  })),
  {name: 'dist is up to date', command: process.execPath, args: ['test/run/dist-is-current.mjs']},
  {name: 'node tests', ...tsx('test/run-node-tests.ts')},
  {
    name: 'eslint',
    command: bin('eslint'),
    args: ['-c', 'test/eslint.config.mjs', '--no-error-on-unmatched-pattern', ...sources],
  },
  {
    name: 'prettier',
    command: bin('prettier'),
    args: ['--check', '--no-error-on-unmatched-pattern', '--log-level=warn', ...sources],
  },
  {name: 'types of test', command: bin('tsc'), args: ['-p', 'test']},
  {name: 'types of src', command: bin('tsc'), args: ['-p', 'src']},
];

async function work(queue) {
  const results = [];
  for (let step = queue.shift(); step; step = queue.shift()) results.push(await runStep(step));
  return results;
}

/** Lines of a failed step told once more at the end, where they are found: reporters end with what failed. */
const told = 60;

function report(results) {
  for (const {name, failed, output = ''} of results) {
    if (failed) console.log(`\n━━ failed: ${name}\n${output.split('\n').slice(-told).join('\n')}`);
  }
  console.log('\n━━ summary');
  for (const {name, passed, failed, seconds} of results) {
    console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed');
  process.exitCode = failed ? 1 : 0;
  console.log(`${sum('passed')} passed, ${failed} failed`);
}

const obstacle = prepare();
if (obstacle) {
  console.error(obstacle);
  report([{name: 'preparation', passed: 0, failed: 1, seconds: 0}]);
} else {
  const queue = [...steps];
  report((await Promise.all([work(queue), work(queue)])).flat());
}

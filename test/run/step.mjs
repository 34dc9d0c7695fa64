/** One step of `npm test`: a program whose end, and whose last line if it counts, says how it went. */
import {spawn} from 'node:child_process';
import {stripVTControlCharacters} from 'node:util';

const limit = 14 * 60_000;
const running = new Set();
process.on('exit', () => running.forEach(end));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

// Each step is a process group of its own, so that the browsers it started end with it.
function end(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // Already gone.
  }
}

/** The counts a step ends with: its own `N passed, N failed`, or one for the whole step. */
export function readCounts(output, code) {
  const lines = stripVTControlCharacters(output).trimEnd().split('\n');
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? '') ?? [];
  if (passed === undefined) return code === 0 ? {passed: 1, failed: 0} : {passed: 0, failed: 1};
  return {passed: Number(passed), failed: Number(failed) || (code === 0 ? 0 : 1)};
}

/** Runs a step to its end and prints what it said in one piece. */
export function runStep({name, command, args, env = {}}) {
  const start = Date.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      env: {...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    const timer = setTimeout(() => {
      output += `\n${name} took longer than ${limit / 60_000} minutes and was ended\n`;
      end(child);
    }, limit);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => (output += `${error}\n`));
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      const counts = readCounts(output, code);
      const seconds = Math.round((Date.now() - start) / 1000);
      output = stripVTControlCharacters(output).trimEnd();
      process.stdout.write(`\n━━ ${name} (${seconds} s)\n${output}\n`);
      resolve({name, seconds, output, ...counts});
    });
  });
}

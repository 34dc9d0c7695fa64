// npm run test:browser -- [--engine chromium|firefox|webkit]… [files…]
import {defaultReporter, startTestRunner} from '@web/test-runner';
import type {TestSession, TestSuiteResult} from '@web/test-runner-core';
import {webTestRunnerConfig} from '../web-test-runner.config.ts';
import {type EngineName} from './engine-names.ts';
import {readArguments} from './read-arguments.ts';

type Count = {passed: number; failed: number; skipped: number};

const everything = ['test/**/*.test.ts', '!test/**/*.node.test.ts'];

function countTests(suite: TestSuiteResult | undefined): Count {
  const count = {passed: 0, failed: 0, skipped: 0};
  for (const test of suite?.tests ?? []) {
    if (test.passed) count.passed++;
    else if (test.skipped) count.skipped++;
    else count.failed++;
  }
  for (const inner of suite?.suites ?? []) {
    const {passed, failed, skipped} = countTests(inner);
    count.passed += passed;
    count.failed += failed;
    count.skipped += skipped;
  }
  return count;
}

// A file that did not load has no tests to count: it is one failure.
function countSession(session: TestSession): Count {
  const count = countTests(session.testResults);
  if (!session.passed && count.failed === 0) count.failed = 1;
  return count;
}

/** Starts on another port where somebody has taken the free one meanwhile: the server throws that where nobody can catch it. */
async function startOnFreePort(engine: EngineName, files: readonly string[], tries = 3) {
  const config = await webTestRunnerConfig(engine, files);
  let fail: (error: unknown) => void = () => {};
  const thrown = new Promise<never>((_, reject) => (fail = reject));
  process.once('uncaughtException', fail);
  try {
    const starting = startTestRunner({
      config: {...config, reporters: [defaultReporter({reportTestResults: true, reportTestProgress: false})]},
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
    });
    return await Promise.race([starting, thrown]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === 1) throw error;
  } finally {
    process.off('uncaughtException', fail);
  }
  return startOnFreePort(engine, files, tries - 1);
}

async function runEngine(engine: EngineName, files: readonly string[]): Promise<Count> {
  const runner = await startOnFreePort(engine, files);
  if (!runner) return {passed: 0, failed: 1, skipped: 0};
  await new Promise((resolve) => runner.on('stopped', resolve));
  const sum = {passed: 0, failed: 0, skipped: 0};
  for (const session of runner.sessions.all()) {
    const {passed, failed, skipped} = countSession(session);
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    if (failed) console.log(`${engine}: ${failed} failed in ${session.testFile}`);
  }
  if (sum.passed + sum.failed === 0) sum.failed = 1;
  return sum;
}

const {engines, files} = readArguments(process.argv.slice(2));
const total = {passed: 0, failed: 0};
for (const engine of engines) {
  const start = Date.now();
  const {passed, failed, skipped} = await runEngine(engine, files.length ? files : everything);
  const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
  console.log(`${engine}: ${counts} in ${Math.round((Date.now() - start) / 1000)} s`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

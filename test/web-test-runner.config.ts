// What `@web/test-runner-commands` can do here, tried in each engine:
//
//                              Chromium   Firefox   WebKit
//   sendKeys type/press/down/up   yes       yes       yes     real keys; a chord is down, press, up
//   sendMouse, resetMouse         yes       yes       yes     real mouse, whole pixels
//   setViewport                   yes       yes       yes     every file starts at 800 x 600
//   emulateMedia                  yes       no        no      no forced colours; end to end tests can start a
//                                                             browser dark, still or with forced colours
//   a11ySnapshot                  yes       no        no
//
// axe-core is no module: `import 'axe-core/axe.min.js'` and take the global `axe`.
import {esbuildPlugin} from '@web/dev-server-esbuild';
import type {TestRunnerConfig} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import type {EngineName} from './browsers/engine-names.ts';
import {freePort} from './browsers/free-port.ts';
import {launchOptions} from './browsers/launch-options.ts';
import {namedSpace} from './browsers/named-space.ts';
import {webkitLauncher} from './browsers/webkit-launcher.ts';

const root = new URL('..', import.meta.url).pathname;

/** The test runner's settings for one engine. */
export async function webTestRunnerConfig(
  engine: EngineName,
  files: readonly string[],
): Promise<Partial<TestRunnerConfig>> {
  return {
    rootDir: root,
    files: [...files],
    hostname: '127.0.0.1',
    port: await freePort(),
    // One page at a time: a page in the background is throttled, and cookies are shared by all of them.
    concurrency: 1,
    browsers: [
      engine === 'webkit'
        ? webkitLauncher()
        : chromeLauncher({
            puppeteer,
            launchOptions: launchOptions(engine),
            createPage: async ({context}) => namedSpace(await context.newPage()),
          }),
    ],
    nodeResolve: {exportConditions: ['browser', 'development']},
    plugins: [esbuildPlugin({ts: true, target: 'es2022', tsconfig: `${root}test/browser.tsconfig.json`})],
    mimeTypes: {'**/*.ts': 'js'},
    filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 120_000,
    testFramework: {config: {ui: 'bdd', timeout: 10_000, forbidOnly: Boolean(process.env['CI'])}},
  };
}

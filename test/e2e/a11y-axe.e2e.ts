import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {arrive, stateSite} from '../a11y/state-site.ts';
import {languagesIn, worthTrying} from '../a11y/states.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import type {Page} from './driver/browser.ts';
import type {Site} from './driver/site.ts';

interface Result {
  violations: {id: string; help: string; nodes: {html: string; failureSummary?: string}[]}[];
  passes: unknown[];
}
declare const axe: {run(context: Document, options: object): Promise<Result>};

let own: Site;
before(async () => {
  own = await stateSite();
});
after(() => own.close());

async function violations(page: Page, runOnly?: readonly string[]): Promise<string[]> {
  return page.evaluate(async (runOnly: readonly string[] | undefined) => {
    if (!('axe' in window)) {
      const script = document.createElement('script');
      script.src = '/node_modules/axe-core/axe.min.js';
      await new Promise((done) => {
        script.onload = done;
        document.head.append(script);
      });
    }
    const {violations, passes} = await axe.run(document, {
      ...(runOnly && {runOnly}),
      rules: {'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}},
    });
    const told = violations.map(
      ({id, help, nodes}) =>
        `${id}: ${help} ${nodes.map(({html, failureSummary}) => `${html} ${failureSummary}`).join('; ')}`,
    );
    return passes.length ? told : [...told, 'axe looked at nothing'];
  }, runOnly);
}

const contrast = ['color-contrast', 'color-contrast-enhanced'];

forEachEngine(
  'axe',
  ({engine, newPage}) => {
    let page: Page;
    before(async () => {
      page = await newPage();
    });
    for (const lang of languagesIn(engine)) {
      for (const state of worthTrying(engine, lang)) {
        it(`finds nothing wrong with ${state.name} in ${lang}`, async () => {
          if (engine === 'chromium') await page.emulate({});
          await arrive(page, own, state, lang);
          assert.deepEqual(await violations(page), []);
          // Colours do not depend on the language.
          if (engine !== 'chromium' || lang !== 'en') return;
          assert.ok(await page.emulate({colorScheme: 'dark'}));
          assert.deepEqual(await violations(page, contrast), [], 'dark');
          assert.ok(await page.emulate({colorScheme: 'dark', forcedColors: 'active'}));
          assert.deepEqual(await violations(page, contrast), [], 'forced colours');
        });
      }
    }
  },
  {sameVisitor: true},
);

import {after, before, it} from 'node:test';
import {forEachEngine} from './driver/for-each-engine.ts';
import {poll} from './driver/poll.ts';
import {site, type Site} from './driver/site.ts';
import type {Consent} from '../../src/core/consent.ts';

declare const cookieModes: Consent;

let own: Site;
before(async () => {
  own = await site({
    '/': `<!doctype html><html lang="en"><title>views</title>
      <script src="/dist/cookie-modes.js" data-policy-url="/privacy"></script><body><main></main>`,
    '/frame': '<!doctype html><title>frame</title>',
  });
});
after(() => own.close());

forEachEngine(
  'a single-page application',
  ({newPage}) => {
    for (const mode of ['notify', 'accept-all'] as const) {
      it(`keeps nothing of sixty views that have come and gone (${mode})`, async () => {
        const tab = await newPage();
        await tab.goto(own.url('/'));
        await tab.evaluate(async (mode: 'notify' | 'accept-all') => {
          cookieModes.choose(mode);
          for (let view = 0; view < 60; view++) {
            const main = document.querySelector('main');
            main?.insertAdjacentHTML(
              'beforeend',
              `<iframe data-purpose="activity" data-src="/frame" title="A map"></iframe>
              <template data-purpose="statistics"><b>Counted</b></template><cookie-modes-settings></cookie-modes-settings>`,
            );
            await new Promise((resolve) => setTimeout(resolve, 10));
            main?.replaceChildren();
            await new Promise((resolve) => setTimeout(resolve));
          }
          cookieModes.choose('refuse-all');
        }, mode);
        await poll('nothing of the views is held', async () => {
          const frames = await tab.instances('HTMLIFrameElement');
          // The interface has a few templates of its own.
          const templates = await tab.instances('HTMLTemplateElement');
          const buttons = await tab.instances(`customElements.get('cookie-modes-settings')`);
          const held = `${frames} frames, ${templates} templates, ${buttons} buttons`;
          return frames + buttons || templates > 30 ? {reason: held} : {answer: held};
        });
      });
    }
  },
  {only: ['chromium']}, // no other lets objects be counted
);

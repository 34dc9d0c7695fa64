import type {BrowserLauncher} from '@web/test-runner-core';
import {startWebKit, type WebKit} from './webkit.ts';
import {setInnerSize, webkitPage, type WebKitPage} from './webkit-page.ts';

/** A test runner's launcher for WebKitGTK: one window, one test file after the other. */
export function webkitLauncher(): BrowserLauncher & {getPage(id: string): WebKitPage} {
  let browser: Promise<WebKit> | undefined;
  let page: WebKitPage | undefined;
  const active = new Map<string, string>();
  const getSession = async () => (await (browser ??= startWebKit({pageLoadStrategy: 'none'}))).session;
  const open = async (url: string) => (await getSession()).send<void>('POST', '/url', {url});

  return {
    name: 'WebKit',
    // Under this name the test runner's own commands find `getPage`.
    type: 'playwright',
    async initialize() {},
    async stop() {
      await (await browser?.catch(() => undefined))?.close();
    },
    async startSession(id, url) {
      const session = await getSession();
      page ??= webkitPage(session);
      active.set(id, url);
      await setInnerSize(session, 800, 600);
      await open(url);
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: async (id) => active.get(id),
    async stopSession(id) {
      // A page that stays would keep its timers and its cookies' listeners running beside the next file.
      await open('about:blank');
      active.delete(id);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('Debugging is not offered in WebKit')),
    getPage() {
      if (!page) throw new Error('WebKit has no page yet');
      return page;
    },
  };
}

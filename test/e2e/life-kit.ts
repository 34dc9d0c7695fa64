import type {Page} from './driver/browser.ts';

declare const hashed: string[];

/** A site that counts visits, and does nothing else. */
export const counting = {
  policy: {url: '/privacy', version: '1.0'},
  services: [{id: 'stats', purpose: 'statistics', cookies: [{name: '_s'}]}],
};

// Tells the texts whose hashes are done: what waits for one of them goes on before anything else.
const hashing = `window.hashed = []; if (crypto.subtle) {
    const {digest} = SubtleCrypto.prototype;
    SubtleCrypto.prototype.digest = function (kind, bytes) {
      const answer = digest.call(this, kind, bytes);
      answer.then(() => hashed.push(new TextDecoder().decode(bytes)));
      return answer;
    };
  }`;

/** A page of it with the built script tag, its configuration changed where a test wants that. */
export const countingPage = (more: object = {}, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><title>life</title>
  <script>${hashing}</script>
  <script type="application/json" id="cookie-modes-config">${JSON.stringify({...counting, ...more})}</script>
  <script src="/dist/cookie-modes.js" data-config="#cookie-modes-config"></script><h1>Home</h1>`;

/** Waits until the notice asks and has the hash of its text; answers that text. */
export const hashedText = (tab: Page) =>
  tab.waitFor(() => {
    const notice = document.querySelector('cookie-modes[open]:has([data-mode="notify"])');
    const text = [...(notice?.children ?? [])].map(({textContent}) => textContent).join('\n');
    return notice?.checkVisibility() && hashed.includes(text) ? text : '';
  });

/** Runs in a page before everything else: a database may take longer to go than the 3 seconds it is given, most of all in Firefox. */
export const patient = `{
    const native = setTimeout;
    window.setTimeout = (run, ms, ...rest) => native(run, ms === 3000 ? 20000 : ms, ...rest);
  }`;

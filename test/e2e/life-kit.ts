/** A site that counts visits, and does nothing else. */
export const counting = {
  policy: {url: '/privacy', version: '1.0'},
  services: [{id: 'stats', purpose: 'statistics', cookies: [{name: '_s'}]}],
};

/** A page of it with the built script tag, its configuration changed where a test wants that. */
export const countingPage = (more: object = {}, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><title>life</title>
  <script type="application/json" id="cookie-modes-config">${JSON.stringify({...counting, ...more})}</script>
  <script src="/dist/cookie-modes.js" data-config="#cookie-modes-config"></script><h1>Home</h1>`;

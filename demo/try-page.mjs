const example = JSON.stringify({policy: {url: '/privacy#cookies', version: '1.0'}}, null, 2);
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** /try: the library with any configuration, right or wrong, and one gated thing of each kind. `?lang=` sets the page’s language. */
export function tryPage(query) {
  const config = query.get('config') ?? example;
  // No `<` may end the block early; inside JSON strings this means the same.
  const block = config.replaceAll('<', '\\u003c').replaceAll('{{', '{ {');
  return `<!doctype html>
<html lang="{{lang}}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Try a configuration</title>
    <script type="application/json" id="cookie-modes-config">${block}</script>
    <script nonce="{{nonce}}" src="/dist/cookie-modes.js" data-config="#cookie-modes-config"></script>
    ${query.has('twice') ? '<script nonce="{{nonce}}" src="/dist/cookie-modes.js" data-config="#cookie-modes-config"></script>' : ''}
    {{include head.html}}
  </head>
  <body>
    <main lang="en">
      <h1>Try a configuration</h1>
      <form action="/try">
        <label for="config">Configuration (JSON)</label>
        <textarea id="config" name="config" rows="16" cols="60" spellcheck="false">${escape(config)}</textarea>
        <label for="lang">Language of the page</label>
        <input id="lang" name="lang" value="{{lang}}" size="8" />
        <label><input type="checkbox" name="twice" ${query.has('twice') ? 'checked' : ''} /> Include the library twice</label>
        <button>Try it</button>
      </form>
      <p class="loss" data-without="personalization">Personalization is not allowed.</p>
      <template data-purpose="personalization"><p>Personalization is allowed.</p></template>
      <iframe class="frame" data-purpose="activity" data-src="/frames/map" title="Ferry map"></iframe>
      <p><cookie-modes-settings></cookie-modes-settings> <a href="#cookie-modes">Cookie settings</a></p>
      <cookie-modes-table></cookie-modes-table>
    </main>
    {{include panel.html}}
    {{include ahoy.html}}
  </body>
</html>`;
}

import {serviceOf, vendors} from './vendors.mjs';

/**
 * /vendors: all vendors, or `?only=ahoy,mixpanel`. `?gate=off` leaves the scripts unmarked, so that only the guard stands between
 * them and storage; with `&net` the configuration names their URLs all the same, for the gate's net under unmarked scripts.
 * `?declare=no` leaves the services out of the configuration.
 */
export function vendorPage(query) {
  const only = query.get('only')?.split(',');
  const chosen = vendors.filter(({id}) => !only || only.includes(id));
  const gated = query.get('gate') !== 'off';
  const urls = gated || query.has('net');
  const config = {
    policy: {url: '/privacy#cookies', version: '1.0'},
    services:
      query.get('declare') === 'no'
        ? []
        : chosen.map((vendor) => ({...serviceOf(vendor), ...(!urls && {src: []})})),
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Five vendors, ${gated ? 'gated' : 'not gated'}</title>
    <script type="application/json" id="cookie-modes-config">${JSON.stringify(config)}</script>
    <script nonce="{{nonce}}" src="/dist/cookie-modes.js" data-config="#cookie-modes-config"></script>
    {{include head.html}}
  </head>
  <body>
    <main>
      <h1>Five vendors, ${gated ? 'gated' : 'not gated'}</h1>
      <ul>${chosen.map(({id, name, writes}) => `<li><b>${id}</b>: ${name}; writes ${writes}</li>`).join('')}</ul>
      <p><a href="/vendors">Gated</a> · <a href="/vendors?gate=off">Not gated</a> ·
        <a href="/vendors?gate=off&amp;declare=no">Not gated, not declared</a></p>
      <p><cookie-modes-settings></cookie-modes-settings> <a href="#cookie-modes">Cookie settings</a></p>
    </main>
    {{include panel.html}}
    ${chosen.map((vendor) => scripts(vendor, gated)).join('\n    ')}
  </body>
</html>`;
}

function scripts({id, purpose, setup, setupFirst}, gated) {
  const mark = gated ? ` type="text/plain" data-purpose="${purpose}" data-service="${id}"` : '';
  const tags = [
    `<script nonce="{{nonce}}"${mark} src="/vendor/${id}.js"></script>`,
    `<script nonce="{{nonce}}"${mark}>${setup}</script>`,
  ];
  return (setupFirst ? tags.reverse() : tags).join('\n    ');
}

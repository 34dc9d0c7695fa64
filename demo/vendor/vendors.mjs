/**
 * Real third-party code from npm that the demo gates: where it is, how it is set up against the local collector, and what it
 * stores in a browser. Measured in Chromium; the tests declare services from this table.
 */
const setup = {
  ahoy: `ahoy.configure({urlPrefix: '/collect'});
ahoy.trackView();`,
  snowplow: `snowplowBrowserTracking.newTracker('sp', location.origin, {
  appId: 'demo',
  postPath: '/collect/snowplow',
  cookieSecure: location.protocol === 'https:',
});
snowplowBrowserTracking.trackPageView();`,
  datadog: `DD_LOGS.init({clientToken: 'demo', proxy: location.origin + '/collect/datadog', telemetrySampleRate: 0});
DD_LOGS.logger.info('page shown');`,
  countly: `Countly.init({app_key: 'demo', url: location.origin + '/collect/countly'});
Countly.track_sessions();
Countly.track_pageview();`,
  mixpanel: `window.mixpanel = Object.assign([], {
  __SV: 1.2,
  _i: [['demo', {api_host: location.origin + '/collect/mixpanel', track_pageview: true, persistence: 'cookie'}, 'mixpanel']],
});`,
};

/** The five vendors. `setupFirst`: the setup script comes before the vendor's file (a queue the file picks up). */
export const vendors = [
  {
    id: 'ahoy',
    name: 'Ahoy visit counter',
    provider: 'ahoy.js',
    purpose: 'statistics',
    file: 'ahoy.js/dist/ahoy.min.js',
    writes: 'document.cookie',
    setup: setup.ahoy,
    cookies: [
      {name: 'ahoy_visit', retention: 'PT4H'},
      {name: 'ahoy_visitor', retention: 'P400D'},
      {name: 'ahoy_events', retention: 'PT1M'},
      {name: 'ahoy_track', retention: 'PT1M'},
    ],
    storage: [],
    indexedDB: [],
  },
  {
    id: 'snowplow',
    name: 'Snowplow page statistics',
    provider: 'Snowplow',
    purpose: 'statistics',
    file: '@snowplow/browser-tracker/dist/index.umd.min.js',
    writes: 'document.cookie, localStorage',
    setup: setup.snowplow,
    cookies: [
      {name: '_sp_id.*', retention: 'P400D'},
      {name: '_sp_ses.*', retention: 'PT30M'},
      {name: '_sp_root_domain_test_*'},
    ],
    storage: [{name: 'snowplowOutQueue_*'}],
    indexedDB: [],
  },
  {
    id: 'datadog',
    name: 'Datadog error log',
    provider: 'Datadog',
    purpose: 'statistics',
    file: '@datadog/browser-logs/bundle/datadog-logs.js',
    writes: 'cookieStore where there is one, else document.cookie; sessionStorage',
    setup: setup.datadog,
    cookies: [{name: '_dd_s_v2', retention: 'P1Y'}, {name: 'dd_cookie_test_*'}],
    storage: [{name: '_dd_tab_id'}],
    indexedDB: [],
  },
  {
    id: 'countly',
    name: 'Countly activity report',
    provider: 'Countly',
    purpose: 'activity',
    file: 'countly-sdk-web/lib/countly.min.js',
    writes: 'localStorage',
    setup: setup.countly,
    cookies: [{name: 'cly_testLocal'}],
    storage: [{name: 'demo/cly_*'}, {name: 'cly_*'}],
    indexedDB: [],
  },
  {
    id: 'mixpanel',
    name: 'Mixpanel event statistics',
    provider: 'Mixpanel',
    purpose: 'statistics',
    file: 'mixpanel-browser/dist/mixpanel.min.js',
    writes: 'document.cookie, localStorage, sessionStorage, IndexedDB',
    setup: setup.mixpanel,
    setupFirst: true,
    cookies: [{name: 'mp_demo_mixpanel', retention: 'P1Y'}],
    storage: [{name: '__mpq_demo_*'}, {name: 'mp_*'}, {name: '__mplss_*'}],
    indexedDB: ['mixpanelBrowserDb', 'mixpanelFlagsDb'],
  },
];

/** One vendor as a `services` entry of the configuration. */
export function serviceOf({id, name, provider, purpose, cookies, storage, indexedDB}) {
  return {id, name, provider, purpose, src: [`/vendor/${id}.js`], cookies, storage, indexedDB};
}

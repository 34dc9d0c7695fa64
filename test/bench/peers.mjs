/** Other consent libraries, fetched from the npm registry at pinned versions into build/, for this comparison only. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, renameSync} from 'node:fs';

const folder = new URL('../../build/peers/', import.meta.url);

/** Each as its own documentation says to start it: head, then body; and what it shows. */
export const peers = [
  {
    name: 'vanilla-cookieconsent',
    version: '3.1.0',
    head: '<link rel="stylesheet" href="/peers/vanilla-cookieconsent/dist/cookieconsent.css">',
    body: `<script defer src="/peers/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>
<script>addEventListener('DOMContentLoaded', () => CookieConsent.run({
  hideFromBots: false,
  categories: {necessary: {enabled: true, readOnly: true}, statistics: {}},
  language: {default: 'en', translations: {en: {
    consentModal: {title: 'Cookies', description: 'With your consent, this website uses cookies.',
      acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Refuse all', showPreferencesBtn: 'Settings'},
    preferencesModal: {title: 'Settings', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Refuse all',
      savePreferencesBtn: 'Save', closeIconLabel: 'Close', sections: [{title: 'Statistics', description: 'Counting.', linkedCategory: 'statistics'}]},
  }}},
}));</script>`,
    shows: '#cc-main .cm',
  },
  {
    name: 'klaro',
    version: '0.7.22',
    head: '',
    body: `<script defer src="/config/klaro.js"></script>
<script defer data-config="klaroConfig" src="/peers/klaro/dist/klaro.js"></script>`,
    config: `var klaroConfig = {version: 1, elementID: 'klaro', acceptAll: true, lang: 'en',
  translations: {en: {privacyPolicyUrl: '/privacy', purposes: {statistics: 'Statistics'}}, zz: {privacyPolicyUrl: '/privacy'}},
  services: [{name: 'counter', title: 'Counter', purposes: ['statistics']}]};`,
    shows: '.klaro .cookie-notice',
  },
  {
    name: 'orejime',
    version: '3.2.1',
    head: '<link rel="stylesheet" href="/peers/orejime/dist/orejime-standard.css">',
    body: `<script>window.orejimeConfig = {privacyPolicyUrl: '/privacy', purposes: [{id: 'statistics', title: 'Statistics', cookies: ['visits']}]};</script>
<script src="/peers/orejime/dist/orejime-standard-en.js"></script>`,
    shows: '.orejime-Banner',
  },
  {
    name: 'tarteaucitronjs',
    version: '1.34.0',
    head: '<script src="/peers/tarteaucitronjs/tarteaucitron.min.js"></script>',
    body: `<script>var tarteaucitronForceLanguage = 'en';
tarteaucitron.init({privacyUrl: '/privacy', orientation: 'bottom', showIcon: false, highPrivacy: true, DenyAllCta: true, AcceptAllCta: true, bodyPosition: 'bottom'});
tarteaucitron.services.counter = {key: 'counter', type: 'analytic', name: 'Counter', uri: '/privacy', needConsent: true, cookies: [], js: function () {}};
(tarteaucitron.job = tarteaucitron.job || []).push('counter');</script>`,
    shows: '#tarteaucitronAlertBig',
  },
];

/** The peers that could be fetched, and the folder they are in. */
export function fetchPeers() {
  mkdirSync(folder, {recursive: true});
  const there = peers.filter(({name, version}) => {
    if (existsSync(new URL(`${name}/package.json`, folder))) return true;
    const pack = spawnSync('npm', ['pack', '--silent', `${name}@${version}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    const file = pack.stdout?.trim();
    if (pack.status !== 0 || spawnSync('tar', ['xzf', file], {cwd: folder}).status !== 0) {
      console.warn(`${name}@${version} cannot be fetched from npm, and is left out`);
      return false;
    }
    renameSync(new URL('package/', folder), new URL(`${name}/`, folder));
    return true;
  });
  return {peers: there, folder};
}

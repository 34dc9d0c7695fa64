import {start} from 'cookie-modes';
import {attachUi} from 'cookie-modes/define';

const consent = (window.cookieModes = start({
  policy: {url: '/privacy#cookies', version: '1.0'},
  purposes: {activity: {}, statistics: {}},
  services: [
    {
      id: 'ahoy',
      name: 'Visit counter',
      provider: 'ahoy.js',
      purpose: 'statistics',
      src: ['/vendor/ahoy.js'],
      cookies: [{name: 'ahoy_*', retention: 'P400D'}],
    },
  ],
}));
attachUi(consent);

const show = () => (document.querySelector('#state').textContent = consent.mode ?? 'no choice yet');
consent.addEventListener('change', show);
show();
consent.when('activity').then(() => document.documentElement.setAttribute('data-activity', 'allowed'));

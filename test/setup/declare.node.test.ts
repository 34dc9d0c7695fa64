import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {declare} from '../../src/setup/declare.ts';
import {ConfigError} from '../../src/setup/shape.ts';

const policy = {url: '/privacy'};
const service = {id: 'ga4', purpose: 'activity'};

describe('a configuration', () => {
  it('needs nothing but the address of the policy', () => {
    const {used, purposes, record, undeclared, policy: read} = declare({policy});
    assert.deepEqual(used, ['personalization', 'activity', 'statistics']);
    assert.deepEqual(Object.keys(purposes), used);
    assert.deepEqual(
      {record: {...record}, undeclared, version: read.version},
      {record: {retention: 'P6M'}, undeclared: 'hold', version: '1.0'},
    );
  });

  it('tells the visitor of the purposes it declares and of those its services use', () => {
    assert.deepEqual(declare({policy, purposes: {marketing: {}}, services: [service]}).used, [
      'marketing',
      'activity',
    ]);
  });

  it('may say more of what is necessary, which is still not asked about', () => {
    const {used, purposes} = declare({policy, purposes: {necessary: {label: 'Needed'}, statistics: {}}});
    assert.deepEqual(used, ['statistics']);
    assert.equal(purposes['necessary']?.label, 'Needed');
  });

  it('may have texts in any language, whatever its tag says elsewhere', () => {
    for (const tag of ['id', 'src', 'url', 'domain', 'version']) {
      const text = {en: 'Ads', [tag]: 'Pemasaran dan iklan'};
      declare({
        policy: {...policy, changes: [text]},
        purposes: {marketing: {label: text, description: text, withoutIt: text}},
        services: [{...service, name: text, provider: text, description: text}],
      });
    }
  });

  it('is checked whatever kind of object it comes as', () => {
    const bare = (values: object) => Object.assign(Object.create(null), values);
    const wrong = [
      bare({policy: {url: 'javascript:alert(1)'}}),
      {policy: bare({url: 'javascript:alert(1)'})},
      {policy, record: bare({retention: '6 months'})},
      {policy, services: [bare({id: 'a b', purpose: 'activity'})]},
    ];
    for (const config of wrong) assert.throws(() => declare(config), ConfigError);
    assert.equal(declare(bare({policy: bare({url: '/p'})})).policy.url, '/p');
  });

  it('may have everything that the documentation shows', () => {
    declare({
      policy: {
        url: '/privacy#cookies',
        version: '2.0',
        updated: '2026-11-01',
        changes: ['A sentence.', {en: 'A', 'zh-TW': '一'}],
      },
      purposes: {
        personalization: {},
        marketing: {label: {en: 'M', 'zh-TW': '行銷'}, description: '…', withoutIt: '…'},
      },
      services: [
        {
          id: 'ga4',
          name: 'Google Analytics',
          provider: 'Google',
          purpose: 'activity',
          policyUrl: 'https://example.com/',
          src: ['https://www.googletagmanager.com/gtag/'],
          cookies: [{name: '_ga', retention: 'P13M'}, {name: '_ga_*'}],
          storage: [{name: 'ga:*'}],
          indexedDB: ['db'],
          caches: ['v1'],
          serviceWorkers: ['/sw/'],
          onWithdraw: () => undefined,
        },
      ],
      necessary: [{name: 'session_id', description: '…'}],
      undeclared: 'hold',
      record: {retention: 'P6M', domain: '.example.gov', receiptUrl: '/receipts'},
      signals: {gpc: true, googleConsentMode: false},
      notice: {placement: 'bottom', texts: {}},
      agency: {name: '…', contact: {phone: '…', extension: '…', email: '…', hours: '…'}},
    });
  });

  for (const [what, config, message] of [
    ['is missing', undefined, /the configuration must be like/],
    ['is a list', [], /the configuration must be like/],
    ['is a text', 'policy', /the configuration must be like/],
    ['has null for the policy', {policy: null}, /policy must be like/],
    ['lacks the policy', {}, /policy is missing/],
    ['lacks the address', {policy: {}}, /policy\.url is missing/],
    ['has another kind of value', {policy: 'privacy'}, /policy must be like \{"url":"\/privacy"/],
    ['has null', {policy, services: null}, /services must be like/],
    ['has an unknown key', {policy, purpose: {}}, /purpose is unknown: use policy, purposes/],
    [
      'has an unknown key inside',
      {policy: {...policy, link: 'x'}},
      /policy\.link is unknown: use url, version/,
    ],
    [
      'has a key of the prototype',
      JSON.parse('{"policy":{"url":"/"},"__proto__":{"x":1}}'),
      /__proto__ is unknown/,
    ],
    [
      'has such a purpose',
      JSON.parse('{"policy":{"url":"/"},"purposes":{"__proto__":{}}}'),
      /purposes\.__proto__ must be letters/,
    ],
    [
      'has a purpose that no record can hold',
      {policy, purposes: {'a.b': {}}},
      /purposes\.a\.b must be letters/,
    ],
    ['links to a script', {policy: {url: 'javascript:alert(1)'}}, /policy\.url must be like "\/privacy"/],
    ['hides that', {policy: {url: ' JaVa\nScRiPt:alert(1)'}}, /policy\.url must be/],
    [
      'links to data',
      {policy, services: [{...service, policyUrl: 'data:text/html,x'}]},
      /services\[0\]\.policyUrl must be/,
    ],
    [
      'has a version of one number',
      {policy: {...policy, version: '2'}},
      /policy\.version must be like "2\.0"/,
    ],
    ['has no date', {policy: {...policy, updated: '1 Nov'}}, /policy\.updated must be like "2026-11-01"/],
    ['has no duration', {policy, record: {retention: '6 months'}}, /record\.retention must be like "P6M"/],
    ['has a duration of nothing', {policy, record: {retention: 'P0D'}}, /record\.retention must be/],
    ['has a service without id', {policy, services: [{purpose: 'activity'}]}, /services\[0\]\.id is missing/],
    ['has a service without purpose', {policy, services: [{id: 'a'}]}, /services\[0\]\.purpose is missing/],
    [
      'has a service of an unknown purpose',
      {policy, services: [{id: 'a', purpose: 'ads'}]},
      /services\[0\]\.purpose must be in "purposes": "ads"/,
    ],
    [
      'has an id twice',
      {policy, services: [service, service]},
      /services\[1\]\.id must be renamed: "ga4" is taken/,
    ],
    [
      'has a service named as a purpose',
      {policy, services: [{...service, id: 'statistics'}]},
      /services\[0\]\.id must be renamed/,
    ],
    ['has a cookie without name', {policy, necessary: [{}]}, /necessary\[0\]\.name is missing/],
    ['has a number for a name', {policy, necessary: [{name: 1}]}, /necessary\[0\]\.name must be/],
    ['has an unknown word', {policy, undeclared: 'maybe'}, /undeclared must be like "hold"/],
    ['has text for a flag', {policy, signals: {gpc: 'yes'}}, /signals\.gpc must be like true/],
    ['has an unknown place', {policy, notice: {placement: 'middle'}}, /notice\.placement must be/],
    ['has a text of numbers', {policy, purposes: {a: {label: {en: 1}}}}, /purposes\.a\.label\.en must be/],
  ] as const) {
    it(`that ${what} is refused with its place and the remedy`, () => {
      assert.throws(
        () => declare(config),
        (error: Error) =>
          error instanceof ConfigError && error.name === 'ConfigError' && message.test(error.message),
      );
    });
  }

  it('leaves the prototype of everything alone', () => {
    assert.throws(
      () => declare(JSON.parse('{"policy":{"url":"/","__proto__":{"polluted":1}}}')),
      ConfigError,
    );
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });
});

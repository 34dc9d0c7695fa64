import assert from 'node:assert/strict';
import {after, before, beforeEach, it} from 'node:test';
import {askedFor} from './driver/asked-for.ts';
import {forEachEngine} from './driver/for-each-engine.ts';
import {none, right, tagSite, traces, type Shape, type TagSite} from './script-tag-kit.ts';

declare const ran: string[];
declare const heard: string[];
declare const news: string[];

const {policy, services} = right;
const tracker = services[0];
const block = 'data-config="#cookie-modes-config"';

/** What is wrong, the page, and what the one console message must say. */
const cases: readonly (readonly [string, Shape, string])[] = [
  ['broken JSON', {config: '{"policy": {"url": "/privacy"},}'}, `${block} must name a JSON block`],
  ['no block', {}, `${block} must name a JSON block above it`],
  [
    'a block of another name',
    {config: right, attributes: 'data-config="#other"'},
    'data-config="#other" must name',
  ],
  ['no selector', {config: right, attributes: 'data-config="#1"'}, 'data-config="#1" must name'],
  ['a list', {config: [1]}, 'the configuration must be like'],
  [
    'null, with an attribute',
    {config: 'null', attributes: 'data-config="#cookie-modes-config" data-locale="en"'},
    'policy is missing',
  ],
  ['no policy', {config: {purposes: {}}}, 'policy is missing'],
  ['no policy URL', {config: {policy: {version: '1.0'}}}, 'policy.url is missing'],
  ['a number for a policy', {config: {policy: 5}}, 'policy must be like'],
  ['a list for purposes', {config: {policy, purposes: ['activity']}}, 'purposes must be like'],
  ['a text for services', {config: {policy, services: 'tracker'}}, 'services must be like'],
  ['a text for true', {config: {policy, signals: {gpc: 'yes'}}}, 'signals.gpc must be like'],
  ['a version that is none', {config: {policy: {...policy, version: 'two'}}}, 'policy.version must be like'],
  [
    'a retention that is none',
    {config: {policy, record: {retention: '6 months'}}},
    'record.retention must be like',
  ],
  ['an unknown key', {config: {policy, purpose: {}}}, 'purpose is unknown: use policy, purposes'],
  [
    'an unknown key deep down',
    {config: {policy, services: [{...tracker, cookie: []}]}},
    'services[0].cookie is unknown',
  ],
  ['a policy of scripts', {config: {policy: {url: ' jAvascript:alert(1)'}}}, 'policy.url must be like'],
  [
    'such a policy by attribute',
    {attributes: 'data-policy-url="javascript:alert(1)"'},
    'policy.url must be like',
  ],
  [
    'a purpose twice',
    {config: '{"policy": {"url": "/privacy"}, "purposes": {"activity": {}, "activity": {}}}'},
    'must not say "activity": twice',
  ],
  [
    'a service twice',
    {config: {policy, services: [tracker, tracker]}},
    'services[1].id must be renamed: "tracker" is taken',
  ],
  [
    'a service named like a purpose',
    {config: {policy, services: [{id: 'activity', purpose: 'activity'}]}},
    'services[0].id must be renamed',
  ],
  [
    'a purpose nobody declares',
    {config: {policy, services: [{id: 'a', purpose: 'ads'}]}},
    'services[0].purpose must be in "purposes": "ads"',
  ],
  [
    '__proto__',
    {config: '{"policy": {"url": "/privacy"}, "__proto__": {"undeclared": "allow"}}'},
    '__proto__ is unknown',
  ],
  [
    '__proto__ for a purpose',
    {config: '{"policy": {"url": "/privacy"}, "purposes": {"__proto__": {}}}'},
    'purposes.__proto__ must be letters',
  ],
];

let tags: TagSite;
const addresses = new Map<string, string>();
before(async () => {
  tags = await tagSite();
  for (const [name, shape] of cases)
    addresses.set(name, tags.page({...shape, headers: {'set-cookie': 'own=1; Path=/'}}));
});
after(() => tags.own.close());

forEachEngine('a configuration that cannot be read', (visitor) => {
  beforeEach(() => tags.own.forget());
  for (const accepted of [false, true]) {
    it(`is told of once, and keeps all shut${accepted ? ' for somebody who has accepted, too' : ''}`, async () => {
      const tab = await visitor.newPage();
      if (accepted) {
        await tab.goto(tags.page({config: right}, '/right'));
        await tab.evaluate(() => window.cookieModes.choose('accept-all'));
        await tab.waitFor(() => ran.includes('external') && ran.includes('last'));
        await askedFor(tags.own.paths, /^\/pixel/);
        await tab.evaluate(() => {
          localStorage.clear();
          document.cookie = 'track=; path=/; max-age=0';
        });
        await tab.goto(tags.own.url('/privacy'));
        tags.own.forget();
      }
      for (const [name, , words] of cases) {
        await tab.goto(addresses.get(name) ?? '');
        await tab.waitFor(() => document.readyState === 'complete');
        const told = await tab.evaluate(() => heard);
        assert.equal(told.length, 1, `${name}: ${told.join('\n')}`);
        assert.ok(told[0]?.startsWith('error: cookie-modes: '), `${name}: ${told[0]}`);
        assert.ok(told[0]?.includes(words), `${name}: ${told[0]}`);
        assert.ok(told[0]?.endsWith('Nothing is allowed till then.'), `${name}: ${told[0]}`);
        const state = await tab.evaluate(async () => {
          const {cookieModes} = window;
          const before = cookieModes.mode ?? 'none';
          cookieModes.choose('accept-all');
          cookieModes.answer({purposes: {activity: 'accept'}});
          cookieModes.openSettings();
          return {
            before,
            allows: cookieModes.allows('activity'),
            cookie: document.cookie,
            news: news.length,
            // As text: Firefox tells an object that is there twice only once.
            undone: [await cookieModes.withdraw(), await cookieModes.erase()].map((one) =>
              JSON.stringify(one),
            ),
          };
        });
        assert.equal(state.before, 'none', name);
        const nothing = JSON.stringify({removed: [], left: [], running: []});
        assert.deepEqual(state.undone, [nothing, nothing], name);
        assert.equal(state.allows, false, name);
        assert.ok(state.cookie.includes('own=1'), name);
        await tab.evaluate(() => fetch('/privacy').then((answer) => answer.text()));
        assert.deepEqual(await traces(tab, tags), none, name);
        assert.equal(
          await tab.evaluate(() => document.querySelectorAll('cookie-modes, dialog').length),
          0,
          name,
        );
        assert.deepEqual(await tab.evaluate(() => heard.length), 1, name);
      }
      assert.deepEqual(tags.asked(/cookie-modes-/), []);
      const kept = (await tab.cookies()).map((cookie) => cookie.name).sort();
      assert.deepEqual(kept, accepted ? ['cookie_consent', 'own'] : ['own']);
    });
  }
});

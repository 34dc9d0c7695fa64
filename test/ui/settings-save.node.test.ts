import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {answers, modes} from '../../src/core/words.ts';
import {declare} from '../../src/setup/declare.ts';
import {draftOf, effective, inherited, withAnswer, withMode} from '../../src/ui/settings-draft.ts';
import {acceptsMore, saveDraft, saysSomething} from '../../src/ui/settings-save.ts';
import type {Kind} from '../../src/ui/settings-draft.ts';

const config = {
  policy: {url: '/privacy'},
  purposes: {activity: {}, statistics: {}},
  services: [
    {id: 'counter', purpose: 'statistics', cookies: [{name: 'visits'}]},
    {id: 'poll', purpose: 'activity'},
  ],
};
const added = {
  ...config,
  purposes: {...config.purposes, media: {}},
  services: [...config.services, {id: 'film', purpose: 'media'}, {id: 'quiz', purpose: 'activity'}],
};
const consentWith = (declared: object = config, ...records: string[]) =>
  new Consent(declare(declared), {storage: memoryStorage(...records)});
const how = {given: 'settings', language: 'en'} as const;

/** A consent under `added` whose record was made under `config`. */
function olderChoice(mode: (typeof modes)[number]) {
  const storage = memoryStorage();
  new Consent(declare(config), {storage}).choose(mode);
  return new Consent(declare(added), {storage});
}

const changesOf = (consent: Consent, act: () => void) => {
  let changes = 0;
  const count = () => changes++;
  consent.addEventListener('change', count);
  act();
  consent.removeEventListener('change', count);
  return changes;
};

describe('a draft of the settings', () => {
  it('has nothing ticked while nothing is chosen', () => {
    const draft = draftOf(consentWith());
    assert.equal(draft.mode, undefined);
    assert.equal(saysSomething(draft), false);
    assert.deepEqual(inherited(consentWith(), draft, 'purposes', 'activity'), {
      from: 'none',
      answer: undefined,
    });
  });

  it('is still untouched when the browser’s signal refuses', () => {
    const consent = consentWith();
    consent.signal();
    const draft = draftOf(consent);
    assert.equal(saysSomething(draft), false);
    assert.deepEqual(inherited(consent, draft, 'services', 'poll'), {from: 'signal', answer: 'refuse'});
  });

  it('tells where an answer comes from', () => {
    const consent = consentWith();
    let draft = withMode(draftOf(consent), 'notify');
    assert.deepEqual(inherited(consent, draft, 'purposes', 'statistics'), {from: 'mode', answer: 'notify'});
    draft = withAnswer(draft, 'purposes', 'statistics', 'refuse');
    assert.deepEqual(inherited(consent, draft, 'services', 'counter'), {from: 'purpose', answer: 'refuse'});
    draft = withAnswer(draft, 'services', 'counter', 'accept');
    assert.deepEqual(inherited(consent, draft, 'cookies', 'visits'), {from: 'service', answer: 'accept'});
    assert.deepEqual(inherited(consent, draft, 'cookies', 'other'), {from: 'mode', answer: 'notify'});
  });

  it('asks about what was declared after the choice', () => {
    const consent = olderChoice('accept-all');
    const draft = draftOf(consent);
    assert.deepEqual(inherited(consent, draft, 'purposes', 'media'), {from: 'added', answer: 'notify'});
    assert.equal(effective(consent, draft, 'services', 'quiz'), 'notify');
    assert.equal(effective(consent, withMode(draft, 'refuse-all'), 'services', 'quiz'), 'refuse');
  });

  it('loses its finer answers to another mode, and goes on listing the cookies', () => {
    const consent = consentWith();
    consent.choose('refuse-all');
    consent.answer({purposes: {activity: 'accept'}, cookies: {visits: 'accept'}});
    const draft = withMode(draftOf(consent), 'notify');
    assert.equal(effective(consent, draft, 'purposes', 'activity'), 'notify');
    assert.deepEqual(Object.entries(draft.cookies), [['visits', '']]);
  });

  it('has them again when the mode comes back, as the arrow keys pass through every mode', () => {
    const consent = consentWith();
    consent.choose('accept-all');
    consent.answer({purposes: {statistics: 'refuse'}});
    const start = draftOf(consent);
    const through = modes.reduce(withMode, start);
    assert.equal(effective(consent, through, 'purposes', 'statistics'), 'refuse');
    const back = withMode(withMode(through, 'notify'), 'accept-all');
    assert.equal(effective(consent, back, 'purposes', 'statistics'), 'refuse');
    saveDraft(consent, back, how);
    assert.deepEqual([consent.mode, consent.allows('statistics')], ['accept-all', false]);
  });
});

describe('saving a draft', () => {
  it('does nothing when nothing was touched', () => {
    const consent = consentWith();
    consent.choose('notify');
    assert.equal(
      changesOf(consent, () => saveDraft(consent, draftOf(consent), how)),
      0,
    );
  });

  it('keeps the day of the choice when only an answer is new', () => {
    let now = Date.UTC(2026, 10, 1);
    const consent = new Consent(declare(config), {storage: memoryStorage(), now: () => now});
    consent.choose('notify');
    const {time} = consent.choice ?? {};
    now = Date.UTC(2026, 10, 2);
    saveDraft(consent, withAnswer(draftOf(consent), 'purposes', 'activity', 'accept'), how);
    assert.equal(consent.choice?.time, time);
    assert.equal(consent.mode, 'notify');
    assert.equal(consent.allows('activity'), true);
  });

  it('never opens for a moment what it refuses', () => {
    const consent = consentWith();
    const seen: boolean[] = [];
    consent.addEventListener('change', () => seen.push(consent.allows('activity')));
    saveDraft(
      consent,
      withAnswer(withMode(draftOf(consent), 'accept-all'), 'purposes', 'activity', 'refuse'),
      how,
    );
    assert.deepEqual(seen, [false]);
    assert.equal(consent.mode, 'accept-all');
    assert.equal(consent.allows('statistics'), true);
  });

  it('takes an answer back', () => {
    const consent = consentWith();
    consent.choose('refuse-all');
    consent.answer({purposes: {activity: 'accept', statistics: 'accept'}});
    saveDraft(consent, withAnswer(draftOf(consent), 'purposes', 'activity', ''), how);
    assert.deepEqual([consent.allows('activity'), consent.allows('statistics')], [false, true]);
  });

  it('records a shared computer by itself', () => {
    const consent = consentWith();
    consent.choose('notify');
    assert.equal(
      changesOf(consent, () => saveDraft(consent, {...draftOf(consent), session: true}, how)),
      1,
    );
    assert.equal(consent.choice?.session, true);
    assert.equal(consent.mode, 'notify');
  });

  it('answers nothing for purposes that the site does not use, when an answer is taken back', () => {
    const consent = new Consent(declare({policy: config.policy, purposes: {activity: {}, necessary: {}}}), {
      storage: memoryStorage(),
    });
    consent.choose('refuse-all');
    consent.answer({purposes: {activity: 'accept'}});
    saveDraft(consent, withAnswer(draftOf(consent), 'purposes', 'activity', ''), how);
    assert.deepEqual({...consent.choice?.purposes}, {activity: ''});
    assert.equal(consent.verdict('statistics'), 'refuse');
  });

  it('does what was shown, in one change at most, whatever was there before', () => {
    const kindsAndIds: readonly (readonly [Kind, string])[] = [
      ['purposes', 'activity'],
      ['purposes', 'statistics'],
      ['purposes', 'media'],
      ['services', 'counter'],
      ['services', 'poll'],
      ['services', 'film'],
      ['services', 'quiz'],
      ['cookies', 'visits'],
    ];
    const step = fc.oneof(
      fc.constantFrom(...modes),
      fc.tuple(fc.constantFrom(...kindsAndIds), fc.constantFrom(...answers, '' as const)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...modes, undefined), fc.array(step), (mode, steps) => {
        const consent = mode ? olderChoice(mode) : consentWith(added);
        for (const part of [steps.slice(0, steps.length / 2), steps.slice(steps.length / 2)]) {
          let draft = draftOf(consent);
          for (const one of part) {
            if (typeof one === 'string') draft = withMode(draft, one);
            // The page offers to take an answer back only beside a mode.
            else if (draft.mode || one[1]) draft = withAnswer(draft, ...one[0], one[1]);
          }
          const shown = kindsAndIds.map(([kind, id]) => effective(consent, draft, kind, id));
          const now = () => [
            ...['activity', 'statistics', 'media'].map((id) => consent.verdict(id)),
            ...added.services.map(({id, purpose}) => consent.verdict(purpose, id)),
            consent.decide('visits'),
          ];
          const before = now();
          const more = acceptsMore(consent, draft);
          if (!more) {
            const opens = shown.some((answer, index) => answer === 'accept' && before[index] !== 'accept');
            assert.equal(opens, false);
          }
          const changes = changesOf(consent, () => saveDraft(consent, draft, how));
          assert.ok(changes <= 1);
          assert.deepEqual(now(), shown);
          assert.equal(consent.mode, draft.mode);
        }
      }),
    );
  });
});

describe('a click that no person made', () => {
  it('is seen to accept more', () => {
    const consent = consentWith();
    consent.choose('refuse-all');
    const draft = draftOf(consent);
    assert.equal(acceptsMore(consent, draft), false);
    assert.equal(acceptsMore(consent, withMode(draft, 'notify')), false);
    assert.equal(acceptsMore(consent, withMode(draft, 'accept-all')), true);
    assert.equal(acceptsMore(consent, withAnswer(draft, 'services', 'poll', 'accept')), true);
    assert.equal(acceptsMore(consent, withAnswer(draft, 'cookies', 'visits', 'accept')), true);
    assert.equal(acceptsMore(consent, withAnswer(draft, 'cookies', 'visits', 'notify')), false);
  });

  it('may refuse what was accepted', () => {
    const consent = consentWith();
    consent.choose('accept-all');
    assert.equal(acceptsMore(consent, withMode(draftOf(consent), 'refuse-all')), false);
  });
});

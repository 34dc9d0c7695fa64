import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {parseRecord} from '../../src/core/record.ts';
import {config, consentOf, now} from './declared.ts';
import type {Consent} from '../../src/core/consent.ts';
import type {UndoReport} from '../../src/core/undone.ts';

const day = 864e5;

describe('before any choice', () => {
  it('nothing is allowed but what is necessary', () => {
    const consent = consentOf();
    assert.equal(consent.mode, undefined);
    assert.equal(consent.decided, false);
    for (const id of ['personalization', 'counter', 'unknown']) assert.equal(consent.allows(id), false);
    assert.equal(consent.allows('necessary'), true);
    assert.equal(consent.decide('session_id'), 'accept');
    assert.equal(consent.decide('cookie_consent'), 'accept');
    assert.equal(consent.decide('_c'), undefined);
    assert.equal(consent.decide('undeclared'), undefined);
    assert.equal(consent.receipt(), undefined);
  });
});

describe('the nearest answer', () => {
  it('is the mode when nothing finer was answered', () => {
    const consent = consentOf();
    for (const [mode, verdict] of [
      ['accept-all', 'accept'],
      ['notify', 'notify'],
      ['refuse-all', 'refuse'],
    ] as const) {
      consent.choose(mode);
      assert.equal(consent.mode, mode);
      assert.equal(consent.verdict('statistics', 'counter', '_c'), verdict);
      assert.equal(consent.decide('undeclared'), verdict);
      assert.equal(consent.allows('quiz'), verdict === 'accept');
      assert.equal(consent.allows(''), false);
      assert.equal(consent.decided, true);
    }
  });

  it('wins: cookie, then service, then purpose, then mode', () => {
    const consent = consentOf();
    consent.choose('refuse-all');
    consent.answer({purposes: {statistics: 'accept'}});
    assert.equal(consent.decide('_c_1'), 'accept');
    consent.answer({services: {counter: 'refuse'}});
    assert.equal(consent.decide('_c_1'), 'refuse');
    assert.equal(consent.allows('statistics'), true);
    consent.answer({cookies: {_c_1: 'accept'}});
    assert.equal(consent.decide('_c_1'), 'accept');
    assert.equal(consent.decide('_c_2'), 'refuse');
    assert.equal(consent.mode, 'refuse-all');
  });

  it('is cleared by choosing a mode anew', () => {
    const consent = consentOf();
    consent.answer({services: {counter: 'accept'}, cookies: {other: 'accept'}});
    consent.choose('refuse-all');
    assert.equal(consent.allows('counter'), false);
    assert.equal(consent.decide('other'), 'refuse');
  });

  it('may be all there is: without a mode the rest stays undecided', () => {
    const consent = consentOf();
    consent.answer({services: {quiz: 'accept'}});
    assert.equal(consent.allows('quiz'), true);
    assert.equal(consent.mode, undefined);
    assert.equal(consent.verdict('statistics'), undefined);
    assert.equal(consent.decided, false);
  });

  it('does not come from ids that are not declared, nor from words that are no answer', () => {
    const error = mock.method(console, 'error', () => undefined);
    const consent = consentOf();
    consent.answer({
      purposes: JSON.parse('{"constructor":"accept"}'),
      services: {quiz: 'yes' as 'accept'},
    });
    assert.equal(consent.allows('constructor'), false);
    assert.equal(consent.allows('quiz'), false);
    consent.choose('maybe' as 'notify');
    assert.equal(consent.mode, undefined);
    assert.equal(error.mock.callCount(), 3);
    error.mock.restore();
  });

  it('lets undeclared cookies through where the site says so', () => {
    const consent = consentOf({undeclared: 'allow'});
    assert.equal(consent.decide('undeclared'), 'accept');
    consent.answer({cookies: {undeclared: 'refuse'}});
    assert.equal(consent.decide('undeclared'), 'refuse');
  });
});

describe('what is declared later', () => {
  it('is asked about, not granted, under an earlier accept-all', () => {
    const storage = memoryStorage();
    consentOf({}, storage).choose('accept-all');
    const later = consentOf(
      {
        purposes: {...config.purposes, marketing: {}},
        services: [...config.services, {id: 'poll', purpose: 'activity', cookies: [{name: 'poll'}]}],
      },
      storage,
    );
    assert.equal(later.allows('quiz'), true);
    assert.equal(later.verdict('marketing'), 'notify');
    assert.equal(later.verdict('activity', 'poll'), 'notify');
    assert.equal(later.decide('poll'), 'notify');
    later.answer({services: {poll: 'accept'}});
    assert.equal(later.allows('poll'), true);
    assert.equal(later.verdict('marketing'), 'notify');
  });

  it('is asked about also where it is one of the built-in purposes, which follow the mode while nobody declares them', () => {
    const storage = memoryStorage();
    const early = consentOf({purposes: {activity: {}}, services: []}, storage);
    early.choose('accept-all');
    assert.equal(early.allows('statistics'), true);
    const later = consentOf({purposes: {activity: {}, statistics: {}}, services: []}, storage);
    assert.equal(later.verdict('statistics'), 'notify');
    assert.equal(later.allows('activity'), true);
  });

  it('is answered for when its purpose is, and only then', () => {
    const storage = memoryStorage();
    consentOf({}, storage).choose('accept-all');
    const later = consentOf({services: [{id: 'poll', purpose: 'activity'}]}, storage);
    later.answer({purposes: {statistics: 'accept'}});
    assert.equal(later.verdict('activity', 'poll'), 'notify');
    later.answer({purposes: {activity: 'accept'}});
    assert.equal(later.allows('poll'), true);
  });

  it('stays refused where its purpose was refused', () => {
    const storage = memoryStorage();
    const consent = consentOf({}, storage);
    consent.answer({purposes: {activity: 'refuse'}});
    const later = consentOf({services: [{id: 'poll', purpose: 'activity'}]}, storage);
    assert.equal(later.verdict('activity', 'poll'), 'refuse');
  });
});

describe('a record', () => {
  const stored = () => {
    const storage = memoryStorage();
    consentOf({}, storage).choose('accept-all');
    return storage.read()[0] ?? '';
  };

  it('keeps the choice for the next page', () => {
    assert.equal(consentOf({}, memoryStorage(stored())).allows('counter'), true);
  });

  it('counts for nothing twice, from the future, after its end, or for another major policy version', () => {
    const record = stored();
    const allows = (storage = memoryStorage(record), more = {}, time = now) =>
      consentOf(more, storage, () => time).allows('counter');
    assert.equal(allows(), true);
    assert.equal(allows(memoryStorage(record, record)), false);
    assert.equal(allows(undefined, {}, now - 1000), false);
    assert.equal(allows(undefined, {}, Date.parse('2027-05-27T08:29:59Z')), true);
    assert.equal(allows(undefined, {}, Date.parse('2027-05-27T08:30:00Z')), false);
    assert.equal(allows(undefined, {record: {retention: 'P1D'}}, now + day), false);
    assert.equal(allows(undefined, {policy: {url: '/', version: '3.0'}}), false);
    assert.equal(allows(undefined, {policy: {url: '/', version: '1.0'}}), false);
    assert.equal(allows(undefined, {policy: {url: '/', version: '2.7'}}), true);
  });

  it('of an older major version is remembered only to say that the policy was revised', () => {
    const consent = consentOf({policy: {url: '/', version: '3.0'}}, memoryStorage(stored()));
    assert.equal(consent.outdated?.policy, '2.0');
    consent.choose('refuse-all');
    assert.equal(consent.outdated, undefined);
  });

  it('is kept, too, by a site that has no purpose to ask about', () => {
    for (const purposes of [{}, {necessary: {}}]) {
      const storage = memoryStorage();
      const consent = consentOf({purposes, services: []}, storage);
      assert.equal(consent.decided, true);
      consent.choose('accept-all');
      consent.reread();
      assert.equal(consent.mode, 'accept-all');
      assert.equal(consentOf({purposes, services: []}, storage).mode, 'accept-all');
    }
  });

  it('is not written where nothing valid was answered, and nothing is told', () => {
    const storage = memoryStorage();
    const consent = consentOf({}, storage);
    let changes = 0;
    consent.addEventListener('change', () => changes++);
    const {error} = console;
    const said: unknown[] = [];
    console.error = (text) => said.push(text);
    consent.answer({purposes: {typo: 'accept'}});
    console.error = error;
    assert.deepEqual([storage.read(), consent.receipt(), changes, said.length], [[], undefined, 0, 1]);
  });

  it('is not prolonged by visiting, nor by a finer answer, but by choosing anew', () => {
    const storage = memoryStorage(stored());
    const consent = consentOf({}, storage, () => now + 30 * day);
    assert.equal(storage.read()[0], stored().replace(/(id=)[^&]+/, `$1${consent.choice?.id}`));
    consent.answer({cookies: {a: 'accept'}});
    assert.equal(consent.choice?.time, '2026-11-27T08:30:00Z');
    consent.choose('refuse-all');
    assert.equal(consent.choice?.time, '2026-12-27T08:30:00Z');
  });

  it('notes the minor version once the visitor has taken note of it', () => {
    const storage = memoryStorage(stored());
    const consent = consentOf({policy: {url: '/', version: '2.1'}}, storage);
    assert.equal(consent.choice?.policy, '2.0');
    consent.acknowledge();
    assert.equal(parseRecord(storage.read()[0] ?? '')?.policy, '2.1');
    assert.equal(consent.mode, 'accept-all');
  });

  it('never grows beyond what a cookie holds; what falls out is asked about again, never granted', () => {
    const storage = memoryStorage();
    const consent = consentOf({}, storage);
    consent.choose('accept-all');
    for (let n = 0; n < 100; n++) consent.answer({cookies: {[`a_rather_long_cookie_name_${n}`]: 'refuse'}});
    assert.ok((storage.read()[0] ?? '').length <= 1000);
    assert.equal(consent.decide('a_rather_long_cookie_name_99'), 'refuse');
    assert.equal(consent.decide('a_rather_long_cookie_name_0'), 'notify');
    assert.ok(parseRecord(storage.read()[0] ?? ''));
  });

  it('that another tab wrote is followed, and that it erased too', () => {
    const storage = memoryStorage();
    const [here, there] = [consentOf({}, storage), consentOf({}, storage)];
    const changes: unknown[] = [];
    here.addEventListener('change', ({detail}) => changes.push(detail));
    there.choose('accept-all');
    const before = there.choice;
    here.reread();
    here.reread();
    assert.equal(here.allows('counter'), true);
    void there.erase();
    storage.read().length = 0;
    here.reread();
    assert.equal(here.mode, undefined);
    assert.deepEqual(changes, [
      {mode: 'accept-all', erased: false, before: undefined},
      {mode: undefined, erased: false, before},
    ]);
  });

  it('made on a newer policy by another tab is none here, and takes nothing back', () => {
    const storage = memoryStorage();
    const here = consentOf({}, storage);
    here.choose('accept-all');
    const changes: unknown[] = [];
    here.addEventListener('change', ({detail}) => changes.push(detail));
    consentOf({policy: {url: '/privacy', version: '3.0'}}, storage).choose('accept-all');
    here.reread();
    assert.equal(here.mode, undefined);
    assert.deepEqual(changes, [{mode: undefined, erased: false, before: undefined}]);
  });

  it('that cannot be kept leaves a choice for this page only', () => {
    const consent = consentOf({}, {read: () => [], write: () => false, clear: () => undefined});
    consent.choose('accept-all');
    assert.equal(consent.kept, false);
    consent.reread();
    assert.equal(consent.allows('counter'), true);
  });
});

describe('a change', () => {
  it('is told once for each choice, after mode and allows() have changed', () => {
    const consent = consentOf();
    const seen: unknown[] = [];
    consent.addEventListener('change', () => seen.push([consent.mode, consent.allows('quiz')]));
    consent.choose('accept-all');
    consent.answer({services: {quiz: 'refuse', counter: 'accept'}, purposes: {activity: 'accept'}});
    assert.deepEqual(seen, [
      ['accept-all', true],
      ['accept-all', false],
    ]);
  });

  it('tells the choice whose place it took, also one that a major revision had ended; a first answer takes none', () => {
    const storage = memoryStorage();
    const earlier = consentOf({}, storage);
    earlier.choose('accept-all');
    const revised = () => consentOf({policy: {url: '/privacy', version: '3.0'}}, storage);
    const tells = (consent: Consent, act: () => void) => {
      const told: unknown[] = [];
      consent.addEventListener('change', ({detail}) => told.push(detail.before));
      act();
      return told;
    };
    const other = consentOf();
    assert.deepEqual(
      tells(other, () => other.choose('notify')),
      [undefined],
    );
    const before = other.choice;
    assert.deepEqual(
      tells(other, () => other.choose('refuse-all')),
      [before],
    );
    const answering = revised();
    assert.deepEqual(
      tells(answering, () => answering.answer({services: {quiz: 'accept'}})),
      [undefined],
    );
    earlier.choose('accept-all');
    const choosing = revised();
    assert.deepEqual(
      tells(choosing, () => choosing.choose('notify')),
      [earlier.choice],
    );
  });

  it('by an answer leaves a minor revision to be told of', () => {
    const storage = memoryStorage();
    consentOf({}, storage).choose('notify');
    const consent = consentOf({policy: {url: '/privacy', version: '2.1'}}, storage);
    consent.answer({services: {quiz: 'accept'}});
    assert.equal(consent.choice?.policy, '2.0');
    consent.acknowledge();
    assert.equal(consent.choice?.policy, '2.1');
  });

  it('resolves when()', async () => {
    const consent = consentOf();
    let resolved = false;
    const promise = consent.when('quiz').then(() => (resolved = true));
    consent.choose('notify');
    await Promise.resolve();
    assert.equal(resolved, false);
    consent.answer({services: {quiz: 'accept'}});
    await promise;
  });

  it('resolves withdraw() and erase() with the report of what they undid', async () => {
    const consent = consentOf();
    const reports = ['withdraw', 'erase'].map((id) => ({removed: [], left: [], running: [id]}));
    const queue = [...reports];
    consent.choose('accept-all');
    consent.addEventListener(
      'change',
      () => (consent.undoing = Promise.resolve(queue.shift() as UndoReport)),
    );
    const withdrawn = consent.withdraw();
    assert.equal(consent.mode, 'refuse-all');
    const erased = consent.erase();
    assert.equal(consent.mode, undefined);
    assert.deepEqual(await Promise.all([withdrawn, erased]), reports);
  });

  it('removes nothing where nothing is attached that does, and says so', async () => {
    const consent = consentOf();
    consent.choose('accept-all');
    assert.deepEqual(await consent.withdraw(), {removed: [], left: [], running: []});
    assert.deepEqual(await consent.erase(), {removed: [], left: [], running: []});
  });
});

describe('a privacy signal', () => {
  it('refuses until the visitor chooses otherwise, and records nothing', () => {
    const storage = memoryStorage();
    const consent = consentOf({}, storage);
    consent.signal();
    assert.equal(consent.mode, 'refuse-all');
    assert.equal(consent.signalled, true);
    assert.equal(consent.decided, true);
    assert.equal(consent.decide('_c'), 'refuse');
    assert.equal(consent.decide('undeclared'), 'refuse');
    assert.deepEqual(storage.read(), []);
    consent.answer({services: {quiz: 'accept'}});
    assert.equal(consent.allows('quiz'), true);
    assert.equal(consent.verdict('statistics'), 'refuse');
    // What is not answered the signal still refuses, and it is still said.
    assert.deepEqual([consent.mode, consent.signalled], ['refuse-all', true]);
    consent.choose('accept-all');
    assert.deepEqual([consent.signalled, consent.allows('counter')], [false, true]);
  });
});

describe('questions', () => {
  const question = (id: string, attempt = id) => ({kind: 'cookie', id, attempt, time: now}) as const;

  it('are one for each thing, the last attempt counting, and go once they are answered', () => {
    const consent = consentOf();
    consent.choose('notify');
    consent.ask(question('_c', '_c=1'));
    consent.ask(question('quiz'));
    consent.ask(question('_c', '_c=2'));
    assert.deepEqual(
      consent.questions.map(({attempt}) => attempt),
      ['_c=2', 'quiz'],
    );
    consent.answer({services: {counter: 'accept'}});
    assert.deepEqual(
      consent.questions.map(({id}) => id),
      ['quiz'],
    );
  });

  it('that are put off stay off this page, even when attempted again', () => {
    const consent = consentOf();
    consent.choose('notify');
    consent.ask(question('_c'));
    consent.postpone();
    consent.ask(question('_c', '_c=2'));
    consent.ask(question('quiz'));
    assert.deepEqual(
      consent.questions.map(({id}) => id),
      ['quiz'],
    );
    assert.equal(consent.question('cookie', '_c')?.attempt, '_c=2');
  });
});

describe('a closed consent', () => {
  it('allows nothing and asks nothing, whatever is called', async () => {
    const {Consent} = await import('../../src/core/consent.ts');
    const {declare} = await import('../../src/setup/declare.ts');
    const consent = new Consent(declare({policy: {url: ''}}), {storage: memoryStorage(), shut: true});
    consent.choose('accept-all');
    consent.answer({purposes: {activity: 'accept'}});
    assert.equal(consent.mode, undefined);
    assert.equal(consent.allows('activity'), false);
    assert.equal(consent.decided, true);
  });
});

describe('the receipt', () => {
  it('says what was decided, when, how, on which policy and which text was shown', () => {
    const consent = consentOf();
    consent.choose('notify', {given: 'button', language: 'zh-TW', text: 'a'.repeat(32)});
    const receipt = JSON.parse(JSON.stringify(consent.receipt()));
    assert.match(receipt.id, /^[\da-f]{32}$/);
    assert.deepEqual(
      {...receipt, id: ''},
      {
        id: '',
        mode: 'notify',
        time: '2026-11-27T08:30:00Z',
        policy: '2.0',
        policyUrl: '/privacy',
        given: 'button',
        language: 'zh-TW',
        text: 'a'.repeat(32),
        library: '0.1.0',
        session: false,
        answers: {
          purposes: {personalization: '', activity: '', statistics: ''},
          services: {counter: '', quiz: ''},
          cookies: {},
        },
      },
    );
  });
});

import {expect} from 'chai';
import * as fc from 'fast-check';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {answers, modes} from '../../src/core/words.ts';
import {guard} from '../../src/guard/guard.ts';
import {undoing} from '../../src/setup/undoing.ts';
import {clean, jar, jarIs, makeConsent, recordWrites} from './guard-kit.ts';
import {GuardModel, names} from './guard-model.ts';
import type {ChangeDetail} from '../../src/core/events.ts';

const lane = fc.constantFrom('', '/' as const);
const step = (name: fc.Arbitrary<string>) =>
  fc.oneof(
    {
      weight: 6,
      // Two ways to write the same cookie: the guard cannot know that they are the same.
      arbitrary: fc.record({do: fc.constant('write' as const), name, lane}),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('delete' as const),
        name,
        lane,
        how: fc.constantFrom('max-age=0', 'expires=Thu, 01 Jan 1970 00:00:00 GMT', 'max-age=-1'),
      }),
    },
    {weight: 2, arbitrary: fc.record({do: fc.constant('choose' as const), mode: fc.constantFrom(...modes)})},
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        to: fc.oneof(
          fc.record({kind: fc.constant('cookies' as const), id: name}),
          fc.record({kind: fc.constant('services' as const), id: fc.constantFrom('stats', 'forum')}),
          fc.record({kind: fc.constant('purposes' as const), id: fc.constantFrom('statistics', 'activity')}),
        ),
        answer: fc.constantFrom(...answers),
      }),
    },
    {weight: 1, arbitrary: fc.constant({do: 'reload' as const})},
    {weight: 1, arbitrary: fc.constant({do: 'erase' as const})},
  );
type Step = ReturnType<typeof step> extends fc.Arbitrary<infer T> ? T : never;
// Few names in a walk, so that its steps meet.
const steps = fc
  .subarray(names, {minLength: 2, maxLength: 4})
  .chain((few) => fc.array(step(fc.constantFrom(...few)), {minLength: 5, maxLength: 25}));

const seeds = [20261127, 1, 2, 3];
const pathOf = (lane: '' | '/') => (lane ? `;path=${lane}` : '');
const load = () => import('../../src/script-undo.ts');

/** Goes through the steps with the real guard, the real undoing and the real jar, and compares with the model after each. */
async function walk(steps: readonly Step[]): Promise<void> {
  clean();
  const {lines, stop} = recordWrites();
  const storage = memoryStorage();
  const model = new GuardModel();
  const start = () => {
    const consent = makeConsent({}, storage);
    const detachers = [guard(consent), undoing(load)(consent)];
    return {consent, leave: () => detachers.forEach((detach) => detach())};
  };
  let page = start();
  let count = 0;

  try {
    for (const one of steps) {
      const {consent} = page;
      const before = lines.length;
      let undone: Promise<unknown> | undefined;
      const changed = ({detail}: CustomEvent<ChangeDetail>) => {
        if (detail.before || consent.mode !== 'accept-all')
          undone = new Promise((resolve) => consent.addEventListener('undone', resolve, {once: true}));
      };
      consent.addEventListener('change', changed, {once: true});
      if (one.do === 'write') {
        const value = `${++count}`;
        document.cookie = `${one.name}=${value}${pathOf(one.lane)}`;
        model.attempt({name: one.name, value, lane: one.lane});
      } else if (one.do === 'delete') {
        document.cookie = `${one.name}=${pathOf(one.lane)};${one.how}`;
        model.attempt({name: one.name, value: undefined, lane: one.lane});
      } else if (one.do === 'choose') {
        consent.choose(one.mode);
        model.choose(one.mode);
      } else if (one.do === 'answer') {
        consent.answer({[one.to.kind]: {[one.to.id]: one.answer}});
        model.answer(one.to.kind, one.to.id, one.answer);
      } else if (one.do === 'erase') {
        void consent.erase();
        model.erase();
      } else {
        page.leave();
        page = start();
        model.reload();
      }
      consent.removeEventListener('change', changed as EventListener);
      await undone;

      // Nothing is there that nobody allowed, and nothing allowed is missing.
      await jarIs(...model.pairs);
      for (const pair of jar()) expect(model.verdict(pair.split('=', 1)[0] ?? '')).to.equal('accept');
      // What went through did so in the order of the attempts, each once.
      const values = lines.slice(before).flatMap((line) => /^\w+=(\d+)/.exec(line)?.[1] ?? []);
      expect(values.map(Number)).to.deep.equal([...new Set(values.map(Number))].sort((a, b) => a - b));
      // What waits for an answer is asked about, and nothing else.
      const asked = page.consent.questions.map(({id}) => id);
      expect(asked.sort()).to.deep.equal(model.questions.sort());
    }
    const all = lines.flatMap((line) => /^\w+=(\d+)/.exec(line)?.[1] ?? []);
    expect(new Set(all).size).to.equal(all.length);
  } finally {
    page.leave();
    stop();
  }
}

describe('whatever happens, in whatever order', () => {
  const {warn} = console;
  before(() => void (console.warn = () => undefined));
  after(() => {
    console.warn = warn;
    clean();
  });

  for (const seed of seeds) {
    it(`no cookie is there without an answer that allows it, and no allowed write is lost or reordered: ${seed}`, async function () {
      this.timeout(40_000);
      const {failed, counterexample, errorInstance} = await fc.check(fc.asyncProperty(steps, walk), {
        seed,
        numRuns: 40,
      });
      const [walked] = counterexample ?? [];
      expect(failed, `${JSON.stringify(walked)}: ${String(errorInstance)}`).to.equal(false);
    });
  }
});

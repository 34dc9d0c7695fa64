import {expect} from 'chai';
import {messages} from '../../src/locales/en.ts';
import {guard} from '../../src/guard/guard.ts';
import {createContext} from '../../src/ui/context.ts';
import {QuestionElement} from '../../src/ui/question.ts';
import {questionCards} from '../../src/ui/question-cards.ts';
import {clean, jar, jarIs, makeConsent, until} from './guard-kit.ts';

customElements.define('cookie-modes-question', QuestionElement);

/** How many tasks of its own the page gets through. */
const beat = () => {
  const {port1, port2} = new MessageChannel();
  const ticks = {count: 0};
  port1.onmessage = () => {
    ticks.count++;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  return {ticks, stop: () => port1.close()};
};

describe('a burst of 200 writes of 40 names', () => {
  let detach = () => undefined as void;
  const {warn} = console;
  beforeEach(() => {
    clean();
    console.warn = () => undefined;
  });
  afterEach(() => {
    detach();
    console.warn = warn;
    document.querySelector('cookie-modes-question')?.remove();
    clean();
  });

  // Ten belong to a service, thirty to nobody.
  const name = (index: number) => (index % 40 < 10 ? `_ga_${index % 40}` : `stray_${index % 40}`);

  it('is 40 questions at most, on two cards, while the page goes on', async () => {
    const consent = makeConsent();
    consent.choose('notify');
    detach = guard(consent);
    const context = await createContext(consent, {available: [], load: async () => ({messages})});
    context.addEnglish(messages);
    const element = new QuestionElement();
    element.context = context;
    document.body.append(element);
    await element.updateComplete;
    let drawn = 0;
    const observer = new MutationObserver(() => drawn++);
    observer.observe(element, {childList: true, subtree: true, characterData: true});

    const {ticks, stop} = beat();
    await until(() => ticks.count > 5);
    for (let index = 0; index < 200; index++) {
      document.cookie = `${name(index)}=${index};path=/`;
      if (index % 20 === 19) await new Promise((resolve) => setTimeout(resolve));
    }
    expect(consent.questions).to.have.length(40);
    await until(() => element.querySelector('[data-answer=accept]'));
    await until(() => element.querySelector('[slot=count]')?.textContent?.includes('2'));
    const after = ticks.count;
    await until(() => ticks.count > after + 5);
    stop();
    observer.disconnect();
    expect(questionCards(consent).map(({asked}) => asked.length)).to.deep.equal([10, 30]);
    expect(element.querySelectorAll('[data-answer]')).to.have.length(2);
    // What would fail is drawing for each of the 200.
    expect(drawn).to.be.below(40);
    expect(jar()).to.deep.equal([]);

    // Each card takes one answer.
    const accept = questionCards(consent);
    consent.answer({services: {stats: 'accept'}});
    expect(consent.questions).to.have.length(30);
    consent.answer({
      cookies: Object.fromEntries(accept[1]?.asked.map(({id}) => [id, 'refuse'] as const) ?? []),
    });
    await jarIs(...Array.from({length: 10}, (_, index) => `${name(index)}=${160 + index}`));
    await until(() => !element.hasAttribute('open'));
  });

  it('tells of questions without doing anything in the task of the writer that grows with their number', () => {
    const consent = makeConsent();
    consent.choose('notify');
    detach = guard(consent);
    let decided = 0;
    const {verdict} = consent;
    consent.verdict = (...given) => {
      decided++;
      return verdict.apply(consent, given);
    };
    const cost = (from: number, to: number) => {
      decided = 0;
      for (let index = from; index < to; index++) document.cookie = `n${index}=1;path=/`;
      return decided;
    };
    const first = cost(0, 100);
    cost(100, 900);
    expect(cost(900, 1000)).to.equal(first);
    expect(consent.questions).to.have.length(1000);
  });
});

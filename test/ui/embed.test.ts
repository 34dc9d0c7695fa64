import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import {expect} from 'chai';
import {gate} from '../../src/gate/gate.ts';
import {attach} from '../../src/script-embed.ts';
import {provide} from '../../src/ui/context.ts';
import {contextWith, until} from './question-page.ts';
import type {AxeResults} from 'axe-core';
import type {Consent} from '../../src/core/consent.ts';
import type {Detach} from '../../src/core/attachment.ts';
import type {EmbedElement} from '../../src/ui/embed.ts';

declare const axe: {run(context: Element | Document, options?: object): Promise<AxeResults>};

/** A page of this server, told apart by its query. */
const page = (name: string) => `${new URL('./embed-frame.html', import.meta.url)}?${name}`;
const frame = (attributes = 'width="480" height="320"') =>
  `<iframe data-purpose="activity" data-service="map" data-src="${page('map')}" title="Map of our office" ${attributes}></iframe>`;

let detachers: Detach[] = [];

async function pageWith(markup: string, mode?: 'notify' | 'refuse-all' | 'accept-all') {
  const context = await contextWith({
    purposes: {activity: {}, personalization: {}},
    services: [
      {
        id: 'map',
        name: {en: 'City Map', 'zh-TW': '市區地圖'},
        provider: 'Maps Ltd',
        purpose: 'activity',
        policyUrl: 'https://maps.example/policy',
      },
    ],
  });
  const {consent} = context;
  if (mode) consent.choose(mode);
  document.body.innerHTML = `<main>${markup}</main>`;
  provide(context);
  detachers.push(gate(consent));
  await new Promise((resolve) => setTimeout(resolve)); // the gate looks in a microtask
  detachers.push(attach(context));
  const embed = document.querySelector<EmbedElement>('cookie-modes-embed');
  await embed?.updateComplete;
  return {consent, context, embed};
}

const inside = (embed: EmbedElement | null, selector: string) =>
  embed?.shadowRoot?.querySelector<HTMLElement>(selector);
const box = (embed: EmbedElement | null) => inside(embed, '[part=box]');
const rect = (element: Element | null | undefined) => {
  const {left, top, width, height} = element?.getBoundingClientRect() ?? new DOMRect();
  return [left, top, width, height].map(Math.round);
};

async function click(target: Element | null | undefined) {
  target?.scrollIntoView({block: 'center'});
  const {x, y, width, height} = target?.getBoundingClientRect() ?? new DOMRect();
  await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
}

async function tabTo(embed: EmbedElement | null, selector: string) {
  for (let step = 0; step < 20; step++) {
    await sendKeys({press: 'Tab'});
    if (embed?.shadowRoot?.activeElement?.matches(selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

describe('the placeholder', () => {
  beforeEach(async () => {
    document.documentElement.lang = 'en';
    await setViewport({width: 800, height: 600});
  });

  afterEach(() => {
    for (const detach of detachers.reverse()) detach();
    detachers = [];
    document.body.replaceChildren();
    document.documentElement.lang = 'en';
  });

  for (const lang of ['en', 'zh-TW']) {
    it(`passes the axe audit in ${lang}`, async function () {
      this.timeout(30_000);
      document.documentElement.lang = lang;
      await pageWith(
        `${frame()}<template data-purpose="personalization"><p>For you</p></template>`,
        'refuse-all',
      );
      await until(() => document.querySelectorAll('cookie-modes-embed[open]').length === 2);
      const options = {rules: {'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}}};
      const {violations} = await axe.run(document.querySelector('main') ?? document, options);
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
    });
  }

  it('says what is missing, from whom, why, and what refusing costs', async () => {
    const {embed} = await pageWith(frame(), 'refuse-all');
    const text = box(embed)?.innerText ?? '';
    expect(text).to.include('Map of our office from Maps Ltd is not shown.');
    expect(text).to.include('You have refused its purpose: Activities.');
    expect(text).to.include('Without it, you may not be able to take part in some activities.');
    expect(text).to.include('Policy of Maps Ltd');
    expect(box(embed)?.getAttribute('role')).to.equal('group');
    expect(box(embed)?.getAttribute('aria-label')).to.include('Map of our office');
  });

  it('says whether nothing was chosen, or a notification was asked for', async () => {
    const first = await pageWith(frame());
    expect(box(first.embed)?.innerText).to.include('You have not yet accepted');
    first.consent.choose('notify');
    await first.embed?.updateComplete;
    expect(box(first.embed)?.innerText).to.include('You asked to be notified first');
  });

  it('lies over the frame and moves nothing, whatever the layout', async () => {
    for (const [before, after] of [
      ['', ''],
      ['<p>Text before ', ' and after</p>'],
      ['<div class="flex"><b>one</b>', '<b>two</b></div>'],
      ['<div class="ratio">', '</div>'],
    ] as const) {
      const attributes = before.includes('ratio') ? '' : undefined;
      const markup = `${before}${frame(attributes)}${after}<p id="end">End</p>`;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '.flex{display:flex;gap:20px}.ratio{position:relative;padding-top:50%}.ratio iframe{position:absolute;inset:0;width:100%;height:100%}',
      );
      document.adoptedStyleSheets = [sheet];
      document.body.innerHTML = `<main>${markup}</main>`;
      const wanted = [rect(document.querySelector('iframe')), rect(document.querySelector('#end'))];
      const {embed, consent} = await pageWith(markup, 'refuse-all');
      const now = () => [rect(document.querySelector('iframe')), rect(document.querySelector('#end'))];
      expect(now(), before).to.deep.equal(wanted);
      await until(() => `${rect(box(embed))}` === `${wanted[0]}`, before);
      consent.answer({services: {map: 'accept'}});
      await until(() => !box(embed));
      expect(now(), before).to.deep.equal(wanted);
      document.adoptedStyleSheets = [];
    }
  });

  it('stays over the frame when what stands above it grows, and when it becomes visible later', async () => {
    const {embed} = await pageWith(
      `<div id="above">above</div><div id="tab" hidden>${frame()}</div>`,
      'refuse-all',
    );
    const iframe = document.querySelector('iframe');
    await until(() => box(embed)?.checkVisibility({visibilityProperty: true}) === false);
    document.querySelector('#tab')?.removeAttribute('hidden');
    await until(() => `${rect(box(embed))}` === `${rect(iframe)}`);
    expect(box(embed)?.checkVisibility({visibilityProperty: true})).to.equal(true);
    document.querySelector('#above')?.append(document.createElement('hr'));
    await until(() => `${rect(box(embed))}` === `${rect(iframe)}`);
  });

  it('stays away from what nobody would miss', async () => {
    await pageWith(
      `<img data-purpose="activity" data-src="/pixel.gif" width="1" height="1">
       <link data-purpose="activity" data-href="/x.css" rel="stylesheet">
       <script type="text/plain" data-purpose="activity">0</script>
       <template data-purpose="activity"><script>0</script></template>
       <iframe data-purpose="activity" data-src="/x" width="1" height="1" title="x"></iframe>`,
      'refuse-all',
    );
    const embeds = [...document.querySelectorAll<EmbedElement>('cookie-modes-embed')];
    await until(() => embeds.every((embed) => !box(embed)?.checkVisibility({visibilityProperty: true})));
  });

  it('allows once: this frame, without an answer, and the focus goes into it', async () => {
    const {embed, consent} = await pageWith(frame() + frame(), 'refuse-all');
    await click(inside(embed, '[part=once]'));
    const [first, second] = document.querySelectorAll('iframe');
    await until(() => !box(embed));
    expect(first?.src).to.equal(page('map'));
    expect(first?.inert).to.equal(false);
    expect(second?.hasAttribute('src')).to.equal(false);
    expect(consent.allows('map')).to.equal(false);
    expect(consent.choice?.services['map']).to.equal('');
    await until(() => document.activeElement === first);
    expect(inside(embed, '[role=status]')?.textContent).to.include('is now shown');
  });

  it('leaves alone what was allowed once when something else is answered, and ends it by a new choice', async () => {
    const {embed, consent} = await pageWith(frame(), 'notify');
    const iframe = document.querySelector('iframe');
    await click(inside(embed, '[part=once]'));
    await until(() => iframe?.src);
    consent.answer({purposes: {personalization: 'accept'}});
    await embed?.updateComplete;
    expect(iframe?.src).to.equal(page('map'));
    consent.choose('refuse-all');
    await until(() => box(embed));
    expect(iframe?.hasAttribute('src')).to.equal(false);
    expect(iframe?.isConnected).to.equal(true);
  });

  it('always allows: answers for the service, opens all of it, and comes back after a withdrawal', async () => {
    const {embed, consent} = await pageWith(frame() + frame(), 'refuse-all');
    await tabTo(embed, '[part=always]');
    await sendKeys({press: 'Enter'});
    const [first, second] = document.querySelectorAll('iframe');
    await until(() => first?.src && second?.src && !document.querySelector('cookie-modes-embed[open]'));
    expect(consent.choice?.services['map']).to.equal('accept');
    expect(consent.choice?.given).to.equal('button');
    await until(() => document.activeElement === first);
    consent.choose('refuse-all');
    await until(() => document.querySelectorAll('cookie-modes-embed[open]').length === 2);
    expect(first?.hasAttribute('src')).to.equal(false);
  });

  it('shows a template once or always, the focus on what it brought', async () => {
    for (const part of ['once', 'always']) {
      const {embed, consent} = await pageWith(
        '<template data-purpose="personalization"><section id="mine">For you</section></template>',
        'refuse-all',
      );
      expect(box(embed)?.innerText).to.include('personalized service may not be available');
      await click(inside(embed, `[part=${part}]`));
      await until(() => document.activeElement?.id === 'mine', part);
      expect(box(embed)).to.equal(null);
      (document.activeElement as HTMLElement | null)?.blur();
      expect(document.querySelector('#mine')?.hasAttribute('tabindex')).to.equal(false);
      consent.choose('refuse-all');
      await until(() => box(embed));
      await until(() => !document.querySelector('#mine'));
      for (const detach of detachers.reverse()) detach();
      detachers = [];
    }
  });

  it('hands to the gate what was allowed once and then accepted', async () => {
    const {embed, consent} = await pageWith(
      '<template data-purpose="personalization"><section id="mine">For you</section></template>',
      'refuse-all',
    );
    await click(inside(embed, '[part=once]'));
    await until(() => document.querySelector('#mine'));
    consent.answer({purposes: {personalization: 'accept'}});
    await until(() => document.querySelector('#mine'));
    expect(document.querySelectorAll('#mine')).to.have.length(1);
    consent.choose('refuse-all');
    await until(() => !document.querySelector('#mine'));
  });

  it('says who refuses, and what is new', async () => {
    const why = async (act: (consent: Consent) => void, markup = frame()) => {
      const {embed, consent} = await pageWith(markup);
      act(consent);
      await embed?.updateComplete;
      const text = box(embed)?.innerText ?? '';
      for (const detach of detachers.reverse()) detach();
      detachers = [];
      return text;
    };
    expect(await why(() => undefined)).to.include('You have not yet accepted its purpose: Activities.');
    expect(await why((consent) => consent.signal())).to.include(
      'Your browser’s privacy signal refuses its purpose: Activities.',
    );
    expect(
      await why((consent) => {
        consent.choose('accept-all');
        consent.answer({services: {map: 'refuse'}});
      }),
    ).to.include('You have refused this service. Its purpose: Activities.');
    expect(await why((consent) => consent.choose('notify'))).to.include('You asked to be notified first.');
  });

  it('offers a template with scripts for good only: their order is the gate’s affair', async () => {
    const {embed} = await pageWith(
      '<template data-purpose="activity"><script src="/x.js"></script><p>Chat</p></template>',
      'refuse-all',
    );
    expect(inside(embed, '[part=once]')).to.equal(null);
    expect(box(embed)?.innerText).not.to.include('Allow once');
    expect(inside(embed, '[part=always]')).not.to.equal(null);
  });

  it('names what has no name', async () => {
    const {embed} = await pageWith(
      '<template data-purpose="activity"><p id="mine" tabindex="-1">x</p></template>',
      'refuse-all',
    );
    await click(inside(embed, '[part=once]'));
    await until(() => inside(embed, '[role=status]')?.textContent === 'The content is now shown.');
  });

  it('is shut when it comes back to the page, if all was refused meanwhile', async () => {
    const {embed, consent} = await pageWith(`<cookie-modes-embed>${frame()}</cookie-modes-embed>`, 'notify');
    await until(() => `${rect(box(embed))}` === `${rect(document.querySelector('iframe'))}`);
    await click(inside(embed, '[part=once]'));
    await until(() => document.querySelector('iframe')?.hasAttribute('src'));
    embed?.remove();
    consent.choose('refuse-all');
    document.querySelector('main')?.append(embed ?? '');
    await until(() => box(embed));
    expect(document.querySelector('iframe')?.hasAttribute('src')).to.equal(false);
  });

  it('lets no program accept', async () => {
    const {embed, consent} = await pageWith(frame(), 'refuse-all');
    inside(embed, '[part=once]')?.click();
    inside(embed, '[part=always]')?.click();
    expect(consent.allows('map')).to.equal(false);
    expect(document.querySelector('iframe')?.hasAttribute('src')).to.equal(false);
  });

  it('opens the settings', async () => {
    const {embed, consent} = await pageWith(frame(), 'refuse-all');
    const opened = new Promise((resolve) => consent.addEventListener('settings', resolve));
    inside(embed, '.row:not(.choices) button')?.click();
    await opened;
  });

  it('lets nobody tab into the frame that is held', async () => {
    await pageWith(frame(), 'refuse-all');
    expect(document.querySelector('iframe')?.inert).to.equal(true);
  });

  it('can be written around a frame by the site', async () => {
    const {embed, consent} = await pageWith(
      `<cookie-modes-embed>${frame()}</cookie-modes-embed>`,
      'refuse-all',
    );
    expect(document.querySelectorAll('cookie-modes-embed')).to.have.length(1);
    await until(() => box(embed));
    await until(() => `${rect(box(embed))}` === `${rect(document.querySelector('iframe'))}`);
    consent.answer({services: {map: 'accept'}});
    await until(() => !box(embed));
    expect(document.querySelector('iframe')?.src).to.equal(page('map'));
  });

  it('fits a screen of 320 pixels', async () => {
    await setViewport({width: 320, height: 568});
    const {embed} = await pageWith(frame('width="280" height="160"'), 'refuse-all');
    await until(() => `${rect(box(embed))}` === `${rect(document.querySelector('iframe'))}`);
    const shown = box(embed);
    expect(shown?.scrollWidth).to.be.at.most(shown?.clientWidth ?? 0);
    await tabTo(embed, '[part=always]');
    const [button, around] = [inside(embed, '[part=always]'), shown].map((one) =>
      one?.getBoundingClientRect(),
    );
    expect(button?.bottom).to.be.at.most((around?.bottom ?? 0) + 1);
  });

  it('leaves no trace once it is detached', async () => {
    await pageWith(`${frame()}<template data-purpose="activity"><p>x</p></template>`, 'refuse-all');
    const [, detach] = detachers;
    detach?.();
    detachers.pop();
    expect(document.querySelector('cookie-modes-embed')).to.equal(null);
    expect(document.querySelector('iframe')?.hasAttribute('inert')).to.equal(false);
  });
});

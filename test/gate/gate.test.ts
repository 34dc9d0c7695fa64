import {expect} from 'chai';
import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {gate} from '../../src/gate/gate.ts';
import {declare} from '../../src/setup/declare.ts';
import type {Mode} from '../../src/core/words.ts';

declare global {
  interface Window {
    ran: string[];
  }
}

const fixtures = '/test/gate/fixtures';
const turn = () => new Promise((resolve) => setTimeout(resolve));
const until = async (condition: () => unknown) => {
  while (!condition()) await turn(); // the test's own time limit ends this
};
const find = <T extends Element = HTMLElement>(selector: string) => {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};

/** Scripts that run when they are inserted, unlike those of `innerHTML`. */
const add = (markup: string) => find('main').append(document.createRange().createContextualFragment(markup));
const inline = (name: string, attributes = 'data-purpose="activity"') =>
  `<script type="text/plain" ${attributes}>ran.push('${name}')</script>`;

describe('the gate', () => {
  let consent: Consent;
  let detach: () => void;
  let told: string[];
  let errors: string[];
  const {error} = console;

  const open = (markup = '', mode?: Mode) => {
    add(markup);
    detach = gate(consent);
    if (mode) consent.choose(mode);
    return turn();
  };

  beforeEach(() => {
    document.body.innerHTML = '<main></main>';
    window.ran = [];
    told = [];
    errors = [];
    console.error = (text: unknown) => errors.push(`${text}`);
    consent = new Consent(
      declare({
        policy: {url: '/privacy'},
        purposes: {activity: {}, statistics: {}},
        services: [
          {id: 'counter', purpose: 'statistics'},
          {id: 'map', purpose: 'activity', src: [`${fixtures}/frame.html?map`]},
        ],
      }),
      {storage: memoryStorage()},
    );
    for (const word of ['held', 'released'] as const) {
      consent.addEventListener(word, ({detail: {element, purpose, service}}) =>
        told.push([word, element.localName, purpose, service].filter(Boolean).join(' ')),
      );
    }
  });
  afterEach(() => {
    detach();
    console.error = error;
    document.body.replaceChildren();
  });

  describe('decides', () => {
    it('by purpose and by service', async () => {
      await open(
        inline('purpose') +
          inline('service', 'data-service="counter"') +
          inline('both', 'data-purpose="statistics" data-service="counter"'),
      );
      expect(window.ran).to.deep.equal([]);
      consent.answer({purposes: {activity: 'accept'}});
      await turn();
      expect(window.ran).to.deep.equal(['purpose']);
      consent.answer({services: {counter: 'accept'}});
      await turn();
      expect(window.ran).to.deep.equal(['purpose', 'service', 'both']);
      expect(errors).to.deep.equal([]);
    });

    it('that what is necessary runs at once', async () => {
      await open(inline('necessary', 'data-purpose="necessary"'));
      expect(window.ran).to.deep.equal(['necessary']);
    });

    it('against what is not declared, and names it once with the line to add', async () => {
      const unknown = inline('unknown', 'data-purpose="marketing"');
      await open(
        unknown +
          unknown +
          inline('unknown', 'data-service="pixel"') +
          inline('unknown', 'data-purpose="activity" data-service="counter"') +
          '<iframe data-purpose="constructor" data-src="/frame"></iframe>',
        'accept-all',
      );
      consent.choose('accept-all');
      await turn();
      expect(window.ran).to.deep.equal([]);
      expect(find('iframe').hasAttribute('src')).to.equal(false);
      expect(errors).to.have.length(4);
      expect(errors[0]).to.include('data-purpose="marketing"').and.include('"marketing": {}');
      expect(errors[1]).to.include('{"id": "pixel", "purpose": "…"}');
      expect(errors[2]).to.include('{"id": "counter", "purpose": "activity"}');
      expect(errors[3]).to.include('"constructor": {}');
    });

    it('anew directly before it opens: what is taken back in the same breath opens nothing', async () => {
      await open(inline('script') + '<template data-purpose="activity"><b>shown</b></template>');
      consent.choose('accept-all');
      consent.choose('refuse-all');
      await turn();
      expect(window.ran).to.deep.equal([]);
      expect(document.querySelector('main b')).to.equal(null);
    });

    it('anew before each script: one may refuse for those behind it', async () => {
      Object.assign(window, {refuse: () => consent.choose('refuse-all')});
      await open(
        '<script type="text/plain" data-purpose="activity">ran.push("first"); refuse()</script>' +
          inline('second'),
        'accept-all',
      );
      expect(window.ran).to.deep.equal(['first']);
    });
  });

  describe('in notify mode', () => {
    it('asks once for each service and each purpose, again after every change', async () => {
      await open(
        inline('a', 'data-service="counter"') +
          '<script type="text/plain" data-service="counter" src="/counter.js"></script>' +
          inline('b') +
          '<iframe data-service="map" data-src="/map"></iframe>',
        'notify',
      );
      const ids = () => consent.questions.map(({kind, id}) => `${kind} ${id}`);
      expect(ids()).to.deep.equal(['service counter', 'purpose activity', 'service map']);
      expect(consent.questions.map(({attempt}) => attempt)).to.deep.equal([
        `${location.origin}/counter.js`,
        'inline',
        '/map',
      ]);
      consent.choose('notify');
      await turn();
      expect(ids()).to.have.length(3);
      consent.answer({purposes: {activity: 'accept'}});
      await turn();
      expect(window.ran).to.deep.equal(['b']);
      expect(ids()).to.deep.equal(['service counter']);
      consent.answer({services: {counter: 'refuse'}});
      await turn();
      expect(window.ran).to.deep.equal(['b']);
      expect(ids()).to.deep.equal([]);
    });
  });

  describe('runs a script', () => {
    it('as the same node, in its place, with its attributes', async () => {
      await open(
        '<i></i><script type="text/plain" data-purpose="activity" id="same" class="kept">ran.push(document.currentScript.id)</script><b></b>',
      );
      const before = find('#same');
      consent.choose('accept-all');
      await turn();
      expect(window.ran).to.deep.equal(['same']);
      expect(find('i').nextSibling).to.equal(before);
      expect(before.nextSibling).to.equal(find('b'));
      expect(before.className).to.equal('kept');
    });

    it('with the integrity, crossorigin, nonce and onload its author wrote', async () => {
      const script = document.createElement('script');
      Object.assign(script, {type: 'text/plain', nonce: 'abc', crossOrigin: 'anonymous'});
      script.dataset['purpose'] = 'activity';
      script.setAttribute('onload', 'ran.push("onload")');
      const text = await (await fetch(`${fixtures}/one.js`)).arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
      script.integrity = `sha256-${btoa(String.fromCharCode(...hash))}`;
      script.src = `${fixtures}/one.js`;
      await open();
      find('main').append(script);
      consent.choose('accept-all');
      await until(() => window.ran.length === 2);
      expect(window.ran).to.deep.equal(['one', 'onload']);
      expect([script.nonce, script.crossOrigin]).to.deep.equal(['abc', 'anonymous']);
    });

    it('at most once, after refusal and new acceptance, moved and cloned', async () => {
      await open(inline('once'), 'accept-all');
      consent.choose('refuse-all');
      consent.choose('accept-all');
      await turn();
      consent.choose('refuse-all');
      await turn();
      consent.choose('accept-all');
      await turn();
      const script = find('main script');
      document.body.append(script);
      await turn();
      document.body.append(script.cloneNode(true));
      await turn();
      script.remove();
      expect(window.ran).to.deep.equal(['once']);
    });

    it('that was cloned before it ran, for each node once', async () => {
      await open(inline('twin'));
      find('main').append(find('main script').cloneNode(true));
      await turn();
      consent.choose('accept-all');
      await turn();
      expect(window.ran).to.deep.equal(['twin', 'twin']);
    });

    it('only while it is in the document, and when it comes back', async () => {
      await open(inline('back'));
      const script = find('main script');
      script.remove();
      consent.choose('accept-all');
      await turn();
      expect(window.ran).to.deep.equal([]);
      find('main').append(script);
      await turn();
      expect(window.ran).to.deep.equal(['back']);
    });

    it('not that leaves the page while it waits for its turn', async () => {
      await open(
        `<script type="text/plain" data-purpose="activity" src="${fixtures}/one.js"></script>` +
          inline('gone'),
      );
      const gone = find('main script:last-child');
      consent.choose('accept-all');
      // The gate opens in a microtask; what it loads comes in a later task.
      await Promise.resolve();
      await Promise.resolve();
      gone.remove();
      await until(() => window.ran.length);
      consent.choose('refuse-all');
      find('main').append(gone);
      await turn();
      expect(window.ran).to.deep.equal(['one']);
    });

    it('with the type that data-type tells', async () => {
      await open(
        '<script type="text/plain" data-type="module" data-purpose="activity">ran.push(typeof import.meta.url)</script>' +
          '<script type="text/plain" data-type="speculationrules" data-purpose="activity">{"prefetch": []}</script>' +
          '<script type="text/plain" data-type="application/json" data-purpose="activity">{}</script>' +
          inline('after'),
        'accept-all',
      );
      await until(() => window.ran.length === 2);
      expect(window.ran).to.have.members(['string', 'after']);
      expect(
        [...document.querySelectorAll('main script')].map((one) => one.getAttribute('type')),
      ).to.deep.equal(['module', 'speculationrules', 'application/json', 'text/javascript']);
    });

    it('although one before it throws', async () => {
      const {onerror} = window;
      window.onerror = () => true;
      await open(
        '<script type="text/plain" data-purpose="activity">throw 1</script>' + inline('after'),
        'accept-all',
      );
      window.onerror = onerror;
      expect(window.ran).to.deep.equal(['after']);
    });

    it('that waits for the external ones before it, an error counting like a load', async () => {
      const external = (name: string, more = '') =>
        `<script type="text/plain" data-purpose="activity" src="${fixtures}/${name}.js" ${more}></script>`;
      await open(
        external('one') +
          inline('a') +
          external('missing') +
          external('two', 'defer') +
          inline('b') +
          inline('c'),
        'accept-all',
      );
      await until(() => window.ran.includes('c'));
      expect(window.ran).to.deep.equal(['one', 'a', 'two', 'b', 'c']);
    });

    it('that comes late, wherever it comes', async () => {
      await open('', 'accept-all');
      const box = document.createElement('div');
      box.append(document.createRange().createContextualFragment(`<p>${inline('one')}</p>${inline('two')}`));
      find('main').append(box);
      add(inline('three'));
      await turn();
      expect(window.ran).to.deep.equal(['one', 'two', 'three']);
    });

    it('never, like the platform, that innerHTML brought in, and lets it hold up nobody for long', async () => {
      // Firefox alone cannot tell such a script from others: there, those behind it wait for the gate's patience to end.
      const {setTimeout} = window;
      if (navigator.userAgent.includes('Firefox')) {
        window.setTimeout = ((run: () => void, time = 0) =>
          setTimeout(run, time / 1000)) as typeof setTimeout;
      }
      await open('', 'accept-all');
      find('main').innerHTML =
        `<script type="text/plain" data-purpose="activity" src="${fixtures}/one.js"></script>`;
      await turn();
      add(inline('after'));
      await until(() => window.ran.length);
      window.setTimeout = setTimeout;
      expect(window.ran).to.deep.equal(['after']);
    });
  });

  describe('opens and shuts', () => {
    const frame = `${fixtures}/frame.html`;
    const loaded = () => find<HTMLIFrameElement>('iframe').contentDocument?.body?.textContent?.trim();

    it('a frame, as often as the visitor likes, without an entry in the history', async () => {
      await open(`<iframe data-purpose="activity" data-src="${frame}" title="frame"></iframe>`);
      const {length} = history;
      for (let time = 0; time < 2; time++) {
        consent.choose('accept-all');
        await until(() => loaded() === 'frame');
        consent.choose('refuse-all');
        await until(() => loaded() === '');
        expect(find('iframe').hasAttribute('src')).to.equal(false);
      }
      expect(history.length).to.equal(length);
      expect(told).to.deep.equal([
        'held iframe activity',
        'released iframe activity',
        'held iframe activity',
        'released iframe activity',
        'held iframe activity',
      ]);
    });

    it('images, links, players, tracks, and their sources', async () => {
      await open(
        `<img data-purpose="activity" data-src="${fixtures}/dot.svg" data-srcset="${fixtures}/dot.svg 2x" alt="">
         <link data-purpose="activity" rel="stylesheet" data-href="${fixtures}/wide.css">
         <video data-purpose="activity" data-poster="${fixtures}/dot.svg"><source data-src="${fixtures}/none.webm"></video>
         <audio><source data-purpose="activity" data-src="${fixtures}/none.ogg"></audio>
         <video><track data-purpose="activity" data-src="${fixtures}/none.vtt"></video>
         <picture data-purpose="activity"><source data-srcset="${fixtures}/dot.svg"><img data-src="${fixtures}/dot.svg" alt=""></picture>`,
      );
      const given = () =>
        [
          ...document.querySelectorAll(
            'main [data-src],main [data-srcset],main [data-href],main [data-poster]',
          ),
        ].map(
          (one) =>
            one.localName +
            ['src', 'srcset', 'href', 'poster'].filter((name) => one.hasAttribute(name)).join(' '),
        );
      const names = ['img', 'link', 'video', 'source', 'source', 'track', 'source', 'img'];
      expect(given()).to.deep.equal(names);
      const loads: string[] = [];
      const {load} = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.load = function () {
        loads.push(this.localName);
        load.call(this);
      };
      consent.choose('accept-all');
      await turn();
      expect(given()).to.deep.equal([
        'imgsrc srcset',
        'linkhref',
        'videoposter',
        'sourcesrc',
        'sourcesrc',
        'tracksrc',
        'sourcesrcset',
        'imgsrc',
      ]);
      expect(loads).to.deep.equal(['video', 'audio']);
      const wide = () => getComputedStyle(find('main')).outlineWidth;
      await until(() => wide() === '7px');
      consent.choose('refuse-all');
      await turn();
      HTMLMediaElement.prototype.load = load;
      expect(given()).to.deep.equal(names);
      expect(loads).to.deep.equal(['video', 'audio', 'video', 'audio']);
      await until(() => wide() !== '7px');
    });

    it('what came with a URL of its own, and names the remedy', async () => {
      await open(`<iframe data-purpose="activity" src="${frame}" id="early"></iframe>`);
      expect(find('iframe').outerHTML).not.to.match(/ src=/);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('id="early"').and.include('data-src');
      consent.choose('accept-all');
      await until(() => loaded() === 'frame');
    });

    it('nothing of a stand-in beside what is held', async () => {
      await open(
        `<img data-purpose="activity" src="${fixtures}/dot.svg" data-src="${fixtures}/dot.svg?real" alt="">`,
        'refuse-all',
      );
      expect(find('img').getAttribute('src')).to.equal(`${fixtures}/dot.svg`);
      consent.choose('accept-all');
      await turn();
      expect(find('img').getAttribute('src')).to.equal(`${fixtures}/dot.svg?real`);
    });

    it('nothing of a copy of what was open', async () => {
      await open(`<iframe data-purpose="activity" data-src="${frame}"></iframe>`, 'accept-all');
      await until(() => loaded() === 'frame');
      const snapshot = find('main').innerHTML;
      const clone = find('iframe').cloneNode(true);
      find('main').replaceChildren();
      consent.choose('refuse-all');
      await turn();
      find('main').innerHTML = snapshot;
      find('main').append(clone);
      await turn();
      expect([...document.querySelectorAll('iframe')].map((one) => one.hasAttribute('src'))).to.deep.equal([
        false,
        false,
      ]);
      consent.choose('accept-all');
      await until(() => loaded() === 'frame');
    });

    it('addresses with space around them, and lists of pictures', async () => {
      const url = ` ${location.origin}${fixtures}/dot.svg`;
      const list = `dot.svg 1x,\n ${url} 2x`;
      await open(`<img data-purpose="necessary" data-src="${url}" data-srcset="${list}" alt="">`);
      expect(find('img').getAttribute('src')).to.equal(url);
      expect(find('img').getAttribute('srcset')).to.equal(list);
    });

    it('no script that hides in a URL', async () => {
      Object.assign(window, {hidden: () => window.ran.push('hidden')});
      await open(
        ['javascript:parent.hidden()', ' java\nscript:parent.hidden()', 'JAVASCRIPT:parent.hidden()']
          .map((url) => `<iframe data-purpose="necessary" data-src="${url}"></iframe>`)
          .join(''),
      );
      expect(document.querySelector('main [src]')).to.equal(null);
    });

    it('frames that nobody marked, by the URL of a declared service', async () => {
      await open(`<iframe src="${frame}?map=1"></iframe><iframe src="${frame}"></iframe>`, 'notify');
      const [map, other] = document.querySelectorAll('iframe');
      expect([map?.hasAttribute('src'), other?.hasAttribute('src')]).to.deep.equal([false, true]);
      expect(consent.questions.map(({id}) => id)).to.deep.equal(['map']);
      consent.answer({services: {map: 'accept'}});
      await until(() => loaded() === 'frame');
    });

    it('what left the page: it comes back shut after a withdrawal', async () => {
      await open(`<iframe data-purpose="activity" data-src="${frame}"></iframe>`, 'accept-all');
      await until(() => loaded() === 'frame');
      const element = find('iframe');
      element.remove();
      await turn();
      consent.choose('refuse-all');
      await turn();
      expect(element.hasAttribute('src')).to.equal(false);
      find('main').append(element);
      await turn();
      expect(element.hasAttribute('src')).to.equal(false);
      consent.choose('accept-all');
      await until(() => loaded() === 'frame');
    });

    it('nothing without a URL, whatever its data-purpose means to the page', async () => {
      await open(
        '<div data-purpose="decoration"></div><a data-purpose="x" data-href="/x" href="/y">y</a>',
        'notify',
      );
      expect(told).to.deep.equal([]);
      expect(errors).to.deep.equal([]);
      expect(find('a').getAttribute('href')).to.equal('/y');
    });
  });

  describe('opens and shuts a template', () => {
    const template = `<template data-purpose="activity">text <b>bold</b><script>ran.push('inside')</script> end</template><i></i>`;

    it('with its text, in order, again and again, running its scripts once', async () => {
      await open(template);
      expect(find('main').textContent).to.equal('');
      for (let time = 0; time < 3; time++) {
        consent.choose('accept-all');
        await turn();
        expect(find('main').innerText.replace(/\s+/g, ' ').trim()).to.equal('text bold end');
        expect(find('template').nextSibling?.nodeType).to.equal(Node.TEXT_NODE);
        consent.choose('refuse-all');
        await turn();
        expect(find('main').textContent).to.equal('');
        expect(find('template').nextSibling).to.equal(find('i'));
      }
      expect(window.ran).to.deep.equal(['inside']);
    });

    it('with data for scripts in it, as its author wrote it', async () => {
      await open('<template data-purpose="activity"><script type="application/json">{}</script></template>');
      for (const mode of ['accept-all', 'refuse-all', 'accept-all'] as const) {
        consent.choose(mode);
        await turn();
      }
      expect(find<HTMLScriptElement>('main script').type).to.equal('application/json');
    });

    it('whose scripts run in order with those around it', async () => {
      await open(
        inline('before') +
          `<template data-purpose="activity"><script src="${fixtures}/one.js"></script><script>ran.push('inside')</script></template>` +
          inline('after'),
        'accept-all',
      );
      await until(() => window.ran.includes('after'));
      expect(window.ran).to.deep.equal(['before', 'one', 'inside', 'after']);
    });

    it('inside which something has a purpose of its own', async () => {
      await open(
        `<template data-purpose="activity"><script data-purpose="statistics">ran.push('own')</script>
         <iframe data-purpose="statistics" data-src="${fixtures}/frame.html"></iframe>
         <template data-purpose="statistics"><b>inner</b></template></template>`,
      );
      consent.answer({purposes: {activity: 'accept'}});
      await turn();
      expect(window.ran).to.deep.equal([]);
      expect(find('iframe').hasAttribute('src')).to.equal(false);
      consent.answer({purposes: {statistics: 'accept'}});
      await turn();
      expect(window.ran).to.deep.equal(['own']);
      expect(find('main > b').textContent).to.equal('inner');
      consent.answer({purposes: {activity: 'refuse'}});
      await turn();
      expect(find('main').children).to.have.length(1);
    });
  });

  it('opens and asks nothing while the page is only being prerendered', async () => {
    Object.defineProperty(document, 'prerendering', {value: true, configurable: true});
    await open(inline('a') + inline('b', 'data-service="counter"'));
    consent.answer({purposes: {activity: 'accept', statistics: 'notify'}});
    await turn();
    expect([window.ran, consent.questions]).to.deep.equal([[], []]);
    Reflect.deleteProperty(document, 'prerendering');
    document.dispatchEvent(new Event('prerenderingchange'));
    await turn();
    expect(window.ran).to.deep.equal(['a']);
    expect(consent.questions.map(({id}) => id)).to.deep.equal(['counter']);
  });

  it('tells what it holds once, and what it lets go in order', async () => {
    await open(inline('a') + inline('b', 'data-service="counter"'));
    consent.choose('refuse-all');
    await turn();
    expect(told).to.deep.equal(['held script activity', 'held script statistics counter']);
    consent.choose('accept-all');
    await turn();
    expect(told.slice(2)).to.deep.equal(['released script activity', 'released script statistics counter']);
  });

  it('looks at each of 5,000 elements that come at once no more than once', async () => {
    await open();
    let root = find('main');
    for (let count = 0; count < 5000; count++) {
      const child = document.createElement('p');
      root.append(child);
      if (count % 10) root = child;
      if (count % 400 === 399) root = find('main');
    }
    add(inline('last', 'data-purpose="necessary"'));
    let looked = 0;
    const {prototype} = Element;
    const {querySelectorAll} = prototype;
    prototype.querySelectorAll = function (this: Element, selector: string) {
      looked += this.getElementsByTagName('*').length;
      return querySelectorAll.call(this, selector);
    } as typeof querySelectorAll;
    await turn();
    prototype.querySelectorAll = querySelectorAll;
    expect(window.ran).to.deep.equal(['last']);
    expect(looked).to.be.within(4000, 5000);
  });

  it('leaves no trace once detached', async () => {
    const {write, writeln} = Document.prototype;
    await open(inline('held') + '<iframe data-purpose="activity" data-src="/frame"></iframe>');
    expect(document.write).not.to.equal(write);
    detach();
    expect([document.write, document.writeln]).to.deep.equal([write, writeln]);
    expect(Object.hasOwn(document, 'write')).to.equal(false);
    const before = document.body.innerHTML;
    consent.choose('accept-all');
    add(inline('late', 'data-purpose="necessary"'));
    await turn();
    find('main script:last-child').remove();
    expect(window.ran).to.deep.equal([]);
    expect(document.body.innerHTML).to.equal(before);
  });
});

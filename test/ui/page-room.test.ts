import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {expect} from 'chai';
import {pageRoom} from '../../src/ui/page-room.ts';
import {clear, frames, noticePage, style} from './notice-page.ts';
import {settled} from './press.ts';

const root = document.documentElement;
const padding = (side: 'Top' | 'Bottom') => parseFloat(getComputedStyle(root)[`scrollPadding${side}`]) || 0;

function bar(height: number): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `position: fixed; left: 0; right: 0; bottom: 0; height: ${height}px`;
  document.body.append(element);
  return element;
}

describe('the room on the page', () => {
  beforeEach(() => setViewport({width: 800, height: 600}));
  afterEach(clear);

  it('is as high as what stands there, follows it, and is given back', async () => {
    style('html {scroll-padding-bottom: 10px}');
    const before = root.scrollHeight;
    document.body.innerHTML = '<p style="height: 2000px; margin: 0">Page</p>';
    const height = root.scrollHeight;
    const element = bar(100);
    const leave = pageRoom(element, 'bottom');
    await settled(() => padding('Bottom') === 110);
    expect(root.scrollHeight).to.equal(height + 100);
    element.style.height = '150px';
    await settled(() => padding('Bottom') === 160);
    leave();
    expect(padding('Bottom')).to.equal(10);
    document.body.replaceChildren();
    expect(root.scrollHeight).to.equal(before);
  });

  it('is that of the highest, where several stand', async () => {
    const leaves = [pageRoom(bar(100), 'bottom'), pageRoom(bar(60), 'bottom')];
    await settled(() => padding('Bottom') === 100);
    leaves[0]?.();
    expect(padding('Bottom')).to.equal(60);
    leaves[1]?.();
    expect(padding('Bottom')).to.equal(0);
  });

  it('is not touched by an inline style, and causes no error while sizes are observed', async () => {
    const errors: string[] = [];
    const hear = ({message}: ErrorEvent) => errors.push(message);
    addEventListener('error', hear);
    const {notice} = await noticePage();
    const host = await notice();
    for (const width of [320, 500, 800]) {
      await setViewport({width, height: 600});
      await frames(5);
    }
    removeEventListener('error', hear);
    expect(errors).to.deep.equal([]);
    expect([root.hasAttribute('style'), host.hasAttribute('style')]).to.deep.equal([false, false]);
  });

  it('lets no control with the focus be hidden by the notice', async function () {
    this.timeout(30_000);
    document.body.innerHTML = `<main>${'<p><button>Page</button></p>'.repeat(40)}</main>`;
    const {notice} = await noticePage();
    const host = await notice();
    await settled(() => padding('Bottom') > 100);
    document.querySelector('main button')?.scrollIntoView();
    document.querySelector<HTMLButtonElement>('main button')?.focus();
    for (let step = 0; step < 39; step++) {
      await sendKeys({press: 'Tab'});
      await frames(1);
      const active = document.activeElement?.getBoundingClientRect();
      expect(active?.bottom, `control ${step}`).to.be.at.most(host.getBoundingClientRect().top + 1);
    }
  });

  it('lets none be hidden where a part of the page scrolls', async () => {
    document.body.innerHTML = `<main style="position: fixed; inset: 0; overflow: auto">${'<p><button>Page</button></p>'.repeat(40)}<p style="height: 500px"></p></main>`;
    const {notice} = await noticePage();
    const host = await notice();
    await frames(5);
    const controls = [...document.querySelectorAll<HTMLButtonElement>('main button')];
    for (const control of controls) {
      control.focus();
      expect(control.getBoundingClientRect().top).to.be.below(host.getBoundingClientRect().top);
    }
  });

  for (const control of [
    '<a id="pressed" href="#here">Page</a>',
    '<button id="pressed">Page</button>',
    '<input id="pressed">',
  ]) {
    it(`moves nothing away from under a mouse that presses ${control}`, async () => {
      document.body.innerHTML = `<p style="height: 2000px; margin: 0"></p>${control}<p style="height: 2000px"></p>`;
      const {notice} = await noticePage();
      const host = await notice();
      await settled(() => padding('Bottom') > 100);
      const pressed = document.querySelector<HTMLElement>('#pressed');
      const clicks: Event[] = [];
      pressed?.addEventListener('click', (event) => {
        event.preventDefault();
        clicks.push(event);
      });
      // Half under the notice.
      const covering = host.getBoundingClientRect();
      const box = pressed?.getBoundingClientRect() ?? new DOMRect();
      scrollBy(0, box.top + box.height / 2 - covering.top);
      await frames();
      const at = scrollY;
      await sendMouse({type: 'click', position: [box.left + 8, Math.round(covering.top) - 4]});
      await settled(() => clicks.length > 0);
      expect(scrollY).to.equal(at);
      scrollTo(0, 0);
    });
  }

  it('lets the end of the page be scrolled clear of the notice', async () => {
    document.body.innerHTML = '<p style="height: 2000px">Page</p><footer>Accessibility mark</footer>';
    const {notice} = await noticePage();
    const host = await notice();
    await settled(() => padding('Bottom') > 100);
    scrollTo(0, 1e6);
    await frames();
    const foot = document.querySelector('footer')?.getBoundingClientRect();
    expect(foot?.bottom).to.be.at.most(host.getBoundingClientRect().top);
    scrollTo(0, 0);
  });
});

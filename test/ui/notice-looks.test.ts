import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {expect} from 'chai';
import {buttons, clear, frames, noticePage, style} from './notice-page.ts';
import {tabFrom} from './press.ts';
import type {CookieModesElement} from '../../src/ui/notice.ts';

const hostile = [
  '* {color: red !important; font-size: 9px !important; position: static !important; opacity: 0.9 !important}',
  'button {display: none !important}',
  '* {transform: rotate(20deg) !important; margin: 13px !important; padding: 3px !important; float: left !important}',
  'button[data-mode=refuse-all] {visibility: hidden !important; width: 9px !important; filter: blur(9px) !important; order: -1 !important}',
  '[slot=accept-all]::before {content: "BEST" !important; font-size: 99px} [slot=refuse-all] {clip-path: circle(1px) !important; all: unset !important}',
  'body {transform: scale(0.5); overflow: hidden} body > * {z-index: -1 !important}',
  'body > div {position: fixed; inset: 0; z-index: 2147483647; background: white}',
  '@keyframes away {to {opacity: 0; translate: 99px}} button {animation: away 1ms forwards !important; transition: all 9s !important}',
];
// The gist of three real ones: Eric Meyer's, Tailwind's preflight, and one that takes everything off form controls.
const resets = [
  'html, body, h2, p, a, ul, li, strong, label {margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline} ul {list-style: none}',
  '*, ::before, ::after {box-sizing: border-box; border: 0 solid; margin: 0} h2, button, input {font: inherit; color: inherit} a {color: inherit; text-decoration: inherit} button {background: transparent; padding: 0}',
  'button, input {all: unset} input {appearance: none} * {min-width: 0}',
];

const looked = [
  'width',
  'height',
  'fontSize',
  'fontFamily',
  'fontWeight',
  'lineHeight',
  'color',
  'backgroundColor',
  'opacity',
  'visibility',
  'display',
  'transform',
  'filter',
  'clipPath',
  'textTransform',
  'textDecorationLine',
  'borderTopColor',
  'borderTopWidth',
  'animationName',
  'position',
  'order',
] as const;

function expectEqual(notice: CookieModesElement, about: string): void {
  const styles = buttons(notice).map((one) => {
    const computed = getComputedStyle(one);
    return Object.fromEntries(looked.map((name) => [name, computed[name]]));
  });
  expect(styles, about).to.have.length(3);
  expect(styles[1], about).to.deep.equal(styles[0]);
  expect(styles[2], about).to.deep.equal(styles[0]);
  expect(styles[0], about).to.include({
    visibility: 'visible',
    transform: 'none',
    filter: 'none',
    clipPath: 'none',
  });
  for (const one of buttons(notice)) {
    const {left, top, width, height} = one.getBoundingClientRect();
    expect(height, about).to.be.at.least(44);
    expect(width, about).to.be.at.least(44);
    expect(getComputedStyle(one, '::before').content, about).to.be.oneOf(['none', 'normal']);
    expect(document.elementFromPoint(left + width / 2, top + height / 2), about).to.equal(one);
  }
}

const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the looks of the notice', () => {
  beforeEach(async () => {
    await setViewport({width: 1024, height: 700});
    // Away from the buttons: one under the pointer is underlined.
    await sendMouse({type: 'move', position: [1, 1]});
  });
  afterEach(async () => {
    clear();
    document.documentElement.style.fontSize = '';
    await setViewport({width: 800, height: 600});
  });

  it('give the three choices equal weight, also in a narrow window and with long labels', async () => {
    const texts = {
      'notice.refuseAll': 'Refuse all cookies and everything that is remotely similar to a cookie',
    };
    const {notice} = await noticePage({notice: {texts}});
    const host = await notice();
    for (const width of [1280, 700, 320]) {
      await setViewport({width, height: 700});
      await frames();
      expectEqual(host, `${width} px`);
    }
  });

  for (const css of hostile) {
    it(`withstand ${css.slice(0, 60)}…`, async () => {
      document.body.innerHTML = '<div></div>';
      document.documentElement.style.setProperty('font-size', '16px', 'important');
      style(css);
      const {notice} = await noticePage();
      const host = await notice();
      await frames();
      expectEqual(host, css);
      const box = host.getBoundingClientRect();
      expect(Math.round(box.bottom), css).to.equal(innerHeight);
      expect(Math.round(box.width), css).to.equal(document.documentElement.clientWidth);
    });
  }

  for (const css of resets) {
    it(`survive the reset ${css.slice(0, 50)}…`, async () => {
      style(css);
      const {notice} = await noticePage();
      const host = await notice();
      await frames();
      expectEqual(host, css);
      const [input, heading, p] = ['input', 'h2', 'p'].map((tag) => host.querySelector(tag));
      expect(input?.getBoundingClientRect().width).to.equal(24);
      if (!heading || !p) throw new Error('no text');
      expect(parseFloat(getComputedStyle(heading).fontSize)).to.be.above(
        parseFloat(getComputedStyle(p).fontSize),
      );
    });
  }

  it('have a contrast of 7 to 1, light and dark', async () => {
    const {notice} = await noticePage();
    const host = await notice();
    for (const scheme of ['light', 'dark']) {
      host.style.setProperty('--cookie-modes-scheme', scheme);
      const background = getComputedStyle(host).backgroundColor;
      const [first] = buttons(host);
      const [link, p] = ['a', 'p'].map((tag) => host.querySelector(tag));
      if (!first || !link || !p) throw new Error('not drawn');
      const button = getComputedStyle(first);
      expect(contrast(button.color, button.backgroundColor), `${scheme} button`).to.be.at.least(7);
      expect(contrast(button.backgroundColor, background), `${scheme} button's edge`).to.be.at.least(3);
      expect(contrast(getComputedStyle(link).color, background), `${scheme} link`).to.be.at.least(7);
      expect(contrast(getComputedStyle(p).color, background), `${scheme} text`).to.be.at.least(7);
    }
  });

  it('take the colours the site sets', async () => {
    style(':root {--cookie-modes-accent: rgb(0, 80, 0); --cookie-modes-on-accent: rgb(255, 255, 255)}');
    const {notice} = await noticePage();
    const [first] = buttons(await notice());
    if (!first) throw new Error('not drawn');
    expect(getComputedStyle(first).backgroundColor).to.equal('rgb(0, 80, 0)');
  });

  it('keep the three buttons in view on a small screen, at 400 % zoom, and with text twice as large', async () => {
    const {notice} = await noticePage({services: [{id: 'x', provider: 'A provider', purpose: 'statistics'}]});
    const host = await notice();
    for (const [width, height, size] of [
      [320, 568, 16],
      [320, 256, 16],
      [320, 700, 32],
      [640, 360, 16],
    ] as const) {
      await setViewport({width, height});
      document.documentElement.style.fontSize = `${size}px`;
      await frames();
      expect(document.documentElement.scrollWidth, `${width} px`).to.be.at.most(width);
      expect(host.scrollWidth, `${width} px`).to.be.at.most(host.clientWidth);
      for (const one of buttons(host)) {
        const {top, bottom, left, right} = one.getBoundingClientRect();
        expect(
          [top >= 0, left >= 0, bottom <= height, right <= width],
          `${one.textContent} at ${width} × ${height}`,
        ).to.deep.equal([true, true, true, true]);
        expect(one.scrollWidth, `${one.textContent} at ${width} × ${height}`).to.be.at.most(one.clientWidth);
      }
      expect(host.getBoundingClientRect().top, 'some of the page stays in view').to.be.above(0);
    }
  });

  it('grow with the text size of the page', async () => {
    const {notice} = await noticePage();
    const host = await notice();
    const before = buttons(host)[0]?.offsetHeight ?? 0;
    document.documentElement.style.fontSize = '24px';
    await frames();
    expect(buttons(host)[0]?.offsetHeight).to.be.at.least(before * 1.4);
  });

  it('bear the text spacing of WCAG 1.4.12', async () => {
    style(
      '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important} p {margin-bottom: 2em !important}',
    );
    const {notice} = await noticePage();
    const host = await notice();
    await setViewport({width: 320, height: 640});
    await frames();
    for (const one of buttons(host)) {
      expect(one.scrollWidth).to.be.at.most(one.clientWidth);
      expect(one.scrollHeight).to.be.at.most(one.clientHeight);
    }
  });

  it('are mirrored on a page from right to left', async () => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'zh-TW';
    style('html[dir=rtl] body {direction: rtl}');
    const {notice} = await noticePage();
    const host = await notice();
    expect(host.getAttribute('dir')).to.equal('ltr');
    host.dir = 'rtl';
    await frames();
    const [accept, , refuse] = buttons(host).map((one) => one.getBoundingClientRect().left);
    expect(accept).to.be.above(refuse ?? Infinity);
  });

  for (const placement of ['top', 'corner', 'inline'] as const) {
    it(`hold in the placement ${placement}`, async () => {
      document.body.innerHTML = '<p>Page</p>';
      const {notice} = await noticePage({notice: {placement}});
      const host = await notice();
      await frames();
      expectEqual(host, placement);
      const {top, right, bottom} = host.getBoundingClientRect();
      if (placement === 'top') expect(top).to.equal(0);
      if (placement === 'corner')
        expect([innerWidth - right > 0, innerHeight - bottom > 0]).to.deep.equal([true, true]);
      if (placement === 'inline') {
        expect(getComputedStyle(host).position).to.equal('static');
        expect(bottom).to.be.at.most(document.querySelector('body > p')?.getBoundingClientRect().top ?? 0);
      }
    });
  }

  it('stay out of a modal dialog of the site', async () => {
    document.body.innerHTML = '<dialog>Dialog</dialog>';
    const dialog = document.querySelector('dialog');
    dialog?.showModal();
    const {notice} = await noticePage();
    const host = await notice();
    expect(host.matches(':popover-open')).to.equal(false);
    expect(host.offsetHeight).to.be.above(0);
    dialog?.close();
  });

  it('show where the focus is', async () => {
    const {notice} = await noticePage();
    const host = await notice();
    tabFrom(host);
    for (let step = 0; step < 3; step++) await sendKeys({press: 'Tab'});
    const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement ?? host);
    expect([outlineStyle, parseFloat(outlineWidth) >= 2]).to.deep.equal(['solid', true]);
  });
});

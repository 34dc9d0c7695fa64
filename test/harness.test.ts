import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html, LitElement} from 'lit';

/** An element as the interface room writes them: static properties, no decorators. */
class CounterElement extends LitElement {
  static override properties = {count: {type: Number}};
  declare count: number;

  constructor() {
    super();
    this.count = 0;
  }

  override render() {
    return html`<button @click=${() => this.count++}>${this.count}</button>`;
  }
}
customElements.define('harness-counter', CounterElement);

describe('the browser harness', () => {
  afterEach(() => document.body.replaceChildren());

  it('renders a Lit element and hears its property change', async () => {
    const element = new CounterElement();
    document.body.append(element);
    await element.updateComplete;
    element.shadowRoot?.querySelector('button')?.click();
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('1');
  });

  it('runs in a page that is in front and not slowed down', async () => {
    expect(document.visibilityState).to.equal('visible');
    // A page that is slowed down has not one short wait; a busy machine has a few long ones.
    const shortest = async (wait: (resolve: () => void) => void) => {
      const waits: number[] = [];
      for (let turn = 0; turn < 10; turn++) {
        const start = performance.now();
        await new Promise<void>(wait);
        waits.push(performance.now() - start);
      }
      return Math.min(...waits);
    };
    expect(await shortest((resolve) => requestAnimationFrame(() => resolve()))).to.be.below(250);
    expect(await shortest((resolve) => setTimeout(resolve, 1))).to.be.below(250);
  });

  it('keeps cookies that a page writes', () => {
    document.cookie = 'harness=1; path=/';
    expect(document.cookie).to.include('harness=1');
    document.cookie = 'harness=; path=/; max-age=0';
    expect(document.cookie).not.to.include('harness=1');
  });

  it('presses real keys', async () => {
    const [first, second] = [document.createElement('input'), document.createElement('input')];
    const trusted: boolean[] = [];
    document.body.append(first, second);
    first.addEventListener('keydown', (event) => trusted.push(event.isTrusted));
    first.focus();
    await sendKeys({type: 'ab'});
    await sendKeys({press: 'Tab'});
    expect(first.value).to.equal('ab');
    expect(document.activeElement).to.equal(second);
    expect(trusted).to.deep.equal([true, true, true]);
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'Tab'});
    await sendKeys({up: 'Shift'});
    expect(document.activeElement).to.equal(first);
  });

  it('presses a button by its keys', async () => {
    const button = document.createElement('button');
    const heard: boolean[] = [];
    button.addEventListener('click', (event) => heard.push(event.isTrusted));
    document.body.append(button);
    button.focus();
    for (const press of ['Space', 'Enter']) await sendKeys({press});
    expect(heard).to.deep.equal([true, true]);
  });

  it('clicks with a real mouse', async () => {
    const button = document.createElement('button');
    button.textContent = 'press me';
    document.body.append(button);
    const {x, y, width, height} = button.getBoundingClientRect();
    const heard = new Promise<boolean>((resolve) => {
      button.addEventListener('click', (event) => resolve(event.isTrusted));
    });
    await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
    expect(await heard).to.equal(true);
  });

  it('gives the page a size', async () => {
    await setViewport({width: 320, height: 640});
    expect([innerWidth, innerHeight]).to.deep.equal([320, 640]);
    await setViewport({width: 800, height: 600});
    expect([innerWidth, innerHeight]).to.deep.equal([800, 600]);
  });
});

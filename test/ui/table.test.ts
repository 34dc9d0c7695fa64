import {setViewport} from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import {expect} from 'chai';
import {attach} from '../../src/script-table.ts';
import {contextWith} from './question-page.ts';
import type {AxeResults} from 'axe-core';
import type {Config} from '../../src/core/declaration.ts';
import type {TableElement} from '../../src/ui/table.ts';

declare const axe: {run(context: Element, options?: object): Promise<AxeResults>};

const config: Partial<Config> = {
  purposes: {statistics: {}, activity: {}},
  services: [
    {
      id: 'counter',
      name: {en: 'Visit counter', 'zh-TW': '造訪統計'},
      provider: 'Harbour City',
      purpose: 'statistics',
      cookies: [{name: 'visits', retention: 'P1Y2M', description: {en: 'Counts visits.'}}],
      storage: [{name: 'visits:*'}],
    },
    {id: 'logon', purpose: 'necessary', cookies: [{name: 'sid'}]},
  ],
  necessary: [{name: 'language', retention: 'P30D'}],
};

const leaving: (() => void)[] = [];
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function tableWith(given: Partial<Config> = config) {
  const context = await contextWith(given);
  leaving.push(attach(context), () => context.end());
  const element = document.createElement('cookie-modes-table') as TableElement;
  element.context = context;
  document.body.append(element);
  leaving.push(() => element.remove());
  await element.updateComplete;
  return {
    consent: context.consent,
    element,
    table: (purpose: string) =>
      element.renderRoot.querySelector<HTMLTableElement>(`[data-purpose=${purpose}]`),
  };
}

describe('the cookie table', () => {
  before(() => (document.documentElement.lang = 'en'));
  afterEach(() => {
    for (const leave of leaving.splice(0).reverse()) leave();
    document.documentElement.lang = 'en';
  });

  for (const lang of ['en', 'zh-TW']) {
    for (const width of [320, 1000]) {
      it(`passes the axe audit in ${lang} at ${width} pixels`, async function () {
        this.timeout(30_000);
        document.documentElement.lang = lang;
        await setViewport({width, height: 600});
        const {element} = await tableWith();
        const {violations} = await axe.run(element, {rules: {region: {enabled: false}}});
        expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
        await setViewport({width: 800, height: 600});
      });
    }
  }

  it('is a table for each purpose, with caption and headers that say what they head', async () => {
    const {table, element} = await tableWith();
    expect(element.renderRoot.querySelectorAll('table').length).to.equal(3);
    expect(text(table('statistics')?.caption)).to.include('Visitor statistics');
    expect([...(table('statistics')?.querySelectorAll('th[scope=col]') ?? [])].map(text)).to.deep.equal([
      'Name',
      'Service',
      'Description',
      'Kind',
      'Kept',
      'Now',
    ]);
    expect(text(table('statistics')?.querySelector('th[scope=row]'))).to.equal('visits');
    expect(text(table('statistics')?.rows[1]))
      .to.include('for 1 year, 2 months')
      .and.include('Harbour City');
  });

  it('lists what is necessary, its own record too', async () => {
    const {table} = await tableWith();
    const names = [...(table('necessary')?.querySelectorAll('th[scope=row]') ?? [])].map(text);
    expect(names).to.deep.equal(['cookie_consent', 'language', 'sid']);
    expect(text(table('necessary')?.rows[1]))
      .to.include('Necessary, always allowed')
      .and.include('6 months');
  });

  it('says in words what is allowed now, and follows each change', async () => {
    const {consent, element, table} = await tableWith();
    const now = () => text(table('statistics')?.rows[1]?.cells[5]);
    expect(now()).to.equal('Not allowed until you choose');
    const seen: string[] = [];
    for (const mode of ['accept-all', 'notify', 'refuse-all'] as const) {
      consent.choose(mode);
      await element.updateComplete;
      seen.push(now());
    }
    expect(seen).to.deep.equal(['Allowed', 'You are asked first', 'Refused']);
    consent.answer({services: {counter: 'accept'}});
    await element.updateComplete;
    expect(now()).to.equal('Allowed');
    expect(text(table('statistics')?.querySelector('.now'))).to.equal('Now Refused');
    const [cookie] = consent.service('counter')?.cookies ?? [];
    consent.answer({cookies: {[`${cookie?.name}`]: 'refuse'}});
    await element.updateComplete;
    expect(now()).to.equal('Refused');
  });

  it('says so where a purpose declares nothing', async () => {
    const {table} = await tableWith();
    expect(text(table('activity'))).to.include('not stated');
  });

  it('is stacked on a narrow screen, and still a table to those who hear it', async () => {
    await setViewport({width: 320, height: 600});
    const {element, table} = await tableWith();
    const cell = table('statistics')?.querySelector('td');
    expect(cell && getComputedStyle(cell).display).to.equal('grid');
    expect(cell?.getAttribute('role')).to.equal('cell');
    expect(cell && getComputedStyle(cell, '::before').content).not.to.equal('none');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 800, height: 600});
  });

  it('takes the colours of the page it stands in', async () => {
    document.body.style.color = 'rgb(1, 2, 3)';
    leaving.push(() => document.body.removeAttribute('style'));
    const {element} = await tableWith();
    expect(getComputedStyle(element).color).to.equal('rgb(1, 2, 3)');
  });
});

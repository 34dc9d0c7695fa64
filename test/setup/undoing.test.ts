import {expect} from 'chai';
import {undoing} from '../../src/setup/undoing.ts';
import {clearPage, consentFor, inWords, openDatabase} from '../storage/undo-page.ts';
import type {UndoReport} from '../../src/core/undone.ts';

describe('undoing', () => {
  beforeEach(clearPage);
  afterEach(clearPage);

  it('settles with what that one removed, though an earlier undoing still waits for a database', async () => {
    const consent = consentFor({
      services: [
        {id: 'stats', purpose: 'personalization', indexedDB: ['stats']},
        {id: 'quiz', purpose: 'activity', storage: [{name: 'quiz'}]},
      ],
    });
    const detach = undoing(() => import('../../src/script-undo.ts'))(consent);
    consent.choose('accept-all');
    const database = await openDatabase('stats');
    localStorage.setItem('quiz', '1');
    const second = new Promise<UndoReport>((resolve) => {
      database.onversionchange = () => {
        resolve(consent.withdraw());
        database.close();
      };
    });
    consent.answer({services: {stats: 'refuse'}});
    const reports = await Promise.all([consent.undoing, second]);
    expect(reports.map(inWords)).to.deep.equal([['indexed-db stats'], ['local-storage quiz']]);
    detach();
  });

  it('comes also where a first choice accepts all but something that has left traces', async () => {
    const consent = consentFor({
      services: [{id: 'stats', purpose: 'statistics', storage: [{name: 'stats'}]}],
    });
    localStorage.setItem('stats', '1');
    const detach = undoing(() => import('../../src/script-undo.ts'))(consent);
    consent.choose('accept-all', {answers: {purposes: {statistics: 'refuse'}}});
    expect(inWords(await consent.undoing)).to.deep.equal(['local-storage stats']);
    detach();
  });
});

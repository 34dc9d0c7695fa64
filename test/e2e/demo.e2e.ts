import assert from 'node:assert/strict';
import {it} from 'node:test';
import {choose, demoForEach, notice, quiet, stored} from './demo-kit.ts';
import {askedFor} from './driver/asked-for.ts';
import {forEachEngine} from './driver/for-each-engine.ts';

/** Each plain page, and words its notice must say; the others have stories of their own. */
const routes: readonly (readonly [string, string])[] = [
  ['/bare', 'Notify me'],
  ['/all', 'the ferry map and the safety film are not shown'],
  ['/rtl', 'لن تظهر خريطة العبّارات'],
];

forEachEngine('the demo', (visitor) => {
  const demo = demoForEach();

  for (const [path, words] of routes) {
    it(`stores nothing at ${path} before a choice, and keeps a refusal`, async () => {
      const tab = await visitor.newPage();
      await tab.goto(`${demo.origin}${path}`);
      assert.ok((await notice(tab)).includes(words));
      assert.deepEqual(await tab.cookies(), []);
      await choose(tab, 'refuse-all');
      await tab.reload();
      await tab.waitFor(
        () => document.readyState === 'complete' && window.cookieModes?.mode === 'refuse-all',
      );
      await stored(tab);
      assert.deepEqual(demo.asked(/^\/(vendor\/|collect|frames)/), []);
      quiet(tab);
    });
  }

  it('asks in a frame without storage at /sandbox, and says no error there', async () => {
    const tab = await visitor.newPage();
    await tab.goto(`${demo.origin}/sandbox`);
    await askedFor(() => demo.asked(/./), /^\/dist\/cookie-modes-ui\.js$/);
    assert.deepEqual(demo.asked(/^\/(vendor\/|collect|assets\/ahoy)/), []);
    assert.deepEqual(await tab.cookies(), []);
    quiet(tab);
  });

  it('has the server set the same record again at /record, for what is left of its time', async () => {
    const tab = await visitor.newPage();
    await tab.goto(`${demo.origin}/record`);
    await choose(tab, 'accept-all');
    await tab.waitFor(() => document.querySelector('#kept')?.textContent === 'The server has set it.');
    const [record, ...others] = await tab.cookies();
    assert.deepEqual([record?.name, others], ['cookie_consent', []]);
    assert.match(record?.value ?? '', /mode=accept-all/);
    const days = ((record?.expires ?? 0) - Date.now() / 1000) / 86_400;
    assert.ok(days > 180 && days < 185, `${days} days`);
    assert.deepEqual(
      demo.requests.filter(({url}) => url === '/consent/record').map(({method}) => method),
      ['POST'],
    );
    await tab.reload();
    await tab.waitFor(() => window.cookieModes?.mode === 'accept-all');
    quiet(tab);
  });
});

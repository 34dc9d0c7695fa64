import assert from 'node:assert/strict';
import {it} from 'node:test';
import * as en from '../../src/locales/en.ts';
import {eachText} from '../locales/each-text.ts';

it('the texts refer to nothing by its shape, colour, sound or place on the screen', () => {
  const texts = eachText({...en});
  assert.ok(texts.length > 100);
  const senses =
    /\b(on the (left|right)|(left|right|top|bottom)[- ](hand|side|corner|button|of)|round|square|circle|arrow|icon|red|green|blue|grey|gray|colou?r(ed)?|beep|sound)\b/i;
  assert.deepEqual(
    texts.filter(([, text]) => senses.test(text)),
    [],
  );
});

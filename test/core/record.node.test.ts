import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parseRecord, writeRecord} from '../../src/core/record.ts';
import type {Choice} from '../../src/core/record.ts';
import {answers, modes, ways} from '../../src/core/words.ts';

const choice: Choice = {
  mode: 'notify',
  time: '2026-11-27T08:30:00Z',
  policy: '2.0',
  purposes: {personalization: '', activity: 'accept'},
  services: {ga4: ''},
  cookies: {_ga: 'refuse', 'a.b*c': 'accept'},
  id: '0123456789abcdef0123456789abcdef',
  given: 'button',
  language: 'zh-TW',
  text: 'fedcba9876543210fedcba9876543210',
  library: '0.1.0',
  session: false,
};
const record = writeRecord(choice);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('the record', () => {
  it('is one line of ASCII that begins with the mode and any server can split', () => {
    assert.match(
      record,
      /^mode=notify&time=2026-11-27T08%3A30%3A00Z&policy=2\.0&purposes=personalization\+activity\.accept&/,
    );
    assert.match(record, /^[\x21-\x7e]+$/);
    assert.doesNotMatch(record, /[;,"\\ ]/);
  });

  it('reads back as it was written', () => {
    assert.deepEqual(plain(parseRecord(record)), plain(choice));
    assert.deepEqual(
      plain(parseRecord(writeRecord({...choice, session: true}))),
      plain({...choice, session: true}),
    );
  });

  it('may have answers instead of a mode', () => {
    assert.equal(parseRecord(writeRecord({...choice, mode: undefined}))?.purposes['activity'], 'accept');
  });

  const without = (name: string) =>
    record.replace(new RegExp(`(^|&)${name}=[^&]*&?`), '$1').replace(/&$/, '');
  for (const name of ['time', 'policy', 'purposes', 'id', 'given', 'language', 'text', 'library']) {
    it(`is no record without ${name}`, () => {
      assert.notEqual(without(name), record);
      assert.equal(parseRecord(without(name)), undefined);
    });
  }

  for (const [what, broken] of Object.entries({
    nothing: '',
    'an unknown field': `${record}&extra=1`,
    'a field twice': `${record}&policy=2.0`,
    'neither mode nor answer': writeRecord({
      ...choice,
      mode: undefined,
      purposes: {activity: ''},
      cookies: {},
    }),
    'an unknown mode': record.replace('notify', 'whatever'),
    'another order': record.split('&').reverse().join('&'),
    'a day that does not exist': record.replace('2026-11-27', '2026-02-30'),
    'a time of another form': record.replace('00Z', '00.000Z'),
    'an unknown way': record.replace('button', 'telepathy'),
    'an id that is not hexadecimal': record.replace('0123', 'xyz-'),
    'a policy version without minor': record.replace('policy=2.0', 'policy=2'),
    'a cookie without an answer': record.replace('_ga.refuse', '_ga'),
    'percent signs that encode nothing': record.replace('%3A', '%zz'),
    'other encoding of the same': record.replace('%3A', ':'),
    'too much': writeRecord({
      ...choice,
      cookies: Object.fromEntries([...Array(200).keys()].map((n) => [`cookie${n}`, 'accept'])),
    }),
    'a trailing space': `${record} `,
  })) {
    it(`is no record with ${what}`, () => assert.equal(parseRecord(broken), undefined));
  }

  it('keeps names that mean something to JavaScript apart from it', () => {
    const odd = parseRecord(
      writeRecord({...choice, cookies: JSON.parse('{"__proto__":"accept","constructor":"refuse"}')}),
    );
    assert.equal(Object.getPrototypeOf(odd?.cookies), null);
    assert.deepEqual(Object.entries(odd?.cookies ?? {}), [
      ['__proto__', 'accept'],
      ['constructor', 'refuse'],
    ]);
  });

  const id = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);
  const answer = fc.constantFrom(...answers);
  it('reads back whatever it can write, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.record({
          mode: fc.constantFrom(...modes),
          purposes: fc.dictionary(id, fc.oneof(answer, fc.constant('' as const)), {minKeys: 1, maxKeys: 4}),
          services: fc.dictionary(id, fc.oneof(answer, fc.constant('' as const)), {maxKeys: 4}),
          cookies: fc.dictionary(fc.stringMatching(/^[!#$%&'*.^_`|~0-9A-Za-z-]{1,12}$/), answer, {
            maxKeys: 5,
          }),
          given: fc.constantFrom(...ways),
          session: fc.boolean(),
        }),
        (part) => {
          const written = {...choice, ...part};
          assert.deepEqual(plain(parseRecord(writeRecord(written))), plain(written));
        },
      ),
    );
    fc.assert(
      fc.property(fc.nat(record.length - 1), fc.string({maxLength: 3}), (at, put) => {
        const changed = record.slice(0, at) + put + record.slice(at + 1);
        const read = parseRecord(changed);
        if (read) assert.equal(writeRecord(read), changed);
      }),
    );
  });
});

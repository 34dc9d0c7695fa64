import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ConfigError, parseRecord, start} from '../src/index.ts';

describe('start() in Node', () => {
  it('answers for one request, touches no page, and settles what it promises', async () => {
    const consent = start({policy: {url: '/privacy'}, services: [{id: 'map', purpose: 'activity'}]});
    assert.equal(consent.allows('map'), false);
    consent.choose('accept-all');
    assert.equal(consent.allows('map'), true);
    assert.deepEqual(await consent.withdraw(), {removed: [], left: [], running: []});
    assert.equal(consent.allows('map'), false);
    assert.notEqual(start({policy: {url: '/privacy'}}), consent);
  });

  it('throws a ConfigError that names the place', () => {
    assert.throws(() => start({policy: {url: 'javascript:0'}}), ConfigError);
  });

  it('reads a record as a server gets it', () => {
    assert.equal(parseRecord('mode=accept-all'), undefined);
  });

  it('knows the ids that were declared', () => {
    const consent = start({
      policy: {url: '/'},
      purposes: {marketing: {}},
      services: [{id: 'map', purpose: 'marketing'}],
    });
    consent.allows('marketing');
    // @ts-expect-error a typo does not compile
    assert.equal(consent.allows('marketting'), false);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAIM, fromAfar } from './map-style.js';

test('from afar a style has its colours without dashes and hatches, and is the same object each time', () => {
  const { fill, stroke, width } = CLAIM.DOCUMENT;
  assert.deepEqual(fromAfar(CLAIM.DOCUMENT), { fill, stroke, width });
  assert.equal(fromAfar(CLAIM.DOCUMENT), fromAfar(CLAIM.DOCUMENT));
  assert.notEqual(fromAfar(CLAIM.DOCUMENT), fromAfar(CLAIM.OCCUPATION));
});

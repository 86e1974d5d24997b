import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.localStorage ??= /** @type {any} */ ({ getItem: () => null });
const { rateOf } = await import('./tariff-form.js');

test('a rate is read from its line', () => {
  assert.deepEqual(rateOf('AGRICULTURAL any m2 0.05'),
    { landClass: 'AGRICULTURAL', disputed: undefined, basis: 'PER_SQUARE_METRE', rate: 0.05, cap: undefined });
  assert.deepEqual(rateOf('construction disputed m2 0.02 5000'),
    { landClass: 'CONSTRUCTION', disputed: true, basis: 'PER_SQUARE_METRE', rate: 0.02, cap: 5000 });
  assert.deepEqual(rateOf('UNUSED undisputed exempt'),
    { landClass: 'UNUSED', disputed: false, basis: 'EXEMPT', rate: 0, cap: undefined });
});

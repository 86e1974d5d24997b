import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measured } from './plane-measure.js';

/** Corners of a parcel of 100 m × 100 m, EPSG:4524 36632820–36632920, 2480878–2480978, in CGCS2000 degrees. */
const SQUARE = /** @type {[number, number][]} */ ([[109.290092, 22.420018], [109.291064, 22.420011],
  [109.291072, 22.420914], [109.2901, 22.420921]]);

test('a hectare is a hectare', () => {
  const { area, length } = measured(SQUARE, 36);
  assert.ok(Math.abs(area - 10_000) < 40, String(area));
  assert.ok(Math.abs(length - 300) < 0.6, String(length));
});

test('the last part is told beside the whole', () => {
  const { last } = measured(SQUARE.slice(0, 2), 36);
  assert.ok(Math.abs(last - 100) < 0.3, String(last));
});

test('a point and a line have no area, and nothing has no length', () => {
  assert.deepEqual(measured([], 36), { length: 0, last: 0, area: 0 });
  assert.equal(measured(SQUARE.slice(0, 2), 36).area, 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meets } from './tile-square.js';

/** Longitude 108.984375 to 109.0063…, latitude 22.0 or so: z14 of the grid. */
const tile = { x: 13152, y: 7163, z: 14 };
const west = 13152 / 2 ** 14 * 360 - 180;
const width = 360 / 2 ** 14;
const latitude = (/** @type {number} */ row) => Math.atan(Math.sinh(Math.PI * (1 - 2 * row / 2 ** 14))) * 180 / Math.PI;
const area = (from, to, top, bottom) => ({ west: west + from * width, east: west + to * width,
  north: latitude(7163 + top), south: latitude(7163 + bottom) });

test('what lies on a tile, or over it, is on it', () => {
  assert.equal(meets(tile, area(0.4, 0.5, 0.4, 0.5)), true);
  assert.equal(meets(tile, area(-3, 3, -3, 3)), true);
});

test('what lies beside a tile is on it within the width that is drawn there', () => {
  assert.equal(meets(tile, area(1.05, 1.2, 0.4, 0.5)), true);
  assert.equal(meets(tile, area(1.07, 1.2, 0.4, 0.5)), false);
  assert.equal(meets(tile, area(-0.2, -0.07, 0.4, 0.5)), false);
  assert.equal(meets(tile, area(0.4, 0.5, 1.07, 1.2)), false);
  assert.equal(meets(tile, area(0.4, 0.5, -0.2, -0.07)), false);
  assert.equal(meets(tile, area(0.4, 0.5, -0.2, -0.05)), true);
});

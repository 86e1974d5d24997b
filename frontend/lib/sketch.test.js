import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sketch } from './sketch.js';

test('a square on the equator fills the drawing, north up', () => {
  const square = { type: 'Polygon', coordinates: [[[10, -0.5], [11, -0.5], [11, 0.5], [10, 0.5], [10, -0.5]]] };
  const { place, ...drawing } = /** @type {any} */ (sketch(square, 100));
  assert.deepEqual(drawing, { path: 'M0 100L100 100L100 0L0 0L0 100Z', width: 100, height: 100 });
  assert.deepEqual(place([10.5, 0]), [50, 50]);
});

test('away from the equator degrees of longitude are shorter', () => {
  const square = { type: 'Polygon', coordinates: [[[10, 59.5], [11, 59.5], [11, 60.5], [10, 60.5], [10, 59.5]]] };
  const drawing = sketch(square, 100);
  assert.equal(drawing?.height, 100);
  assert.equal(drawing?.width, 50);
});

test('holes and parts are rings of one path', () => {
  const ring = [[0, 0], [1, 0], [1, 1], [0, 0]];
  const drawing = sketch({ type: 'MultiPolygon', coordinates: [[ring, ring], [ring]] }, 10);
  assert.equal(drawing?.path.match(/M/g)?.length, 3);
});

test('nothing gives no drawing', () => {
  assert.equal(sketch({ type: 'MultiPolygon', coordinates: [] }, 10), null);
});

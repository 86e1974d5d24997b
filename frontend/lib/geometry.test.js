import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, contains } from './geometry.js';

const ringed = { type: 'Polygon', coordinates: [
  [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[4, 4], [4, 6], [6, 6], [6, 4], [4, 4]]] };

test('a point in a hole is not in the parcel', () => {
  assert.equal(contains(ringed, 2, 2), true);
  assert.equal(contains(ringed, 5, 5), false);
  assert.equal(contains(ringed, 11, 5), false);
});

test('each part of a multipart parcel counts', () => {
  const parts = { type: 'MultiPolygon', coordinates: [ringed.coordinates,
    [[[20, 0], [30, 0], [30, 10], [20, 0]]]] };
  assert.equal(contains(parts, 28, 3), true);
  assert.deepEqual(boundsOf(parts), [0, 0, 30, 10]);
});

test('there are no bounds around nothing', () => {
  assert.equal(boundsOf(null, undefined), null);
  assert.equal(contains(null, 0, 0), false);
});

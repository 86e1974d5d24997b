import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeLabels } from './tile-paint.js';

const label = (name, x, y, rank) => ({ name, x, y, rank, width: 40, height: 12 });

test('labels that would cover each other give way to the lower rank', () => {
  const placed = placeLabels([label('parcel', 100, 100, 3), label('claim', 110, 104, 2), label('far', 300, 100, 3)]);
  assert.deepEqual(placed.map((each) => each.name), ['claim', 'far']);
});

test('labels side by side both stay, across the cells of the search too', () => {
  const placed = placeLabels([label('a', 44, 10, 1), label('b', 88, 10, 1), label('c', 66, 10, 2)]);
  assert.deepEqual(placed.map((each) => each.name), ['a', 'b']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toZone, zoneOf } from './gauss-kruger.js';

test('the test point of domain.md lies in zone 36 at its known coordinates', () => {
  const { x, y } = toZone(109.29, 22.42, 36);
  assert.equal(x.toFixed(3), '36632820.374');
  assert.equal(y.toFixed(3), '2480878.717');
});

test('a point on the central meridian has the false easting', () => {
  assert.equal(toZone(108, 22, 36).x, 36_500_000);
});

test('only zone-prefixed systems name a zone', () => {
  assert.equal(zoneOf('EPSG:4524'), 36);
  assert.equal(zoneOf('EPSG:4525'), 37);
  assert.equal(zoneOf('EPSG:4545'), null);
  assert.equal(zoneOf(undefined), null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areDegrees, fromGeoJson, linesOf } from './drawing.js';

test('a point a row, lines apart by an empty row, any usual separator', () => {
  assert.deepEqual(linesOf('36632820.374 2480878.717\n36632900,2480878\n\n1;2\n3，4\n'), [
    [[36632820.374, 2480878.717], [36632900, 2480878]], [[1, 2], [3, 4]]]);
});

test('what is no line is none', () => {
  for (const text of ['', '1 2', '1 2\nnorth', '1 2 3\n4 5 6']) {
    assert.equal(linesOf(text), null, text);
  }
});

test('degrees are told from metres', () => {
  assert.equal(areDegrees([[[109.29, 22.42], [109.3, 22.42]]]), true);
  assert.equal(areDegrees([[[36632820, 2480878], [36632900, 2480878]]]), false);
});

test('polygons and lines are taken from GeoJSON of any depth', () => {
  const polygon = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] };
  const line = { type: 'LineString', coordinates: [[0, 0], [1, 1]] };
  assert.deepEqual(fromGeoJson(JSON.stringify({ type: 'FeatureCollection', features: [
    { type: 'Feature', properties: {}, geometry: polygon }, { type: 'Feature', geometry: line }] })),
  { shapes: [polygon], lines: [line.coordinates] });
  assert.deepEqual(fromGeoJson(JSON.stringify(polygon))?.shapes, [polygon]);
  assert.equal(fromGeoJson('{"type":"Point","coordinates":[1,2]}'), null);
  assert.equal(fromGeoJson('PK'), null);
});

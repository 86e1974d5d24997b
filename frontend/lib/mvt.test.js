import assert from 'node:assert/strict';
import { test } from 'node:test';
import Pbf from 'pbf';
import { readTile } from './mvt.js';

/** The example of the specification, §4.3.5.6 (a polygon with a hole), with two properties. */
function exampleTile(name = 'parcels') {
  const tile = new Pbf();
  tile.writeMessage(3, (_, layer) => {
    layer.writeVarintField(15, 2);
    layer.writeStringField(1, name);
    layer.writeMessage(2, (__, feature) => {
      feature.writeVarintField(1, 17);
      feature.writePackedVarint(2, [0, 0, 1, 1]);
      feature.writeVarintField(3, 3);
      feature.writePackedVarint(4, [9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 4, 15, 26, 0, 8, 8, 0, 0, 7, 15]);
    }, null);
    layer.writeStringField(3, 'code');
    layer.writeStringField(3, 'area');
    layer.writeMessage(4, (__, value) => value.writeStringField(1, '华山-1'), null);
    layer.writeMessage(4, (__, value) => value.writeDoubleField(3, 10000.25), null);
    layer.writeVarintField(5, 4096);
  }, null);
  return tile.finish();
}

test('an area with a hole is read with its properties', () => {
  const layer = /** @type {any} */ (readTile(new Pbf(exampleTile())).get('parcels'));
  assert.equal(layer.extent, 4096);
  const [feature] = layer.features;
  assert.equal(feature.id, 17);
  assert.equal(feature.kind, 'area');
  assert.deepEqual(feature.properties, { code: '华山-1', area: 10000.25 });
  assert.deepEqual(feature.rings.map((ring) => [...ring]),
    [[0, 0, 10, 0, 10, 10, 0, 10], [2, 2, 2, 6, 6, 6, 6, 2]]);
});

test('tiles written one after the other read as one', () => {
  const joined = Buffer.concat([exampleTile('parcels'), exampleTile('claims')]);
  assert.deepEqual([...readTile(new Pbf(joined)).keys()], ['parcels', 'claims']);
});

test('nothing is a tile without layers', () => {
  assert.equal(readTile(new Pbf(new Uint8Array(0))).size, 0);
});

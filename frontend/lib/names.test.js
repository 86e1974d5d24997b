import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines, names } from './names.js';

test('names may be set apart as people write them', () => {
  assert.deepEqual(names('韦明、黄丽, reviewer，mediator\n'), ['韦明', '黄丽', 'reviewer', 'mediator']);
  assert.deepEqual(names(undefined), []);
});

test('empty lines are no lines', () => {
  assert.deepEqual(lines('N: 大岭村\n\n  E: 公路 '), ['N: 大岭村', 'E: 公路']);
});

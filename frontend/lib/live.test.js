import assert from 'node:assert/strict';
import { test } from 'node:test';
import { touches } from './live.js';

const changed = { version: 7, many: false, records: [{ kind: /** @type {const} */ ('CONFLICT'), name: '12' }] };

test('a record is touched by its kind and its name', () => {
  assert.equal(touches(changed, 'CONFLICT', 12), true);
  assert.equal(touches(changed, 'CONFLICT', 13, '12'), true);
  assert.equal(touches(changed, 'PARCEL', 12), false);
  assert.equal(touches(changed, 'CONFLICT', undefined), false);
});

test('where too much changed, everything is touched', () => {
  assert.equal(touches({ version: 7, many: true, records: [] }, 'PARCEL', 'x'), true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepOfOthers, touches } from './live.js';

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

test('of the steps taken since a record was seen, the newest that another took is told', () => {
  const seen = [{ actor: 'reviewer', action: 'a' }];
  const now = [...seen, { actor: 'mediator', action: 'b' }, { actor: 'reviewer', action: 'c' }];
  assert.equal(stepOfOthers(seen, now, 'reviewer')?.action, 'b');
  assert.equal(stepOfOthers(seen, now, 'mediator')?.action, 'c');
  assert.equal(stepOfOthers(now, now, 'mediator'), null);
});

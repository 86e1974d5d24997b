import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PIPELINE, STATES, codesIn, commonActions, inOrder, stated, stops } from './procedure.js';

/** @param {string[]} allowedActions @returns {any} */
const line = (...allowedActions) => ({ allowedActions });

test('every state has one place', () => {
  assert.equal(new Set(STATES).size, 12);
  assert.equal(STATES.length, 12);
  assert.equal(PIPELINE.length, 8);
});

test('a batch offers what is open to all of its applications, in the order of the procedure', () => {
  assert.deepEqual(commonActions([line('reject', 'approve', 'exempt-fees'), line('approve', 'reject')]),
    ['approve', 'reject']);
  assert.deepEqual(commonActions([line('approve'), line('register')]), []);
  assert.deepEqual(commonActions([]), []);
});

test('what stops an application comes last', () => {
  const sorted = inOrder(['reject', 'settle-fees', 'suspend', 'review']);
  assert.deepEqual(sorted, ['review', 'settle-fees', 'suspend', 'reject']);
  assert.deepEqual(sorted.map(stops), [false, false, true, true]);
});

test('parcel codes may be pasted in any form and count once', () => {
  assert.deepEqual(codesIn(' 450721001002GN00001\n450721001002GN00002, 450721001002GN00001；450721001002GN00003 '),
    ['450721001002GN00001', '450721001002GN00002', '450721001002GN00003']);
  assert.deepEqual(codesIn('  '), []);
});

test('a step tells what was stated, not where it led', () => {
  assert.deepEqual(stated({ opinion: 'clear', from: 'NOTICED', to: 'REVIEWED', note: null, attendees: ['a', 'b'] }),
    [['opinion', 'clear'], ['attendees', 'a, b']]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailOf, pageBefore } from './entries.js';

test('the newest page ends at the head', () => {
  assert.deepEqual(pageBefore(120, 50), { after: 70, size: 50, last: 120 });
});

test('the oldest page is no longer than what there is', () => {
  assert.deepEqual(pageBefore(20, 50), { after: 0, size: 20, last: 20 });
  assert.deepEqual(pageBefore(0, 50), { after: 0, size: 0, last: 0 });
});

test('an entry states its detail in one line', () => {
  const entry = (/** @type {string} */ detail) => /** @type {any} */ ({ detail });
  assert.equal(detailOf(entry('{"from":"NOTICED","to":"REVIEWED"}')), 'from: NOTICED · to: REVIEWED');
  assert.equal(detailOf(entry('{"codes":["a","b"]}')), 'codes: ["a","b"]');
  assert.equal(detailOf(entry('not json')), 'not json');
});

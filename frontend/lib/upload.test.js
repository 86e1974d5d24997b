import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsLeft } from './upload.js';

test('the rest takes as long as it has taken so far', () => {
  assert.equal(secondsLeft(25, 100, 10_000), 30);
  assert.equal(secondsLeft(100, 100, 10_000), 0);
});

test('nobody can tell in the first second', () => {
  assert.equal(secondsLeft(50, 100, 999), null);
  assert.equal(secondsLeft(0, 100, 5_000), null);
});

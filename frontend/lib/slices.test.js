import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSlices } from './slices.js';

globalThis.requestAnimationFrame = /** @type {any} */ ((/** @type {() => void} */ next) => setImmediate(next));

/** @param {string[]} done @param {string} name @param {number} ms */
function* busy(done, name, ms) {
  for (let step = 0; step < 3; step++) {
    const end = performance.now() + ms;
    while (performance.now() < end) { /* works */ }
    done.push(name + step);
    yield;
  }
}

test('works are done one after the other, whole, in several slices', async () => {
  /** @type {string[]} */
  const done = [];
  await Promise.all([inSlices(busy(done, 'a', 4)), inSlices(busy(done, 'b', 0))]);
  assert.deepEqual(done, ['a0', 'a1', 'a2', 'b0', 'b1', 'b2']);
});

test('a work that is given up is not done further, and the next one is', async () => {
  /** @type {string[]} */
  const done = [];
  const given = new AbortController();
  inSlices(busy(done, 'a', 0), given.signal);
  given.abort();
  await inSlices(busy(done, 'b', 0));
  assert.deepEqual(done.filter((name) => name.startsWith('b')), ['b0', 'b1', 'b2']);
  assert.ok(done.filter((name) => name.startsWith('a')).length <= 1);
});

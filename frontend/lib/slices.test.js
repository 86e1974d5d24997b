import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSlices, touch } from './slices.js';

let frames = 0;
globalThis.requestAnimationFrame = /** @type {any} */ ((/** @type {() => void} */ next) => {
  frames++;
  setImmediate(next);
});

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

test('a frame does less of it while somebody uses the page', async (context) => {
  let now = 1000;
  context.mock.method(performance, 'now', () => now);
  const framesOf = async () => {
    frames = 0;
    await inSlices((function* work() {
      for (let step = 0; step < 3; step++) {
        now += 12;
        yield;
      }
    })());
    return frames;
  };
  assert.equal(await framesOf(), 2);
  touch();
  assert.equal(await framesOf(), 4);
  now += 301;
  assert.equal(await framesOf(), 2);
});

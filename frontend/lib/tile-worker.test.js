import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

/** @type {{answer: (mark: string) => void, fail: () => void}[]} */
let requests = [];
/** @type {any[]} */
let answers = [];
const worker = /** @type {any} */ ({ postMessage: (/** @type {any} */ answer) => answers.push(answer) });
const look = { hidden: [], conflictsBy: 'class' };

Object.assign(globalThis, {
  self: worker,
  fetch: () => new Promise((resolve, reject) => requests.push({
    answer: (mark) => resolve(new Response(null, { status: 204, headers: { ETag: mark } })),
    fail: () => reject(new TypeError('the network')),
  })),
  OffscreenCanvas: class {
    getContext() {
      return { scale() {} };
    }

    transferToImageBitmap() {
      return 'a picture';
    }
  },
});
await import('./tile-worker.js');
worker.onmessage({ data: { library: 'data:text/javascript,export default class {}' } });

beforeEach(() => {
  requests = [];
  answers = [];
});
afterEach(() => worker.onmessage({ data: { forget: 1 } }));

function order(turn, anew = false) {
  worker.onmessage({ data: { turn, tile: 1, address: 'tiles/14/1/1', zoom: 14, pixels: 512, look, anew } });
}

/** Until what was sent so far is worked off. */
async function settled() {
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => { setImmediate(resolve); });
  }
}

test('two who ask for a tile that is being read get the same reading', async () => {
  order(1);
  order(2);
  await settled();
  assert.equal(requests.length, 1);
  requests[0].answer('a');
  await settled();
  assert.deepEqual(answers.map(({ turn }) => turn), [1, 2]);
});

test('who asks anew while a tile is being read gets a reading begun after', async () => {
  order(1);
  order(2, true);
  order(3, true);
  await settled();
  requests[0].answer('before the change');
  await settled();
  assert.equal(requests.length, 2);
  assert.deepEqual(answers.map(({ turn }) => turn), [1]);
  requests[1].answer('after the change');
  await settled();
  assert.deepEqual(answers.map(({ turn }) => turn), [1, 2, 3]);
  assert.equal(answers[1].picture, 'a picture');
  assert.equal(requests.length, 2);
});

test('a reading that failed is told to who waited for it, and the one after it is made all the same', async () => {
  order(1);
  order(2, true);
  await settled();
  requests[0].fail();
  await settled();
  assert.match(answers[0].failed, /network/);
  requests[1].answer('a');
  await settled();
  assert.equal(answers[1].turn, 2);
  assert.equal(answers[1].picture, 'a picture');
});

test('a tile that is the same as before is not painted again', async () => {
  order(1);
  await settled();
  requests[0].answer('a');
  await settled();
  order(2, true);
  await settled();
  requests[1].answer('a');
  await settled();
  assert.deepEqual(answers[1], { turn: 2 });
});

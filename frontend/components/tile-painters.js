/**
 * The workers that read and paint tiles; one is left free of the processors there are, for the page.
 *
 * @typedef {import('../lib/tile-worker.js').Order} Order
 * @typedef {import('../lib/tile-worker.js').Answer} Answer
 */
const MOST = 3;

/** @type {Worker[]} */
const workers = [];
/** @type {Map<number, {resolve: (answer: Answer) => void, reject: (error: Error) => void}>} */
const waiting = new Map();
let turns = 0;

/**
 * @param {Omit<Order, 'turn'>} order
 * @returns {Promise<Answer>}
 */
export function draw(order) {
  const turn = ++turns;
  return new Promise((resolve, reject) => {
    waiting.set(turn, { resolve, reject });
    workerOf(order.tile).postMessage({ ...order, turn });
  });
}

/** @param {number} tile what was ordered of it and is not begun is not done */
export function forget(tile) {
  workerOf(tile).postMessage({ forget: tile });
}

/** @param {number} tile */
function workerOf(tile) {
  if (workers.length === 0) {
    const count = Math.max(1, Math.min(MOST, (navigator.hardwareConcurrency || 2) - 1));
    for (let i = 0; i < count; i++) {
      workers.push(begin());
    }
  }
  return workers[tile % workers.length];
}

function begin() {
  const worker = new Worker('/lib/tile-worker.js', { type: 'module' });
  worker.onmessage = ({ data }) => settle(data);
  worker.onerror = (event) => [...waiting.keys()].forEach((turn) => settle({ turn, failed: event.message }));
  worker.postMessage({ library: import.meta.resolve('pbf') });
  return worker;
}

/** @param {Answer} answer */
function settle(answer) {
  const order = waiting.get(answer.turn);
  waiting.delete(answer.turn);
  if (answer.failed === undefined) {
    order?.resolve(answer);
  } else {
    order?.reject(new Error(answer.failed));
  }
}

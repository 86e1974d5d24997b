/**
 * Long work in short slices, so that the page keeps answering: a frame gets no more of it than it can bear; more of it
 * while nobody touches the page.
 */
const SLICE_MS = 10;
const SLICE_AT_REST_MS = 26;
const AT_REST_AFTER_MS = 300;

let touched = -Infinity;
if (globalThis.window) {
  for (const kind of ['pointerdown', 'pointermove', 'wheel', 'keydown']) {
    window.addEventListener(kind, touch, { capture: true, passive: true });
  }
}

/** Somebody uses the page now. */
export function touch() {
  touched = performance.now();
}

/** @type {Generator<void, void>[]} */
const waiting = [];
let running = false;

/**
 * Does a work in its turn. It yields after each small step.
 *
 * @param {Generator<void, void>} work
 * @param {AbortSignal} [signal] given up: what is left of it is not done
 * @returns {Promise<void>} when all of it is done; never, if it was given up
 */
export function inSlices(work, signal) {
  return new Promise((resolve) => {
    waiting.push((function* whole() {
      for (let step = work.next(); !step.done && !signal?.aborted; step = work.next()) {
        yield;
      }
      if (!signal?.aborted) {
        resolve();
      }
    })());
    if (!running) {
      running = true;
      requestAnimationFrame(slice);
    }
  });
}

function slice() {
  const begun = performance.now();
  const end = begun + (begun - touched > AT_REST_AFTER_MS ? SLICE_AT_REST_MS : SLICE_MS);
  while (waiting.length > 0 && performance.now() < end) {
    if (waiting[0].next().done) {
      waiting.shift();
    }
  }
  running = waiting.length > 0;
  if (running) {
    requestAnimationFrame(slice);
  }
}

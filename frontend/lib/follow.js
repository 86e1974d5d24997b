import { get } from './request.js';

const ASK_AGAIN_MS = 1000;

/**
 * Follows something that changes by itself: by server-sent events, or by asking again where they do not come through.
 *
 * @param {{events: string, name: string, path: string}} source address and name of the events; address to ask at
 * @param {(state: any) => boolean} seen told every state; true once nothing more will change
 * @param {(error: unknown) => void} failed
 * @returns {() => void} stops it
 */
export function follow({ events, name, path }, seen, failed) {
  let stopped = false;
  /** @type {number | undefined} */
  let timer;
  const stream = new EventSource(events);

  const stop = () => {
    stopped = true;
    stream.close();
    clearTimeout(timer);
  };
  const ask = async () => {
    try {
      const state = await get(path);
      if (!stopped && !seen(state)) {
        timer = window.setTimeout(ask, ASK_AGAIN_MS);
      }
    } catch (error) {
      if (!stopped) {
        failed(error);
      }
    }
  };
  stream.addEventListener(name, (event) => {
    if (!stopped && seen(JSON.parse(/** @type {MessageEvent} */ (event).data))) {
      stop();
    }
  });
  stream.onerror = () => {
    stream.close();
    if (!stopped) {
      ask();
    }
  };
  return stop;
}

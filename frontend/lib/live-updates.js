import { live } from './live.js';

/** Lets an element hear what changes while it is on the page. */
export class LiveUpdates {
  /** @type {(event: Event) => void} */ #heard;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(changed: import('./live.js').Changed) => void} seen
   */
  constructor(host, seen) {
    this.#heard = (event) => seen(/** @type {CustomEvent} */ (event).detail);
    host.addController(this);
  }

  hostConnected() {
    live.addEventListener('changed', this.#heard);
  }

  hostDisconnected() {
    live.removeEventListener('changed', this.#heard);
  }
}

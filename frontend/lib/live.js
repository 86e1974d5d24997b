/**
 * What other people change, as it is entered. Tells `changed` with {@link Changed}; tells `away` when the connection broke
 * and `changed` with `many` when it is back, since nobody knows what was missed.
 *
 * @typedef {{kind: 'PARCEL' | 'CLAIM' | 'EVIDENCE' | 'CONFLICT' | 'DISPUTE' | 'APPLICATION', name: string}} ChangedRecord
 * @typedef {{version: number, many: boolean, records: ChangedRecord[]}} Changed
 */
const AGAIN_MS = 10_000;

class Live extends EventTarget {
  /** @type {EventSource | null} */ #stream = null;
  /** @type {number | undefined} */ #timer;
  #missed = false;

  /** Listens while somebody is signed in. @param {boolean} signedIn */
  follow(signedIn) {
    if (signedIn && this.#stream === null) {
      this.#open();
    } else if (!signedIn) {
      clearTimeout(this.#timer);
      this.#stream?.close();
      this.#stream = null;
    }
  }

  #open() {
    clearTimeout(this.#timer);
    const stream = new EventSource('/api/changes/live');
    this.#stream = stream;
    stream.addEventListener('changed', (event) => this.#tell(JSON.parse(/** @type {MessageEvent} */ (event).data)));
    stream.onopen = () => {
      if (this.#missed) {
        this.#missed = false;
        this.#tell({ version: 0, many: true, records: [] });
      }
    };
    stream.onerror = () => {
      this.#missed = true;
      if (stream.readyState === EventSource.CLOSED && this.#stream === stream) {
        this.#stream = null;
        this.#timer = window.setTimeout(() => this.#open(), AGAIN_MS);
      }
    };
  }

  /** @param {Changed} changed */
  #tell(changed) {
    this.dispatchEvent(new CustomEvent('changed', { detail: changed }));
  }
}

/** The one stream of the page. */
export const live = new Live();

/**
 * Whether one of the records is among what changed.
 *
 * @param {Changed} changed
 * @param {ChangedRecord['kind']} kind
 * @param {...(string | number | undefined)} names
 */
export const touches = (changed, kind, ...names) => changed.many
  || changed.records.some((record) => record.kind === kind && names.some((name) => String(name) === record.name));

/** Lets an element hear what changes while it is on the page. */
export class LiveUpdates {
  /** @type {(event: Event) => void} */ #heard;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(changed: Changed) => void} seen
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

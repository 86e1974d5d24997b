/**
 * What other people change, as it is entered. Tells `changed` with {@link Changed}, with `many` when the connection was
 * broken, since nobody knows what was missed; `map` when the map far out was drawn anew.
 *
 * @typedef {{kind: string, name: string}} ChangedRecord kind: PARCEL, CLAIM, EVIDENCE, CONFLICT, DISPUTE, APPLICATION,
 *   CERTIFICATE, NOTICE, OBJECTION, LETTER, MEETING, TASK, PATROL, FINDING, COMPLAINT, IMPORT, MUTATION, BATCH,
 *   VILLAGE_STATEMENT
 * @typedef {{west: number, south: number, east: number, north: number}} Area degrees
 * @typedef {{version: number, many: boolean, records: ChangedRecord[], areas?: Area[] | null}} Changed areas: where the map
 *   changed; none: anywhere
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
    stream.addEventListener('map', () => this.dispatchEvent(new Event('map')));
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
  #name;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(changed: Changed) => void} seen
   * @param {'changed' | 'map'} [name] of what is heard; `map` says no more than that
   */
  constructor(host, seen, name = 'changed') {
    this.#name = name;
    this.#heard = (event) => seen(/** @type {CustomEvent} */ (event).detail);
    host.addController(this);
  }

  hostConnected() {
    live.addEventListener(this.#name, this.#heard);
  }

  hostDisconnected() {
    live.removeEventListener(this.#name, this.#heard);
  }
}

/** However much is changed, a page loads anew no more often than this, and rests four times as long as it loads. */
const RELOAD_MS = 1500;
const REST = 4;

/**
 * Loads what an element shows anew when something of these kinds was changed by whomever: one load at a time, and the
 * slower the server answers the less often, so that those who only look leave it to those who work. What is typed stays:
 * forms are dialogs of their own, and a field is set again only when what it is bound to differs.
 */
export class LiveReload {
  /** @type {number | undefined} */ #timer;
  /** When it may load next. */
  #rested = 0;
  #loading = false;
  #changed = false;
  #shown = true;
  #reload;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {string[] | ((changed: Changed) => boolean)} concerns kinds of records, none for all; or a test
   * @param {() => unknown} reload a promise if it is to be waited for
   */
  constructor(host, concerns, reload) {
    this.#reload = reload;
    const does = typeof concerns === 'function' ? concerns
      : (/** @type {Changed} */ changed) => concerns.length === 0
        || changed.records.some((record) => concerns.includes(record.kind));
    new LiveUpdates(host, (changed) => {
      if (changed.many || does(changed)) {
        this.soon();
      }
    });
    host.addController(this);
  }

  hostConnected() {
    this.#shown = true;
  }


  hostDisconnected() {
    this.#shown = false;
    this.#changed = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Loads anew as soon as it has rested. */
  soon() {
    if (this.#loading) {
      this.#changed = true;
    } else if (this.#shown) {
      this.#timer ??= window.setTimeout(() => this.#load(), Math.max(0, this.#rested - Date.now()));
    }
  }

  async #load() {
    this.#timer = undefined;
    this.#loading = true;
    const begun = Date.now();
    try {
      await this.#reload();
    } finally {
      const took = Date.now() - begun;
      this.#rested = Math.max(begun + RELOAD_MS, Date.now() + REST * took);
      this.#loading = false;
      if (this.#changed) {
        this.#changed = false;
        this.soon();
      }
    }
  }
}

/**
 * The newest step that somebody else has taken since a record was seen.
 *
 * @template {{actor: string}} Step
 * @param {Step[]} before
 * @param {Step[]} now in the order in which they were taken
 * @param {string | undefined} me
 */
export const stepOfOthers = (before, now, me) => now.slice(before.length).filter((step) => step.actor !== me).pop() ?? null;

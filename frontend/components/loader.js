import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { asProblem, sentence } from '../lib/problem.js';

/**
 * Something an element loads, with its three states. The newest call wins; a call that was overtaken changes nothing.
 *
 * @template T
 */
export class Loader {
  /** @type {T | undefined} */ value;
  /** @type {import('../lib/problem.js').Problem | null} */ problem = null;
  loading = false;
  /** @type {(signal: AbortSignal) => Promise<T>} */ #load;
  /** @type {import('lit').ReactiveControllerHost} */ #host;
  /** @type {AbortController | null} */ #running = null;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(signal: AbortSignal) => Promise<T>} load
   */
  constructor(host, load) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostDisconnected() {
    this.#running?.abort();
  }

  /** Loads anew; what was loaded before stays visible until then. */
  async run() {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.loading = true;
    this.#host.requestUpdate();
    try {
      const value = await this.#load(running.signal);
      if (this.#running === running) {
        this.value = value;
        this.problem = null;
      }
    } catch (error) {
      if (this.#running === running && !running.signal.aborted) {
        this.problem = asProblem(error);
      }
    } finally {
      if (this.#running === running) {
        this.loading = false;
        this.#host.requestUpdate();
      }
    }
  }

  /** Forgets what was loaded, e.g. because another record is shown now. */
  clear() {
    this.#running?.abort();
    this.#running = null;
    this.value = undefined;
    this.problem = null;
    this.loading = false;
    this.#host.requestUpdate();
  }

  /** @param {(value: T) => unknown} ready how to draw it once it is there */
  render(ready) {
    if (this.problem) {
      return html`
        <div class="notice notice-error" role="alert" data-test="load-error">
          <p>${sentence(this.problem)}</p>
          <button type="button" class="button" @click=${() => this.run()}>${t('action.retry')}</button>
        </div>`;
    }
    if (this.value === undefined) {
      return this.loading ? html`<p class="loading" role="status">${t('state.loading')}</p>` : nothing;
    }
    return ready(this.value);
  }
}

import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { progressBar } from '../../components/progress.js';
import { refused } from '../../components/toast.js';
import { dateTime } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { get, post } from '../../lib/request.js';
import { problemBox } from '../../components/form-dialog.js';
import { batchResult } from './batch-result.js';

/**
 * @typedef {object} Batch
 * @property {string} id
 * @property {string} step
 * @property {'QUEUED' | 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED'} status
 * @property {number} total
 * @property {number} done
 * @property {number} refused
 * @property {string} requestedBy
 * @property {string} requestedAt
 * @property {string} [finishedAt]
 * @property {string} [fault]
 * @property {{done: number, total: number}} progress
 */

const ASK_AGAIN_MS = 700;

/** @param {Batch} batch */
export const isOver = (batch) => batch.status !== 'QUEUED' && batch.status !== 'RUNNING';

/** A batch at work in the background: how far it is, and in the end what became of each. Tells `batch-over`. */
export class JieshiBatchRun extends JieshiElement {
  static properties = { batch: { attribute: false }, state: { state: true }, items: { state: true },
    problem: { state: true } };

  constructor() {
    super();
    /** Its id. */
    this.batch = '';
    /** @type {Batch | null} */
    this.state = null;
    /** @type {import('./batch-result.js').Outcome[] | null} */
    this.items = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('batch')) {
      this.state = null;
      this.items = null;
      this.ask(false);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {boolean} watched whether it was seen at work, so that its end is news */
  async ask(watched) {
    clearTimeout(this.timer);
    const { batch } = this;
    const address = `/api/batches/${encodeURIComponent(batch)}`;
    try {
      const state = /** @type {Batch} */ (await get(address));
      const items = isOver(state) ? (await get(`${address}/items`)).items : null;
      if (batch !== this.batch || !this.isConnected) {
        return;
      }
      this.state = state;
      this.items = items;
      this.problem = null;
      if (items === null) {
        this.timer = window.setTimeout(() => this.ask(true), ASK_AGAIN_MS);
      } else if (watched) {
        this.tell('batch-over');
      }
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  async stop() {
    try {
      await post(`/api/batches/${encodeURIComponent(this.batch)}/stop`);
    } catch (error) {
      refused(error);
    }
    this.ask(true);
  }

  render() {
    const { state, items } = this;
    if (this.problem) {
      return html`${problemBox(this.problem)}<button type="button" class="button" @click=${() => this.ask(true)}>
        ${t('action.retry')}</button>`;
    }
    if (state === null) {
      return html`<p class="loading" role="status">${t('state.loading')}</p>`;
    }
    return html`
      <section class="card" data-test="batch-run" data-status=${state.status}>
        <header class="card-head"><h2>${word('action', state.step)} · ${t(state.step === 'apply' ? 'batch.parcels'
          : 'batch.count', { count: state.total })}</h2>
          <span class="badge badge-${isOver(state) ? 'plain' : 'busy'}">${word('batch.status', state.status)}</span>
        </header>
        <p class="quiet">${state.id} · ${state.requestedBy} · ${dateTime(state.requestedAt)}
          ${state.finishedAt ? html`– ${dateTime(state.finishedAt)}` : nothing}</p>
        ${progressBar(t('batch.progress'), state.progress)}
        <p data-test="batch-counts">${t('batch.counts', { done: state.done, refused: state.refused,
          left: state.total - state.done - state.refused })}</p>
        ${state.status === 'FAILED' ? html`<p class="notice notice-error">${t('batch.fault')} ${
          choose(state.fault, state.fault)}</p>` : nothing}
        ${isOver(state) ? nothing : html`<p class="quiet">${t('batch.background')}</p>
          <button type="button" class="button button-danger-quiet" data-test="batch-stop" @click=${this.stop}>
            ${t('batch.stop')}</button>`}
      </section>
      ${items === null ? nothing : batchResult(items, () => this.tell('batch-close'))}`;
  }
}
customElements.define('jieshi-batch-run', JieshiBatchRun);

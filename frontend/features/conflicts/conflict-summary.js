import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { figure, figures } from '../../components/figures.js';
import { Loader } from '../../components/loader.js';
import { progressBar } from '../../components/progress.js';
import { refused } from '../../components/toast.js';
import { hectares, number, squareMetres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { get, post } from '../../lib/request.js';

/**
 * @typedef {{count: number, pairArea: number, netArea: number}} Part
 * @typedef {Part & {byClass: Record<string, Part>, byTrack: Record<string, Part>}} Summary
 * @typedef {{id: number, status: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED', progress: {done: number, total: number},
 *   appeared: number, changed: number, gone: number, problem?: string}} Scan
 */

const ASK_AGAIN_MS = 700;

/** How many overlaps are open over how much land, and the way to compare everything anew. Tells `changed`. */
export class JieshiConflictSummary extends JieshiElement {
  static properties = { scan: { state: true } };

  constructor() {
    super();
    /** @type {Scan | null} */
    this.scan = null;
    /** @type {Loader<Summary>} */
    this.summary = new Loader(this, (signal) => get('/api/conflicts/summary', {}, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.summary.run();
  }

  render() {
    return html`<section class="card">
      ${this.summary.render((summary) => figures([
        figure(t('conflicts.summary.count'), number(summary.count)),
        figure(t('conflicts.summary.net'), squareMetres(summary.netArea),
          `${hectares(summary.netArea)} · ${t('conflicts.summary.net.hint')}`),
        figure(t('conflicts.summary.pair'), squareMetres(summary.pairArea), t('conflicts.summary.pair.hint')),
        ...Object.entries(summary.byTrack).map(([track, part]) => figure(html`
          <a href="#/conflicts?track=${track}">${word('track', track)}</a>`, number(part.count),
          squareMetres(part.netArea))),
      ]))}
      ${this.scanning()}
    </section>`;
  }

  scanning() {
    const scan = this.scan;
    if (scan && (scan.status === 'QUEUED' || scan.status === 'RUNNING')) {
      return progressBar(t('conflicts.scan.running', { done: number(scan.progress.done),
        total: number(scan.progress.total) }), scan.progress);
    }
    return html`
      ${scan?.status === 'DONE' ? html`<p class="notice notice-good" role="status" data-test="scan-done">
        ${t('conflicts.scan.done', { appeared: scan.appeared, changed: scan.changed, gone: scan.gone })}</p>` : nothing}
      ${scan?.status === 'FAILED' ? html`<p class="notice notice-error" role="alert">${scan.problem}</p>` : nothing}
      ${session.is('SURVEYOR', 'REVIEWER', 'MEDIATOR', 'APPROVER', 'ADMINISTRATOR') ? html`<div class="buttons">
        <button type="button" class="button" data-test="scan" @click=${this.start}>${t('conflicts.scan')}</button></div>`
        : nothing}`;
  }

  async start() {
    try {
      this.scan = await post('/api/conflicts/scan');
      while (this.isConnected && this.scan && (this.scan.status === 'QUEUED' || this.scan.status === 'RUNNING')) {
        await new Promise((resolve) => { setTimeout(resolve, ASK_AGAIN_MS); });
        this.scan = await get(`/api/conflicts/scans/${this.scan.id}`);
      }
      this.summary.run();
      this.tell('changed');
    } catch (error) {
      this.scan = null;
      refused(error);
    }
  }
}
customElements.define('jieshi-conflict-summary', JieshiConflictSummary);

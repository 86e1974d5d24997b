import { html, nothing } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { refused } from '../../components/toast.js';
import { date, dateTime, number } from '../../lib/format.js';
import { download } from '../../lib/download.js';
import { choose, t, word } from '../../lib/i18n.js';
import { get, post } from '../../lib/request.js';
import { detailOf, pageBefore } from './entries.js';

/**
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {{seq: number, hash: string}} Head
 * @typedef {{day: string, seq: number, hash: string, signedAt: string, key: string}} SignedHead
 * @typedef {{entries: number, rows: number, head: Head, intact: boolean,
 *   faults: {seq?: number, table?: string, row?: string, fault: {en: string, zh: string}}[]}} Report
 */

const PAGE = 50;

/** The audit chain: its head, what was recorded, the newest first, and whether it is still whole. */
export class JieshiAuditPage extends JieshiElement {
  static properties = { last: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route | undefined} */
    this.route = undefined;
    /** The newest entry shown; null: the head. @type {number | null} */
    this.last = null;
    /** @type {Loader<{items: Entry[], head: Head, last: number}>} */
    this.entries = new Loader(this, (signal) => this.load(signal));
    /** @type {Loader<{items: SignedHead[]}>} */
    this.signed = new Loader(this, (signal) => get('/api/audit/heads', {}, { signal }));
    /** @type {Loader<Report>} */
    this.report = new Loader(this, (signal) => post('/api/audit/verify', undefined, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.entries.run();
    this.signed.run();
  }

  /** @param {AbortSignal} signal */
  async load(signal) {
    const head = await get('/api/audit/head', {}, { signal });
    const { after, size, last } = pageBefore(this.last ?? head.seq, PAGE);
    const page = size === 0 ? { items: [] } : await get('/api/audit', { after, size }, { signal });
    return { items: page.items.toReversed(), head, last };
  }

  /** @param {number | null} last */
  go(last) {
    this.last = last;
    this.entries.run();
  }

  render() {
    return html`
      <div class="page">
        <header class="page-head"><h1>${t('audit.title')}</h1></header>
        <p class="quiet">${t('audit.about')}</p>
        ${this.entries.render(({ items, head, last }) => html`
          <section class="card audit-head">
            <div>
              <h2>${t('audit.head')}</h2>
              <p>${t('audit.head.entry', { seq: number(head.seq) })}</p>
              <p class="code hash" data-test="audit-head">${head.hash}</p>
            </div>
            <div class="buttons">
              <button type="button" class="button button-main" data-test="audit-verify" ?disabled=${this.report.loading}
                @click=${() => this.report.run()}>${t('audit.verify')}</button>
            </div>
            ${this.verification()}
          </section>
          ${this.proof()}
          ${dataTable({ caption: t('audit.entries'), rows: items, test: 'audit-entries', key: (entry) => entry.seq,
            columns: columns() })}
          ${this.pages(head, last)}`)}
      </div>`;
  }

  /** The signed heads of the last days, and what proves the chain without this server. */
  proof() {
    return html`
      <details class="card" data-test="audit-proof">
        <summary><strong>${t('audit.proof')}</strong></summary>
        <p class="quiet">${t('audit.proof.about')}</p>
        <div class="buttons">
          <button type="button" class="button" data-test="audit-export"
            @click=${() => saved('/api/audit/export.jsonl')}>${t('audit.proof.export')}</button>
          <button type="button" class="button" data-test="audit-key"
            @click=${() => saved('/api/audit/key.pem')}>${t('audit.proof.key')}</button>
        </div>
        ${this.signed.render(({ items }) => dataTable({ caption: t('audit.proof.heads'), rows: items, test: 'signed-heads',
          empty: t('audit.proof.none'), key: (head) => head.day, columns: [
            { name: t('audit.proof.day'), cell: (head) => html`<span class="nowrap">${date(head.day)}</span>` },
            { name: t('audit.seq'), numeric: true, cell: (head) => number(head.seq) },
            { name: t('audit.hash'), wide: true, cell: (head) => html`<span class="code hash">${head.hash}</span>` },
            { name: t('audit.proof.keyId'), cell: (head) => html`<span class="code">${head.key}</span>` },
          ] }))}
      </details>`;
  }

  verification() {
    if (this.report.loading) {
      return html`<p class="loading" role="status">${t('audit.verifying')}</p>`;
    }
    return this.report.render((report) => (report.faults.length === 0
      ? html`<p class="notice notice-good" role="status" data-test="audit-intact">${t('audit.intact',
        { entries: number(report.entries), rows: number(report.rows), seq: number(report.head.seq) })}</p>`
      : html`<div class="notice notice-error" role="alert" data-test="audit-faults">
          <p><strong>${t('audit.faults', { count: report.faults.length })}</strong></p>
          <ul>${report.faults.map((fault) => html`<li>${choose(fault.fault.en, fault.fault.zh)}
            ${fault.table ? html`<span class="code">${fault.table}${fault.row ? `/${fault.row}` : ''}</span>` : nothing}
            </li>`)}</ul>
        </div>`));
  }

  /**
   * @param {Head} head
   * @param {number} last
   */
  pages(head, last) {
    const oldest = Math.max(1, last - PAGE + 1);
    return html`
      <nav class="pager" aria-label=${t('pager.name')}>
        <button type="button" class="button" ?disabled=${last >= head.seq} data-test="audit-newer"
          @click=${() => this.go(last + PAGE >= head.seq ? null : last + PAGE)}>${t('audit.newer')}</button>
        <span>${t('audit.range', { first: number(oldest), last: number(last), total: number(head.seq) })}</span>
        <button type="button" class="button" ?disabled=${oldest <= 1} data-test="audit-older"
          @click=${() => this.go(oldest - 1)}>${t('audit.older')}</button>
      </nav>`;
  }
}
customElements.define('jieshi-audit-page', JieshiAuditPage);

/** @param {string} path */
const saved = (path) => download(path, {}).catch(refused);

/** @returns {import('../../components/data-table.js').Column<Entry>[]} */
function columns() {
  return [
    { name: t('audit.seq'), numeric: true, cell: (entry) => number(entry.seq) },
    { name: t('audit.at'), cell: (entry) => html`<span class="nowrap">${dateTime(entry.at)}</span>` },
    { name: t('audit.actor'), cell: (entry) => entry.actor },
    { name: t('audit.action'), cell: (entry) => html`<span title=${entry.action}>${word('audit.action', entry.action)}
      </span>` },
    { name: t('audit.subject'), cell: (entry) => html`${word('audit.kind', entry.subjectKind)}
      <span class="code nowrap">${entry.subjectId}</span>` },
    { name: t('audit.detail'), wide: true, cell: (entry) => html`<span class="small hash">${detailOf(entry)}</span>` },
    { name: t('audit.hash'), cell: (entry) => html`<span class="code" title=${entry.hash}>${entry.hash.slice(0, 10)}
      </span>` },
  ];
}

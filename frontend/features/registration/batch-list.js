import { html } from 'lit';
import { navigate } from '../../app/router.js';
import { dataTable, pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { dateTime, number } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';
import './batch-run.js';

/** @typedef {import('./batch-run.js').Batch} Batch */

/** Batches that were asked for, the latest first; one of them by its address. */
export class JieshiBatchList extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<{items: Batch[], total: number, page: number, size: number}>} */
    this.batches = new Loader(this, (signal) => get('/api/batches', { page: this.route.query.page ?? 0, size: 30 },
      { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route') && !this.route.path[2]) {
      this.batches.run();
    }
  }

  render() {
    const shown = this.route.path[2];
    if (shown) {
      return html`<div class="page"><p><a href="#/applications/batches">← ${t('batch.list')}</a></p>
        <header class="page-head"><h1>${shown}</h1></header>
        <jieshi-batch-run .batch=${shown} @batch-close=${() => navigate(['applications', 'batches'])}>
        </jieshi-batch-run></div>`;
    }
    return html`
      <div class="page">
        <p><a href="#/applications">← ${t('applications.title')}</a></p>
        <header class="page-head"><h1>${t('batch.list')}</h1></header>
        ${this.batches.render((list) => html`
          ${dataTable({ caption: t('batch.list'), rows: list.items, columns: columns(), test: 'batches',
            key: (batch) => batch.id, open: (batch) => navigate(['applications', 'batches', batch.id]) })}
          ${pager(list, (page) => navigate(['applications', 'batches'], { page }))}`)}
      </div>`;
  }
}
customElements.define('jieshi-batch-list', JieshiBatchList);

/** @returns {import('../../components/data-table.js').Column<Batch>[]} */
function columns() {
  return [
    { name: t('batch.id'), cell: (batch) => html`<a class="nowrap" href="#/applications/batches/${batch.id}">
      ${batch.id}</a>` },
    { name: t('batch.step'), wide: true, cell: (batch) => word('action', batch.step) },
    { name: t('batch.state'), cell: (batch) => word('batch.status', batch.status) },
    { name: t('batch.done'), numeric: true, cell: (batch) => number(batch.done) },
    { name: t('batch.refused'), numeric: true, cell: (batch) => number(batch.refused) },
    { name: t('batch.total'), numeric: true, cell: (batch) => number(batch.total) },
    { name: t('batch.requested'), cell: (batch) => html`<span class="nowrap">${dateTime(batch.requestedAt)}</span>
      ${batch.requestedBy}` },
  ];
}

import { html } from 'lit';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { field } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { dateTime, number } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import './change-detail.js';
import './change-new.js';

const STATUSES = ['PROPOSED', 'EXECUTED', 'WITHDRAWN'];

/** Changes of parcels: proposed, executed, withdrawn; one of them, or a new one. */
export class JieshiChangesPage extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<{items: import('./change-outcome.js').Change[], total: number, page: number, size: number}>} */
    this.changes = new Loader(this, (signal) => {
      const { status, parcel, page } = this.route.query;
      return get('/api/mutations', { status, parcel, page: page ?? 0, size: 50 }, { signal });
    });
    new LiveReload(this, ['MUTATION'], () => this.changes.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route') && !this.route.path[1]) {
      this.changes.run();
    }
  }

  render() {
    const id = this.route.path[1];
    if (id === 'new') {
      return html`<jieshi-change-new .parcels=${this.route.query.parcel ?? ''}></jieshi-change-new>`;
    }
    return id ? html`<jieshi-change-detail .change=${id}></jieshi-change-detail>` : html`
      <div class="page">
        <header class="page-head page-head-beside"><h1>${t('changes.title')}</h1>
          ${session.is('SURVEYOR', 'REVIEWER') ? html`<a class="button button-main" href="#/changes/new"
            data-test="change-new">${t('changes.new')}</a>` : ''}</header>
        <p class="quiet">${t('changes.about')}</p>
        ${this.filters()}
        ${this.changes.render((list) => html`
          ${dataTable({ caption: t('changes.title'), rows: list.items, test: 'changes', columns: columns(),
            key: (change) => change.id ?? '', empty: t('changes.empty'),
            open: (change) => navigate(['changes', change.id ?? '']) })}
          ${pager(list, (page) => navigate(['changes'], { ...this.route.query, page }))}`)}
      </div>`;
  }

  filters() {
    const { parcel, status } = this.route.query;
    return html`
      <form class="filters" role="search" @submit=${this.narrow} @change=${this.narrow}>
        ${field({ name: 'parcel', label: t('certificates.parcel'), value: parcel })}
        ${field({ name: 'status', label: t('table.status'), type: 'select', value: status ?? '',
          options: [{ value: '', label: t('filter.all') },
            ...STATUSES.map((each) => ({ value: each, label: word('changeStatus', each) }))] })}
      </form>`;
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(['changes'], { parcel: String(data.get('parcel')).trim(), status: String(data.get('status')) });
  }
}
customElements.define('jieshi-changes-page', JieshiChangesPage);

/** @returns {import('../../components/data-table.js').Column<import('./change-outcome.js').Change>[]} */
const columns = () => [
  { name: t('changes.number'), cell: (change) => html`<a class="nowrap" href="#/changes/${change.id}">${change.number}</a>` },
  { name: t('changes.kind'), cell: (change) => word('changeKind', change.kind) },
  { name: t('table.status'), cell: (change) => badge('changeStatus', change.status ?? '') },
  { name: t('changes.parents'), wide: true, cell: (change) => html`<span class="code">${
    change.parents.map(({ code }) => code).join(' ')}</span>` },
  { name: t('changes.count'), numeric: true, cell: (change) => `${change.parents.length} → ${change.children.length}` },
  { name: t('unit.squareMetres'), numeric: true, cell: (change) => number(change.areaBefore, 2) },
  { name: t('changes.proposed'), cell: (change) => html`<span class="nowrap">${dateTime(change.proposedAt)}</span>` },
];

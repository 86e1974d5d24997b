import { html } from 'lit';
import { navigate } from '../../app/router.js';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { field } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { date, number } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { landUse } from '../../lib/land-use.js';
import { get } from '../../lib/request.js';
import './register-entry.js';

const STATUSES = ['SURVEYED', 'PENDING', 'DISPUTED', 'CERTIFIED', 'RETIRED'];

/** The parcel register, now or at the end of a day, and the entry of one parcel. */
export class JieshiRegisterPage extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<{items: any[], total: number, page: number, size: number}>} */
    this.parcels = new Loader(this, (signal) => {
      const { q, status, asOf, page } = this.route.query;
      return get('/api/parcels', { q, status, asOf, page: page ?? 0, size: 50 }, { signal });
    });
    new LiveReload(this, ['PARCEL', 'CERTIFICATE'], () => this.parcels.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route') && !this.route.path[1]) {
      this.parcels.run();
    }
  }

  render() {
    const code = this.route.path[1];
    const { q, status, asOf } = this.route.query;
    return code ? html`<jieshi-register-entry .code=${code}></jieshi-register-entry>` : html`
      <div class="page">
        <header class="page-head"><h1>${t('nav.register')}</h1></header>
        <form class="filters" role="search" data-test="register-filters" @submit=${this.narrow} @change=${this.narrow}>
          ${field({ name: 'q', label: t('register.search'), value: q })}
          ${field({ name: 'status', label: t('table.status'), type: 'select', value: status ?? '',
            options: [{ value: '', label: t('register.onRegister') },
              ...STATUSES.map((each) => ({ value: each, label: word('status', each) }))] })}
          ${field({ name: 'asOf', label: t('asOf.label'), type: 'date', value: asOf, hint: t('asOf.hint') })}
        </form>
        ${asOf ? html`<p class="notice notice-warn" role="status" data-test="as-of">${t('asOf.said', { day: date(asOf) })}
          </p>` : ''}
        ${this.parcels.render((list) => html`
          <p class="quiet">${t('register.count', { count: number(list.total) })}</p>
          ${dataTable({ caption: t('nav.register'), rows: list.items, test: 'register', columns: columns(asOf),
            key: (parcel) => parcel.code, empty: t('register.empty'),
            open: (parcel) => navigate(['register', parcel.code]) })}
          ${pager(list, (page) => navigate(['register'], { ...this.route.query, page }))}`)}
      </div>`;
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(['register'], { q: String(data.get('q')).trim(), status: String(data.get('status')),
      asOf: String(data.get('asOf')) });
  }
}
customElements.define('jieshi-register-page', JieshiRegisterPage);

/** @param {string | undefined} asOf @returns {import('../../components/data-table.js').Column<any>[]} */
const columns = (asOf) => [
  { name: t('certificates.parcel'), cell: (parcel) => html`<a class="code" href="#/register/${parcel.code}">${parcel.code}
    </a>` },
  { name: t('table.status'), cell: (parcel) => badge('status', parcel.status) },
  { name: t('certificates.holder'), wide: true, cell: (parcel) => parcel.holder ?? '—' },
  { name: t('certificates.landUse'), cell: (parcel) => html`<span class="nowrap">${landUse(parcel.landUse)}</span>` },
  { name: t('unit.squareMetres'), numeric: true, cell: (parcel) => number(parcel.planeArea, 2) },
  { name: t('unit.hectares'), numeric: true, cell: (parcel) => number(parcel.planeAreaHm2, 4) },
  { name: t('register.map'), cell: (parcel) => html`<a href="#/map?parcel=${parcel.code}${asOf ? `&asOf=${asOf}` : ''}">
    ${t('register.map')}</a>` },
];

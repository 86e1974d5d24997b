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
import '../export/export-button.js';
import './certificate-detail.js';
import { pdfAddress } from './addresses.js';

/**
 * @typedef {object} Certificate
 * @property {string} number
 * @property {'STATE_LAND_USE' | 'REAL_ESTATE'} series
 * @property {string} parcel
 * @property {string} [unitNumber] real-estate unit number
 * @property {string[]} printedSerials of the blanks it was written on, the newest first
 * @property {string} [application] null where a change of parcels carried the right over
 * @property {string} [mutation] that change
 * @property {string} [endedMutation] the change that superseded it
 * @property {'LIVE' | 'CANCELLED' | 'SUPERSEDED'} status
 * @property {string} holder
 * @property {string} rightKind
 * @property {string} [rightNature]
 * @property {{scheme: string, code: string}} [landUse]
 * @property {'ALONE' | 'SHARES' | 'JOINT'} holding
 * @property {import('./co-holders.js').CoHolder[]} holders co-owners; empty where one holds alone
 * @property {string} [location]
 * @property {string} [termUntil]
 * @property {number} area m², plane
 * @property {number} areaHm2
 * @property {number} ellipsoidArea
 * @property {string} crs
 * @property {number} accuracy
 * @property {string} issuedOn
 * @property {string} issuedBy
 * @property {string} [endedAt]
 * @property {string} [endedBy]
 * @property {string} [endedWhy]
 * @property {string} [endedDocument]
 * @property {string} verification
 * @property {number} auditSeq
 * @property {string} auditHash
 * @property {number} revision
 */

const STATUSES = ['LIVE', 'CANCELLED', 'SUPERSEDED'];

/** The certificates, and one of them when its number is in the address. */
export class JieshiCertificatesPage extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<{items: Certificate[], total: number, page: number, size: number}>} */
    this.certificates = new Loader(this, (signal) => get('/api/certificates',
      { ...filterOf(this.route.query), page: this.route.query.page ?? 0, size: 50 }, { signal }));
    new LiveReload(this, ['CERTIFICATE'], () => this.certificates.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route') && !this.route.path[1]) {
      this.certificates.run();
    }
  }

  render() {
    const number = this.route.path[1];
    return number ? html`<jieshi-certificate-detail .number=${number}></jieshi-certificate-detail>` : html`
      <div class="page">
        <header class="page-head"><h1>${t('certificates.title')}</h1>
          <jieshi-export-button .layers=${['certificates', 'parcels']}></jieshi-export-button></header>
        ${this.filters()}
        ${this.certificates.render((list) => html`
          ${dataTable({ caption: t('certificates.title'), rows: list.items, test: 'certificates', columns: columns(),
            key: (certificate) => certificate.number, empty: t('certificates.empty'),
            open: (certificate) => navigate(['certificates', certificate.number]) })}
          ${pager(list, (page) => navigate(['certificates'], { ...filterOf(this.route.query), page }))}`)}
      </div>`;
  }

  filters() {
    const { parcel, status, asOf } = this.route.query;
    return html`
      <form class="filters" role="search" data-test="certificate-filters" @submit=${this.narrow} @change=${this.narrow}>
        ${field({ name: 'parcel', label: t('certificates.parcel'), value: parcel })}
        ${field({ name: 'status', label: t('certificates.status'), type: 'select', value: status ?? '',
          options: [{ value: '', label: t('filter.all') },
            ...STATUSES.map((each) => ({ value: each, label: word('certificateStatus', each) }))] })}
        ${field({ name: 'asOf', label: t('asOf.label'), type: 'date', value: asOf, hint: t('asOf.hint') })}
      </form>`;
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(['certificates'], { parcel: String(data.get('parcel')).trim(), status: String(data.get('status')),
      asOf: String(data.get('asOf')) });
  }
}
customElements.define('jieshi-certificates-page', JieshiCertificatesPage);

/** @param {Record<string, string>} query */
const filterOf = ({ parcel, status, asOf }) => ({ parcel, status, asOf });

/** @param {Certificate} certificate */
function papers({ holders }) {
  const count = new Set(holders.map((holder) => holder.certificate)).size;
  return count > 1 ? html` <span class="quiet nowrap">${t('certificates.papers', { count })}</span>` : '';
}

/** @returns {import('../../components/data-table.js').Column<Certificate>[]} */
function columns() {
  return [
    { name: t('certificates.number'), cell: (certificate) => html`<a class="nowrap"
      href="#/certificates/${encodeURIComponent(certificate.number)}">${certificate.number}</a>${papers(certificate)}` },
    { name: t('certificates.status'), cell: (certificate) => badge('certificateStatus', certificate.status) },
    { name: t('certificates.parcel'), cell: (certificate) => html`<a class="code"
      href="#/map?parcel=${certificate.parcel}">${certificate.parcel}</a>` },
    { name: t('certificates.holder'), wide: true, cell: (certificate) => certificate.holder },
    { name: t('certificates.landUse'), cell: (certificate) => html`<span class="nowrap">
      ${landUse(certificate.landUse)}</span>` },
    { name: t('unit.squareMetres'), numeric: true, cell: (certificate) => number(certificate.area, 2) },
    { name: t('unit.hectares'), numeric: true, cell: (certificate) => number(certificate.areaHm2, 4) },
    { name: t('certificates.issuedOn'), cell: (certificate) => html`<span class="nowrap">
      ${date(certificate.issuedOn)}</span>` },
    { name: t('certificates.paper'), cell: (certificate) => html`<a href=${pdfAddress(certificate.number)}
      target="_blank" rel="noopener" data-test="certificate-pdf">PDF</a>` },
  ];
}

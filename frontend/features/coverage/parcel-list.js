import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import '../../components/mini-map.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { number } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { landUse } from '../../lib/land-use.js';
import { get } from '../../lib/request.js';
import { groupName } from './group-table.js';

/**
 * @typedef {{code: string, status: string, holder?: string, planeArea: number, geometry: any,
 *   landUse?: {scheme: string, code: string}}} Parcel
 */

const STATUSES = ['', 'CERTIFIED', 'PENDING', 'SURVEYED', 'DISPUTED'];

/** The very parcels behind the figures of one group. */
export class JieshiParcelList extends JieshiElement {
  static properties = { by: { attribute: false }, group: { attribute: false }, status: { state: true },
    page: { state: true } };

  constructor() {
    super();
    this.by = 'subFarm';
    /** @type {import('./coverage-page.js').Group | null} */
    this.group = null;
    this.status = '';
    this.page = 0;
    /** @type {Loader<{items: Parcel[], total: number, page: number, size: number}>} */
    this.parcels = new Loader(this, (signal) => get('/api/parcels', { [this.by]: this.group?.code,
      status: this.status, page: this.page, size: 25 }, { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (['by', 'group', 'status', 'page'].some((name) => changed.has(name))) {
      this.page = changed.has('page') ? this.page : 0;
      this.parcels.run();
    }
  }

  render() {
    const group = this.group;
    return group === null || group.code === '' ? nothing : html`
      <div class="parcel-list" data-test="group-parcels">
        <h2>${t('coverage.parcelsOf', { name: groupName(group, this.by) })}</h2>
        <div class="tabs" role="group" aria-label=${t('coverage.status')}>
          ${STATUSES.map((status) => html`<button type="button" aria-pressed=${status === this.status}
            data-test="parcels-${status || 'ALL'}" @click=${() => { this.status = status; }}>
            ${status === '' ? t('filter.all') : word('status', status)}</button>`)}
        </div>
        ${this.parcels.render((list) => html`
          <jieshi-mini-map class="parcel-list-map" .shapes=${list.items.map((parcel) => ({ geometry: parcel.geometry,
            role: 'preview' }))}></jieshi-mini-map>
          ${dataTable({ caption: t('coverage.parcelsOf', { name: groupName(group, this.by) }), rows: list.items,
            key: (parcel) => parcel.code, columns: columns() })}
          ${pager(list, (page) => { this.page = page; })}`)}
      </div>`;
  }
}
customElements.define('jieshi-parcel-list', JieshiParcelList);

/** @returns {import('../../components/data-table.js').Column<Parcel>[]} */
const columns = () => [
  { name: t('conflicts.parcel'), cell: (parcel) => html`<a class="code" href="#/map?parcel=${parcel.code}">
    ${parcel.code}</a>` },
  { name: t('certificates.status'), cell: (parcel) => badge('status', parcel.status) },
  { name: t('title.holder'), wide: true, cell: (parcel) => parcel.holder ?? '—' },
  { name: t('certificates.landUse'), cell: (parcel) => html`<span class="nowrap">${landUse(parcel.landUse)}
    </span>` },
  { name: t('unit.hectares'), numeric: true, cell: (parcel) => number(Number(parcel.planeArea) / 10_000, 4) },
];

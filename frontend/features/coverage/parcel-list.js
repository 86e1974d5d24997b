import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import '../../components/mini-map.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { hectares, number, squareMetres } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { landUse } from '../../lib/land-use.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { drillHash } from './drill.js';
import { groupName } from './group-table.js';

/**
 * @typedef {{code: string, status?: string, holder?: string, area: number, planeArea: number, geometry: any,
 *   landUse?: {scheme: string, code: string}}} Parcel
 * @typedef {{by: string, band: string, area: number, rounding: number, items: Parcel[], total: number, page: number,
 *   size: number, outline?: any}} Figure
 */

const BANDS = ['covered', 'certified', 'pending', 'disputed', 'unsurveyed'];
const PAGE = 100;

/** The very parcels behind a figure, with what each brings to it: their areas add up to the figure. */
export class JieshiParcelList extends JieshiElement {
  static properties = { by: { attribute: false }, asOf: { attribute: false }, group: { attribute: false },
    band: { attribute: false }, page: { state: true } };

  constructor() {
    super();
    this.by = 'subFarm';
    /** @type {string | undefined} */
    this.asOf = undefined;
    /** The group; null: all land. @type {import('./coverage-page.js').Group | null} */
    this.group = null;
    this.band = 'covered';
    this.page = 0;
    /** What is on the map: the same shapes as long as the figure is the same, so that nobody's map jumps.
     * @type {{figure: Figure, shapes: import('../../components/mini-map.js').Shape[]} | null} */
    this.drawn = null;
    /** @type {Loader<Figure>} */
    this.figure = new Loader(this, (signal) => get('/api/coverage/parcels', { by: this.by, asOf: this.asOf,
      group: this.group === null ? null : this.group.code || '-', band: this.band, page: this.page, size: PAGE }, { signal }));
    new LiveReload(this, () => this.asOf === undefined, () => this.figure.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const same = (/** @type {string} */ name) => !changed.has(name);
    const group = /** @type {import('./coverage-page.js').Group | null | undefined} */ (changed.get('group'));
    if (['by', 'asOf', 'band', 'page'].some((name) => !same(name)) || !same('group') && group?.code !== this.group?.code) {
      this.page = same('page') ? 0 : this.page;
      this.figure.run();
    }
  }

  get name() {
    return this.group === null ? t('coverage.all') : groupName(this.group, this.by);
  }

  render() {
    const title = t('coverage.parcelsOf', { name: this.name, band: t(`band.${this.band}`) });
    return html`
      <section class="card parcel-list" data-test="drilled" tabindex="-1">
        <div class="card-head"><h2>${title}</h2>
          <a class="button button-small" href=${drillHash(this, null, 'none')} data-test="drill-close">${t('action.close')}</a>
        </div>
        <nav class="tabs" aria-label=${t('coverage.status')}>
          ${[...BANDS, ...(BANDS.includes(this.band) ? [] : [this.band])].map((band) => html`
            <a href=${drillHash(this, this.group === null ? null : this.group.code, band)} data-test="parcels-${band}"
              aria-current=${band === this.band ? 'true' : nothing}>${t(`band.${band}`)}</a>`)}
        </nav>
        ${this.figure.render((figure) => html`
          <p data-test="drilled-sum"><b class="figures">${hectares(figure.area)}</b>
            <span class="figures quiet">${squareMetres(figure.area)}</span> ${this.said(figure)}</p>
          <jieshi-mini-map class="parcel-list-map" .shapes=${this.shapes(figure)}></jieshi-mini-map>
          ${this.band === 'unsurveyed' ? nothing : dataTable({ caption: title, rows: figure.items, key: (parcel) => parcel.code,
            test: 'drilled-parcels', columns: this.columns(), empty: t('coverage.drill.none') })}
          ${pager(figure, (page) => { this.page = page; })}`)}
      </section>`;
  }

  /** @param {Figure} figure */
  said(figure) {
    if (this.band === 'unsurveyed') {
      return t('coverage.drill.unsurveyed');
    }
    const rounding = Number(figure.rounding);
    return html`${t('coverage.drill.sum', { count: number(figure.total) })}
      ${rounding === 0 ? nothing : t('coverage.drill.rounding', { area: squareMetres(rounding) })}`;
  }

  /** @param {Figure} figure */
  shapes(figure) {
    if (this.drawn?.figure !== figure) {
      this.drawn = { figure, shapes: this.shapesOf(figure) };
    }
    return this.drawn.shapes;
  }

  /** @param {Figure} figure */
  shapesOf(figure) {
    return [...(figure.outline ? [{ geometry: figure.outline, role: 'outline' }] : []),
      ...figure.items.map((parcel) => ({ geometry: parcel.geometry, role: 'counted' }))];
  }

  /** @returns {import('../../components/data-table.js').Column<Parcel>[]} */
  columns() {
    return [
      { name: t('conflicts.parcel'), cell: (parcel) => html`<a class="code"
        href="#/map?parcel=${parcel.code}${this.asOf ? `&asOf=${this.asOf}` : ''}">${parcel.code}</a>` },
      { name: t('certificates.status'), cell: (parcel) => (parcel.status ? badge('status', parcel.status) : '—') },
      { name: t('title.holder'), wide: true, cell: (parcel) => parcel.holder ?? '—' },
      { name: t('certificates.landUse'), cell: (parcel) => html`<span class="nowrap">${landUse(parcel.landUse)}</span>` },
      { name: t('coverage.drill.whole'), numeric: true, cell: (parcel) => number(parcel.planeArea, 2) },
      { name: t('coverage.drill.counted'), numeric: true, cell: (parcel) => html`<b>${number(parcel.area, 2)}</b>` },
    ];
  }
}
customElements.define('jieshi-parcel-list', JieshiParcelList);

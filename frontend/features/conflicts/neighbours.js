import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm, field } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { boundsOf } from '../../lib/geometry.js';
import { metres, number, squareMetres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { get, post, remove } from '../../lib/request.js';

/**
 * @typedef {{id: number, kind: string, name: string, enteredBy: string}} GapName
 * @typedef {{area: number, meanWidth: number, maxWidth: number, parcels: string[], at: [number, number],
 *   named?: GapName, geometry: any}} Gap
 * @typedef {{parcel: string, neighbour: string, kind: string, coordinate: [number, number], there: [number, number],
 *   distance: number, crs: string, at: [number, number]}} Mismatch
 */

/**
 * @template T
 * @typedef {{items: T[], total: number, page: number, size: number, compared: number, notCompared: string[]}} Found
 */

const KINDS = ['ROAD', 'WATER', 'OTHER'];

/** How parcels fit together, around one of them or over the farm: gaps (C6) and boundary points (C7). */
export class JieshiNeighbours extends JieshiElement {
  static properties = { parcel: { attribute: false }, gapPage: { state: true }, pointPage: { state: true } };

  constructor() {
    super();
    this.parcel = '';
    this.gapPage = 0;
    this.pointPage = 0;
    /** @type {Loader<Found<Gap>>} */
    this.gaps = new Loader(this, async (signal) => get('/api/parcels/gaps', { bbox: await this.window(signal),
      page: this.gapPage, size: 25 }, { signal }));
    /** @type {Loader<Found<Mismatch>>} */
    this.points = new Loader(this, async (signal) => get('/api/parcels/boundary-mismatches',
      { bbox: await this.window(signal), page: this.pointPage, size: 25 }, { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('parcel') || changed.has('gapPage')) {
      this.gaps.run();
    }
    if (changed.has('parcel') || changed.has('pointPage')) {
      this.points.run();
    }
  }

  /** West, south, east, north of what is looked at. @param {AbortSignal} signal */
  async window(signal) {
    const bounds = this.parcel === '' ? (await get('/tiles/index.json', {}, { signal })).bounds
      : boundsOf((await get(`/api/parcels/${encodeURIComponent(this.parcel)}`, {}, { signal })).geometry);
    return (bounds ?? [0, 0, 0, 0]).join(',');
  }

  render() {
    return html`
      <p class="lead">${t('neighbours.about')}</p>
      <form class="filters" role="search" @submit=${this.look}>
        ${field({ name: 'parcel', label: t('neighbours.parcel'), value: this.parcel })}
        <button type="submit" class="button">${t('neighbours.search')}</button>
      </form>
      <h2>${t('neighbours.gaps')}</h2>
      ${this.gaps.render((list) => html`${compared(list)}
        ${dataTable({ caption: t('neighbours.gaps'), rows: list.items, test: 'gaps', empty: t('neighbours.gaps.none'),
          columns: this.gapColumns() })}
        ${pager(list, (page) => { this.gapPage = page; })}`)}
      <h2>${t('neighbours.mismatches')}</h2>
      ${this.points.render((list) => html`${compared(list)}
        ${dataTable({ caption: t('neighbours.mismatches'), rows: list.items, test: 'mismatches',
          empty: t('neighbours.mismatches.none'), columns: pointColumns() })}
        ${pager(list, (page) => { this.pointPage = page; })}`)}`;
  }

  /** @param {Event} event */
  look(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(['conflicts', 'neighbours'], { parcel: String(data.get('parcel') ?? '').trim() });
  }

  /** @returns {import('../../components/data-table.js').Column<Gap>[]} */
  gapColumns() {
    return [
      { name: t('neighbours.area'), numeric: true, cell: (gap) => squareMetres(gap.area) },
      { name: t('neighbours.width'), numeric: true, cell: (gap) => `${number(gap.meanWidth, 3)} / ${metres(gap.maxWidth,
        3)}` },
      { name: t('neighbours.between'), wide: true, cell: (gap) => gap.parcels.map((code) => html`${parcelLink(code)} `) },
      { name: t('neighbours.named'), cell: (gap) => this.name(gap) },
    ];
  }

  /** @param {Gap} gap */
  name(gap) {
    const may = session.is('SURVEYOR', 'REVIEWER');
    const { named } = gap;
    if (named) {
      return html`${word('gapKind', named.kind)} ${named.name}
        ${may ? html`<button type="button" class="link-button" @click=${() => this.take(named)}>
          ${t('neighbours.name.take')}</button>` : nothing}`;
    }
    return may ? html`<button type="button" class="button button-small" data-test="name-gap"
      @click=${() => this.give(gap)}>${t('neighbours.name')}</button>` : '—';
  }

  /** @param {Gap} gap */
  async give(gap) {
    const named = await askForm({
      title: t('neighbours.name'),
      submit: t('neighbours.name'),
      fields: [
        { name: 'kind', label: t('neighbours.name.kind'), type: 'select', required: true,
          options: KINDS.map((kind) => ({ value: kind, label: word('gapKind', kind) })) },
        { name: 'name', label: t('neighbours.name.name'), required: true },
      ],
      action: (values) => post('/api/parcels/gaps/names', { ...values, longitude: gap.at[0], latitude: gap.at[1] }),
    });
    if (named) {
      done(t('neighbours.name.done'));
      this.gaps.run();
    }
  }

  /** @param {GapName} name */
  async take(name) {
    const taken = await askForm({ title: t('neighbours.name.take'), text: name.name, submit: t('neighbours.name.take'),
      action: () => remove(`/api/parcels/gaps/names/${name.id}`) });
    if (taken) {
      done(t('neighbours.name.taken'));
      this.gaps.run();
    }
  }
}
customElements.define('jieshi-neighbours', JieshiNeighbours);

/** @param {Found<unknown>} list */
const compared = (list) => html`<p class="small quiet">${t('neighbours.compared', { count: number(list.compared) })}
  ${list.notCompared.length ? t('neighbours.notCompared', { codes: list.notCompared.join(', ') }) : nothing}</p>`;

/** @returns {import('../../components/data-table.js').Column<Mismatch>[]} */
const pointColumns = () => [
  { name: t('conflicts.parcel'), cell: (point) => parcelLink(point.parcel) },
  { name: t('neighbours.neighbour'), cell: (point) => parcelLink(point.neighbour) },
  { name: t('neighbours.kind'), cell: (point) => badge('mismatch', point.kind) },
  { name: t('neighbours.coordinate'), numeric: true, cell: (point) => html`<span title=${point.crs}>
    ${point.coordinate.map((value) => Number(value).toFixed(3)).join(', ')}</span>` },
  { name: t('neighbours.distance'), numeric: true, cell: (point) => metres(point.distance, 3) },
];

/** @param {string} code */
const parcelLink = (code) => html`<a class="code" href="#/map?parcel=${encodeURIComponent(code)}">${code}</a>`;

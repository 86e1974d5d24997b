import { html, nothing } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { problemBox } from '../../components/form-dialog.js';
import { t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';

/**
 * @typedef {{number: string, monument: string, distance: number, line: string, position: string, note?: string}} Row
 * @typedef {object} Point
 * @property {string} number
 * @property {number} part
 * @property {number} ring
 * @property {number} north
 * @property {number} east
 * @property {number} reckoned m, from the coordinates
 * @property {string} next
 * @property {Row} row
 * @property {string} physical
 * @property {{parcel: string, number: string, gap: number}[]} sharedWith
 */

const MONUMENTS = ['NAIL', 'CONCRETE', 'LIME', 'PAINT', 'CERAMIC', 'NONE', 'OTHER'];
const LINES = ['POINTS', 'ROAD', 'DITCH', 'WALL', 'FENCE', 'RIDGE', 'OTHER'];
const POSITIONS = ['INSIDE', 'MIDDLE', 'OUTSIDE'];

/** The boundary table 界址标示表, point by point; the surveyor who answers for it edits it here. */
export class JieshiBoundaryTable extends JieshiElement {
  static properties = { points: { attribute: false }, system: { attribute: false }, stated: { type: Boolean },
    editable: { type: Boolean }, editing: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Point[]} */
    this.points = [];
    this.system = '';
    this.stated = false;
    this.editable = false;
    /** @type {Row[] | null} */
    this.editing = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.busy = false;
    /** @type {(rows: Row[]) => Promise<void>} */
    this.save = async () => {};
  }

  render() {
    return html`
      <section class="card" data-test="boundary-table">
        <header class="card-head"><h2>${t('boundaryTable.title')}</h2>
          ${this.editable && this.editing === null ? html`<button type="button" class="button button-small"
            data-test="boundary-edit" @click=${() => { this.editing = this.points.map((point) => ({ ...point.row })); }}>
            ${t('boundaryTable.edit')}</button>` : nothing}
          ${this.editing ? html`<span class="buttons"><button type="button" class="button button-small button-main"
            ?disabled=${this.busy} data-test="boundary-save" @click=${this.keep}>${t('form.save')}</button>
            <button type="button" class="button button-small" @click=${() => { this.editing = null; }}>
              ${t('action.cancel')}</button></span>` : nothing}
        </header>
        <p class="quiet">${t(this.stated ? 'boundaryTable.stated' : 'boundaryTable.blank',
          { count: this.points.length, system: this.system })}</p>
        ${this.problem ? problemBox(this.problem) : nothing}
        ${dataTable({ caption: t('boundaryTable.title'), rows: this.points, key: (point) => point.number,
          columns: this.columns() })}
      </section>`;
  }

  async keep() {
    this.busy = true;
    this.problem = null;
    try {
      await this.save(/** @type {Row[]} */ (this.editing));
      this.editing = null;
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }

  /** @returns {import('../../components/data-table.js').Column<Point>[]} */
  columns() {
    return [
      { name: t('boundaryTable.number'), cell: (point) => html`<b>${point.number}</b> <span class="quiet small">→ ${
        point.next}</span>` },
      { name: t('boundaryTable.monument'), cell: (point) => this.choice(point, 'monument', MONUMENTS) },
      { name: t('boundaryTable.distance'), numeric: true, cell: (point) => this.distance(point) },
      { name: t('boundaryTable.line'), cell: (point) => this.choice(point, 'line', LINES) },
      { name: t('boundaryTable.position'), cell: (point) => this.choice(point, 'position', POSITIONS) },
      { name: t('boundaryTable.north'), numeric: true, cell: (point) => Number(point.north).toFixed(3) },
      { name: t('boundaryTable.east'), numeric: true, cell: (point) => Number(point.east).toFixed(3) },
      { name: t('boundaryTable.shared'), cell: (point) => point.sharedWith.map((other) => html`
        <div class="nowrap" title=${`${other.parcel} ${other.gap} m`}>${other.parcel.slice(-7)} ${other.number}
          <span class="quiet small">${other.gap.toFixed(3)} m</span></div>`) },
      { name: t('boundaryTable.note'), wide: true, cell: (point) => this.note(point) },
    ];
  }

  /** @param {Point} point @returns {number} */
  place(point) {
    return this.points.indexOf(point);
  }

  /** @param {Point} point @param {Partial<Row>} change */
  change(point, change) {
    const place = this.place(point);
    this.editing = (this.editing ?? []).map((row, other) => (other === place ? { ...row, ...change } : row));
  }

  /** @param {Point} point @param {'monument' | 'line' | 'position'} name @param {string[]} codes */
  choice(point, name, codes) {
    if (this.editing === null) {
      return word(`boundaryTable.${name}`, point.row[name]);
    }
    return html`<select aria-label="${t(`boundaryTable.${name}`)} ${point.number}"
      @change=${(/** @type {Event} */ event) => this.change(point,
        { [name]: /** @type {HTMLSelectElement} */ (event.target).value })}>
      ${codes.map((code) => html`<option value=${code} ?selected=${code === this.editing?.[this.place(point)][name]}>
        ${word(`boundaryTable.${name}`, code)}</option>`)}</select>`;
  }

  /** @param {Point} point */
  distance(point) {
    return this.editing === null ? Number(point.row.distance).toFixed(3) : html`
      <input type="number" min="0" step="0.001" class="short" aria-label="${t('boundaryTable.distance')} ${point.number}"
        .value=${Number(this.editing[this.place(point)].distance).toFixed(3)} @change=${(/** @type {Event} */ event) =>
          this.change(point, { distance: Number(/** @type {HTMLInputElement} */ (event.target).value) })}>`;
  }

  /** @param {Point} point */
  note(point) {
    return this.editing === null ? point.row.note ?? '' : html`
      <input aria-label="${t('boundaryTable.note')} ${point.number}" .value=${
        this.editing[this.place(point)].note ?? ''} @change=${(/** @type {Event} */ event) =>
        this.change(point, { note: /** @type {HTMLInputElement} */ (event.target).value || undefined })}>`;
  }
}
customElements.define('jieshi-boundary-table', JieshiBoundaryTable);

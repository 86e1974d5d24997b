import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { t, word } from '../../lib/i18n.js';
import { today } from './action-forms.js';

/** @typedef {{name: string, side?: string, pointing: string, on?: string, note?: string}} Neighbour */

const SIDES = ['', 'N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'];
/** What can be recorded at once; service, objection and decision are steps of their own. */
const POINTINGS = ['BOTH_SIGNED', 'DRAFTED', 'NOTICED', 'ONE_ABSENT', 'BOTH_ABSENT', 'SERVED'];

/** Everybody the boundary is shared with, and how far pointing it out (指界) has come. Part of a form. */
export class JieshiNeighbourRows extends JieshiElement {
  static properties = { neighbours: { attribute: false } };

  constructor() {
    super();
    /** @type {Neighbour[]} */
    this.neighbours = [];
  }

  /** A survey without neighbours is no survey: there is always a row. */
  get rows() {
    return this.neighbours.length > 0 ? this.neighbours : [blank()];
  }

  /** What was filled in; a row without a name says nothing. @returns {Neighbour[]} */
  get value() {
    return this.rows.filter((row) => row.name.trim() !== '').map((row) => ({ ...row, name: row.name.trim(),
      side: row.side || undefined, on: row.on || undefined }));
  }

  /**
   * @param {number} index
   * @param {Partial<Neighbour>} change
   */
  change(index, change) {
    this.neighbours = this.rows.map((row, place) => (place === index ? { ...row, ...change } : row));
  }

  render() {
    return html`
      <fieldset class="rows" data-test="neighbours">
        <legend>${t('survey.neighbours')}</legend>
        ${this.rows.map((row, index) => this.row(row, index))}
        <button type="button" class="button button-small" data-test="neighbour-add"
          @click=${() => { this.neighbours = [...this.rows, blank()]; }}>${t('survey.neighbours.add')}</button>
      </fieldset>`;
  }

  /**
   * @param {Neighbour} row
   * @param {number} index
   */
  row(row, index) {
    const place = { place: index + 1 };
    /** @param {keyof Neighbour} name */
    const set = (name) => (/** @type {Event} */ event) =>
      this.change(index, { [name]: /** @type {HTMLInputElement} */ (event.target).value });
    return html`
      <div class="rows-row">
        <input aria-label=${t('survey.neighbour.name', place)} placeholder=${t('survey.neighbour.placeholder')}
          ?required=${index === 0} .value=${row.name} data-test="neighbour-name" @change=${set('name')}>
        <select aria-label=${t('survey.neighbour.side', place)} data-test="neighbour-side" @change=${set('side')}>
          ${SIDES.map((side) => html`<option value=${side} ?selected=${side === (row.side ?? '')}>
            ${side === '' ? t('survey.side') : word('side', side)}</option>`)}
        </select>
        <select aria-label=${t('survey.neighbour.pointing', place)} data-test="neighbour-pointing"
          @change=${set('pointing')}>
          ${[...new Set([...POINTINGS, row.pointing])].map((pointing) => html`<option value=${pointing} ?selected=${pointing === row.pointing}>
            ${word('pointing', pointing)}</option>`)}
        </select>
        <input type="date" aria-label=${t('survey.neighbour.on', place)} .value=${row.on ?? ''}
          data-test="neighbour-on" @change=${set('on')}>
        ${this.rows.length > 1 ? html`<button type="button" class="icon-button"
          aria-label=${t('survey.neighbour.remove', place)}
          @click=${() => { this.neighbours = this.rows.filter((_, other) => other !== index); }}>×</button>` : nothing}
      </div>`;
  }
}
customElements.define('jieshi-neighbour-rows', JieshiNeighbourRows);

/** @returns {Neighbour} */
const blank = () => ({ name: '', pointing: 'BOTH_SIGNED', on: today() });

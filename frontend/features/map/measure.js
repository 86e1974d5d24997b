import { html } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { LineDrawing } from '../../components/line-drawing.js';
import { hectares, metres, mu, squareMetres } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { measured } from '../../lib/plane-measure.js';

/**
 * Distance and area of what is clicked on the map, with the rule by which they were measured. Takes the map's clicks while
 * it is there; tells `measure-end`.
 */
export class JieshiMeasure extends JieshiElement {
  static properties = { map: { attribute: false }, points: { state: true } };

  constructor() {
    super();
    /** @type {import('../../components/map-view.js').JieshiMap | null} */
    this.map = null;
    /** @type {[number, number][]} */
    this.points = [];
    /** @type {LineDrawing | null} */
    this.line = null;
  }

  firstUpdated() {
    this.begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.line?.remove();
  }

  begin() {
    this.line?.remove();
    this.points = [];
    if (this.map?.map) {
      this.line = new LineDrawing(this.map.map, () => {
        this.points = /** @type {[number, number][]} */ (this.line?.geometry.coordinates ?? []);
      });
    }
  }

  render() {
    const zone = this.map?.zone ?? 36;
    const { length, last, area } = measured(this.points, zone);
    return html`
      <section class="measure" aria-label=${t('measure.name')} data-test="measure-box">
        <p aria-live="polite">${this.points.length < 2 ? t('measure.hint') : html`
          <span class="quiet">${t('measure.length')}</span> <b class="figures" data-test="measure-length">${metres(length)}</b>
          <span class="quiet small figures">${t('measure.last', { metres: metres(last) })}</span>`}
          ${this.points.length > 2 ? html`<br><span class="quiet">${t('measure.area')}</span>
            <b class="figures" data-test="measure-area">${squareMetres(area)}</b>
            <span class="quiet small figures">${hectares(area)} · ${mu(area)}</span>` : ''}</p>
        <p class="small quiet" data-test="measure-method">${t('measure.method', { crs: `EPSG:${4488 + zone}` })}</p>
        <div class="row-actions">
          <button type="button" class="button button-small" ?disabled=${this.points.length === 0}
            data-test="measure-undo" @click=${() => this.line?.undo()}>${t('measure.undo')}</button>
          <button type="button" class="button button-small" ?disabled=${this.points.length === 0}
            data-test="measure-clear" @click=${this.begin}>${t('measure.clear')}</button>
          <button type="button" class="button button-small" data-test="measure-end"
            @click=${() => this.tell('measure-end')}>${t('action.close')}</button>
        </div>
      </section>`;
  }
}
customElements.define('jieshi-measure', JieshiMeasure);

import { html } from 'lit';
import { JieshiElement } from '../../components/element.js';
import '../../components/map-view.js';
import { refused } from '../../components/toast.js';
import { boundsOf } from '../../lib/geometry.js';
import { t } from '../../lib/i18n.js';

/**
 * A map on which a person taps the corners of a piece of land, one after another: works with a thumb. Tells
 * `corners-changed`.
 */
export class JieshiOutlineMap extends JieshiElement {
  static properties = { corners: { attribute: false }, shapes: { attribute: false } };

  constructor() {
    super();
    /** @type {number[][]} longitude, latitude */
    this.corners = [];
    /** Shown besides. @type {{geometry: any, role?: string}[]} */
    this.shapes = [];
  }

  /** @returns {import('../../components/map-view.js').JieshiMap} */
  get map() {
    return /** @type {any} */ (this.querySelector('jieshi-map'));
  }

  firstUpdated() {
    this.map.fit(boundsOf(...this.shapes.map(({ geometry }) => geometry)), { maxZoom: 18, padding: 16 });
  }

  updated() {
    const drawn = this.corners.length > 2 ? [{ geometry: { type: 'Polygon', coordinates: [[...this.corners,
      this.corners[0]]] }, role: 'overlap' }] : this.corners.map((corner) => ({ geometry: { type: 'Point',
      coordinates: corner } }));
    this.map.highlight([...this.shapes, ...drawn]);
  }

  /** @param {number[][]} corners */
  set(corners) {
    this.corners = corners;
    this.tell('corners-changed', corners);
  }

  /** Where the person stands, as the phone knows it. */
  here() {
    navigator.geolocation?.getCurrentPosition(({ coords }) => {
      this.set([...this.corners, [coords.longitude, coords.latitude]]);
      this.map.view(coords.latitude, coords.longitude, 18);
    }, () => refused(new Error(t('findings.noPosition'))), { enableHighAccuracy: true, timeout: 20_000 });
  }

  render() {
    return html`
      <div class="outline-map" data-test="outline-map" @map-click=${(/** @type {CustomEvent} */ event) => {
        event.stopPropagation();
        this.set([...this.corners, [event.detail.lon, event.detail.lat]]);
      }}><jieshi-map></jieshi-map></div>
      <div class="buttons">
        <button type="button" class="button" data-test="outline-here" @click=${this.here}>${t('findings.here')}</button>
        <button type="button" class="button" data-test="outline-undo" ?disabled=${this.corners.length === 0}
          @click=${() => this.set(this.corners.slice(0, -1))}>${t('findings.undo')}</button>
        <span class="quiet small">${t('findings.corners', { count: this.corners.length })}</span>
      </div>`;
  }
}
customElements.define('jieshi-outline-map', JieshiOutlineMap);

import { html } from 'lit';
import { boundsOf } from '../lib/geometry.js';
import { JieshiElement } from './element.js';
import './map-view.js';

/**
 * A small map that shows a few shapes over the land.
 *
 * @typedef {{geometry: any, role?: string}} Shape
 */
export class JieshiMiniMap extends JieshiElement {
  static properties = { shapes: { attribute: false }, bare: { type: Boolean } };

  constructor() {
    super();
    /** @type {Shape[]} */
    this.shapes = [];
    /** Without the register's own layers, for somebody who is not signed in. */
    this.bare = false;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const map = /** @type {import('./map-view.js').JieshiMap} */ (this.querySelector('jieshi-map'));
    if (changed.has('shapes')) {
      map.highlight(this.shapes);
      map.fit(boundsOf(...this.shapes.map(({ geometry }) => geometry)), { maxZoom: 19, padding: 16 });
    }
  }

  /** @param {number[]} coordinate lon lat */
  lookAt([lon, lat]) {
    const map = /** @type {import('./map-view.js').JieshiMap} */ (this.querySelector('jieshi-map'));
    map.highlight([...this.shapes, { geometry: { type: 'Point', coordinates: [lon, lat] } }]);
    map.view(lat, lon, 17);
  }

  /** @param {Shape} shape one of those it shows, or another */
  lookAtShape(shape) {
    const map = /** @type {import('./map-view.js').JieshiMap} */ (this.querySelector('jieshi-map'));
    map.highlight([...this.shapes, { geometry: shape.geometry }]);
    map.fit(boundsOf(shape.geometry), { maxZoom: 19, padding: 40 });
  }

  render() {
    return html`<jieshi-map small .bare=${this.bare}></jieshi-map>`;
  }
}
customElements.define('jieshi-mini-map', JieshiMiniMap);

import * as L from 'leaflet';
import { labelOverlay } from './map-overlays.js';
import { VectorTileLayer } from './tile-layer.js';

/**
 * Two days of the same land beside each other on one map: left of a line the earlier one, right of it what the map shows
 * anyway. Moving the line uncovers what has changed.
 */
export class MapCompare {
  /** @type {L.Map} */ #map;
  /** @type {VectorTileLayer} */ #right;
  /** @type {VectorTileLayer} */ #left = new VectorTileLayer();
  /** @type {import('./overlay-canvas.js').OverlayCanvas} */ #leftLabels;
  /** @type {import('./overlay-canvas.js').OverlayCanvas} */ #rightLabels;
  #share = 0.5;
  #clip = () => this.#cut();

  /**
   * @param {import('./map-view.js').JieshiMap} view
   * @param {string} day at whose end the left side is shown
   */
  constructor(view, day) {
    this.#map = /** @type {L.Map} */ (view.map);
    this.#right = view.tiles;
    this.#rightLabels = /** @type {any} */ (view.labels);
    this.#left.asOf = day;
    view.tiles.hidden.forEach((layer) => this.#left.hidden.add(layer));
    this.#leftLabels = labelOverlay(this.#left);
    this.#left.addTo(this.#map);
    this.#leftLabels.addTo(this.#map);
    this.#map.on('move zoomend moveend resize', this.#clip);
    [this.#leftLabels, this.#rightLabels].forEach((labels) => { labels.painted = this.#clip; });
    this.#cut();
  }

  /** @param {string} day */
  set day(day) {
    if (this.#left.asOf !== day) {
      this.#left.asOf = day;
      this.#left.redraw();
    }
  }

  /** @param {string} layer @param {boolean} shown */
  show(layer, shown) {
    this.#left.show(layer, shown);
  }

  /** @param {number} share of the map that the left side takes, 0–1 */
  moveTo(share) {
    this.#share = share;
    this.#cut();
  }

  remove() {
    this.#map.off('move zoomend moveend resize', this.#clip);
    this.#left.remove();
    this.#leftLabels.remove();
    [this.#leftLabels, this.#rightLabels].forEach((labels) => { labels.painted = () => {}; });
    [this.#right.getContainer(), this.#rightLabels.canvas].forEach((element) => element && (element.style.clip = ''));
  }

  #cut() {
    const size = this.#map.getSize();
    const x = Math.round(size.x * this.#share);
    clip(this.#map, this.#left.getContainer(), 0, x, size.y);
    clip(this.#map, this.#leftLabels.canvas, 0, x, size.y);
    clip(this.#map, this.#right.getContainer(), x, size.x, size.y);
    clip(this.#map, this.#rightLabels.canvas, x, size.x, size.y);
  }
}

/**
 * Leaves a part of what lies on the map in sight.
 *
 * @param {L.Map} map
 * @param {HTMLElement | null} element
 * @param {number} from pixels of the map's frame
 * @param {number} to
 * @param {number} height
 */
function clip(map, element, from, to, height) {
  if (element) {
    const corner = map.containerPointToLayerPoint([0, 0]).subtract(L.DomUtil.getPosition(element) ?? L.point(0, 0));
    element.style.clip = `rect(${corner.y}px, ${corner.x + to}px, ${corner.y + height}px, ${corner.x + from}px)`;
  }
}

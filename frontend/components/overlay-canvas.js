import * as L from 'leaflet';

/**
 * A canvas over (or under) the whole map, painted anew when the map comes to rest and carried along while it moves.
 */
export class OverlayCanvas extends L.Layer {
  /**
   * @param {string} pane where among the map's layers it lies
   * @param {(context: CanvasRenderingContext2D, map: L.Map, size: L.Point) => void} paint
   */
  constructor(pane, paint) {
    super();
    L.setOptions(this, { pane });
    this.paint = paint;
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'overlay-canvas leaflet-zoom-hide';
    this.canvas.setAttribute('aria-hidden', 'true');
    this.pending = 0;
    /** Told after each painting, when the canvas may lie elsewhere than before. @type {() => void} */
    this.painted = () => {};
  }

  /** @param {L.Map} map */
  onAdd(map) {
    this.getPane()?.append(this.canvas);
    map.on('moveend zoomend resize viewreset', this.redraw, this);
    this.redraw();
    return this;
  }

  /** @param {L.Map} map */
  onRemove(map) {
    map.off('moveend zoomend resize viewreset', this.redraw, this);
    cancelAnimationFrame(this.pending);
    this.canvas.remove();
    return this;
  }

  redraw() {
    cancelAnimationFrame(this.pending);
    this.pending = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const map = this._map;
    if (!map) {
      return;
    }
    const size = map.getSize();
    const density = Math.min(globalThis.devicePixelRatio || 1, 2);
    this.canvas.width = size.x * density;
    this.canvas.height = size.y * density;
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    const context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
    context.scale(density, density);
    this.paint(context, map, size);
    this.painted();
  }
}

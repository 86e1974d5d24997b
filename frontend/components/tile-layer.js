import * as L from 'leaflet';
import { LAYERS, TILE_SIZE } from '../lib/tile-look.js';
import { meets } from '../lib/tile-square.js';
import { draw, forget } from './tile-painters.js';

let tiles = 0;

/**
 * Vector tiles painted on one canvas per square of the map. Fires `drawn` when a tile was painted or removed, for the
 * labels.
 */
export class VectorTileLayer extends L.GridLayer {
  constructor() {
    super({ tileSize: TILE_SIZE, minZoom: 9, maxZoom: 22, maxNativeZoom: 22, keepBuffer: 1, updateWhenZooming: false,
      className: 'vector-tiles' });
    /** @type {Set<string>} */
    this.hidden = new Set();
    /** What the colour of an overlap says. @type {'class' | 'track'} */
    this.conflictsBy = 'class';
    /** The day at whose end the land is shown; now if empty. */
    this.asOf = '';
    /** @type {Map<HTMLCanvasElement, {id: number, coords: L.Coords, labels: import('../lib/tile-look.js').Label[]}>} */
    this.squares = new Map();
    this.on('tileunload', (event) => this.#forget(/** @type {any} */ (event).tile));
  }

  /**
   * @param {string} layer
   * @param {boolean} shown
   */
  show(layer, shown) {
    if (shown) {
      this.hidden.delete(layer);
    } else {
      this.hidden.add(layer);
    }
    this.repaint();
  }

  /** As it is, in another way. */
  async repaint() {
    await Promise.allSettled([...this.squares.keys()].map((canvas) => this.#draw(canvas, false)));
    this.fire('drawn');
  }

  /**
   * @param {L.Coords} coords
   * @param {L.DoneCallback} done
   * @returns {HTMLCanvasElement}
   */
  createTile(coords, done) {
    const canvas = document.createElement('canvas');
    const density = Math.min(globalThis.devicePixelRatio || 1, 2);
    canvas.width = TILE_SIZE * density;
    canvas.height = TILE_SIZE * density;
    this.squares.set(canvas, { id: ++tiles, coords, labels: [] });
    this.#draw(canvas, false).then(() => {
      done(undefined, canvas);
      this.fire('drawn');
    }, (error) => {
      if (this.squares.has(canvas)) {
        this.fire('failed');
      }
      done(error, canvas);
    });
    return canvas;
  }

  /**
   * Asks for the tiles in sight anew and paints those that are not as they were; nothing flickers meanwhile.
   *
   * @param {import('../lib/live.js').Area[] | null} [areas] only for those that lie there; none: for every one
   */
  async renew(areas = null) {
    const concerned = [...this.squares].filter(([, { coords }]) => !areas || areas.some((area) => meets(square(coords), area)));
    await Promise.allSettled(concerned.map(([canvas]) => this.#draw(canvas, true)));
    this.fire('drawn');
  }

  /**
   * The names on the tiles of this zoom, at places in the map's own pixels at that zoom.
   *
   * @param {number} zoom
   * @returns {{layer: string, properties: Record<string, any>, point: L.Point}[]}
   */
  labels(zoom) {
    return [...this.squares.values()].filter(({ coords }) => coords.z === zoom).flatMap(({ coords, labels }) =>
      labels.map(({ layer, properties, x, y }) => ({ layer, properties,
        point: L.point(coords.x * TILE_SIZE + x, coords.y * TILE_SIZE + y) })));
  }

  /** @param {HTMLCanvasElement} canvas @param {boolean} anew */
  async #draw(canvas, anew) {
    const square = this.squares.get(canvas);
    if (!square) {
      return;
    }
    const { picture, labels } = await draw({ tile: square.id, address: address(square.coords, this.asOf),
      zoom: square.coords.z, pixels: canvas.width, look: { hidden: [...this.hidden], conflictsBy: this.conflictsBy }, anew });
    if (picture) {
      square.labels = labels ?? [];
      /** @type {ImageBitmapRenderingContext} */ (canvas.getContext('bitmaprenderer')).transferFromImageBitmap(picture);
    }
  }

  /** @param {HTMLCanvasElement} canvas */
  #forget(canvas) {
    const square = this.squares.get(canvas);
    if (square) {
      this.squares.delete(canvas);
      forget(square.id);
      this.fire('drawn');
    }
  }
}

/**
 * @param {L.Coords} coords
 * @param {string} asOf
 */
function address(coords, asOf) {
  const { x, y, z } = square(coords);
  return `/tiles/${LAYERS.join(',')}/${z}/${x}/${y}.mvt${asOf ? `?asOf=${asOf}` : ''}`;
}

/** A square of 512 pixels is one of the zoom above. @param {L.Coords} coords */
function square({ x, y, z }) {
  return { x, y, z: z - 1 };
}

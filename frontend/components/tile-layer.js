import * as L from 'leaflet';
import Pbf from 'pbf';
import { readingTile } from '../lib/mvt.js';
import { fromAfar, styleOf } from '../lib/map-style.js';
import { inSlices } from '../lib/slices.js';
import { paintLayer } from '../lib/tile-paint.js';

export const TILE_SIZE = 512;

/** At smaller zooms lines are drawn finer, or they would hide the land. */
const FINE_BELOW = 14;

/** And where a parcel is a few pixels, many are painted in one stroke, plainly; not the boundaries of towns and villages. */
const TOGETHER_BELOW = 13;
const TOGETHER = 200;

/** From the bottom to the top; all are asked for at once, so that switching one needs no new request. */
export const LAYERS = ['units', 'evidence', 'parcels', 'certificates', 'claims', 'conflicts'];

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
    /** @type {Map<HTMLCanvasElement, {coords: L.Coords, layers: Map<string, import('../lib/mvt.js').TileLayer>}>} */
    this.decoded = new Map();
    /** @type {WeakMap<HTMLCanvasElement, AbortController>} */
    this.requests = new WeakMap();
    /** @type {WeakMap<HTMLCanvasElement, AbortController>} */
    this.repaintings = new WeakMap();
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
  repaint() {
    this.decoded.forEach((_, canvas) => this.#repaint(canvas));
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
    const request = new AbortController();
    this.requests.set(canvas, request);
    load(coords, this.asOf, request.signal).then(async (layers) => {
      this.decoded.set(canvas, { coords, layers });
      await this.#paint(canvas, request.signal);
      done(undefined, canvas);
      this.fire('drawn');
    }).catch((error) => {
      if (!request.signal.aborted) {
        this.fire('failed');
      }
      done(error, canvas);
    });
    return canvas;
  }

  /** Asks for every tile in sight anew and paints those that are not as they were; nothing flickers meanwhile. */
  async renew() {
    await Promise.all([...this.decoded].map(async ([canvas, before]) => {
      const layers = await load(before.coords, this.asOf, new AbortController().signal).catch(() => null);
      if (layers && this.decoded.get(canvas) === before) {
        this.decoded.set(canvas, { coords: before.coords, layers });
        await this.#repaint(canvas);
      }
    }));
    this.fire('drawn');
  }

  /**
   * The names on the tiles of this zoom, at places in the map's own pixels at that zoom.
   *
   * @param {number} zoom
   * @returns {{layer: string, properties: Record<string, any>, point: L.Point}[]}
   */
  labels(zoom) {
    const labels = [];
    for (const { coords, layers } of this.decoded.values()) {
      if (coords.z !== zoom) {
        continue;
      }
      for (const name of LAYERS) {
        const layer = this.hidden.has(name) ? undefined : layers.get(`${name}-labels`);
        for (const feature of layer?.features ?? []) {
          const [x, y] = feature.rings[0];
          const scale = TILE_SIZE / /** @type {any} */ (layer).extent;
          labels.push({ layer: name, properties: feature.properties,
            point: L.point(coords.x * TILE_SIZE + x * scale, coords.y * TILE_SIZE + y * scale) });
        }
      }
    }
    return labels;
  }

  /**
   * In the dark, and shown when it is whole. A later repainting overtakes an earlier one.
   *
   * @param {HTMLCanvasElement} canvas
   */
  async #repaint(canvas) {
    this.repaintings.get(canvas)?.abort();
    const repainting = new AbortController();
    this.repaintings.set(canvas, repainting);
    const dark = document.createElement('canvas');
    dark.width = canvas.width;
    dark.height = canvas.height;
    await inSlices(this.#strokes(dark, this.decoded.get(canvas)), repainting.signal);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(dark, 0, 0);
  }

  /** @param {HTMLCanvasElement} canvas @param {AbortSignal} signal */
  #paint(canvas, signal) {
    return inSlices(this.#strokes(canvas, this.decoded.get(canvas)), signal);
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{coords: L.Coords, layers: Map<string, import('../lib/mvt.js').TileLayer>} | undefined} tile
   */
  * #strokes(canvas, tile) {
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.scale(canvas.width / TILE_SIZE, canvas.height / TILE_SIZE);
    const zoom = tile?.coords.z ?? 0;
    const lines = zoom < FINE_BELOW ? 0.65 : 1;
    const far = zoom < TOGETHER_BELOW;
    for (const name of LAYERS) {
      const layer = this.hidden.has(name) ? undefined : tile?.layers.get(name);
      if (layer) {
        yield* paintLayer(context, layer, (properties) => {
          const style = styleOf(name, properties, this.conflictsBy);
          return style && far && name !== 'units' ? fromAfar(style) : style;
        }, TILE_SIZE, lines, far ? TOGETHER : 1);
      }
    }
  }

  /** @param {HTMLCanvasElement} canvas */
  #forget(canvas) {
    this.requests.get(canvas)?.abort();
    this.repaintings.get(canvas)?.abort();
    this.decoded.delete(canvas);
    this.fire('drawn');
  }
}

/**
 * @param {L.Coords} coords a square of 512 pixels is one of the zoom above
 * @param {string} asOf
 * @param {AbortSignal} signal
 */
async function load(coords, asOf, signal) {
  const response = await fetch(`/tiles/${LAYERS.join(',')}/${coords.z - 1}/${coords.x}/${coords.y}.mvt${asOf ? `?asOf=${asOf}` : ''}`,
    { signal, credentials: 'same-origin' });
  if (response.status === 204) {
    return new Map();
  }
  if (!response.ok) {
    throw new Error(`tile answered ${response.status}`);
  }
  /** @type {Map<string, import('../lib/mvt.js').TileLayer>} */
  const layers = new Map();
  await inSlices(readingTile(new Pbf(await response.arrayBuffer()), layers), signal);
  return layers;
}

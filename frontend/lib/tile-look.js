/**
 * What of a tile is seen.
 *
 * @typedef {{hidden: string[], conflictsBy: 'class' | 'track'}} Look what the colour of an overlap says
 * @typedef {{layer: string, properties: Record<string, any>, x: number, y: number}} Label pixels from the tile's corner
 */
import { fromAfar, styleOf } from './map-style.js';
import { paintLayer } from './tile-paint.js';

/** Pixels of the page across. */
export const TILE_SIZE = 512;

/** From the bottom to the top; all are asked for at once, so that switching one needs no new request. */
export const LAYERS = ['units', 'evidence', 'parcels', 'certificates', 'claims', 'conflicts'];

/** At smaller zooms lines are drawn finer, or they would hide the land. */
const FINE_BELOW = 14;

/** And where a parcel is a few pixels, many are painted in one stroke, plainly; not the boundaries of towns and villages. */
const TOGETHER_BELOW = 13;
const TOGETHER = 200;

/**
 * @param {OffscreenCanvas} canvas
 * @param {Map<string, import('./mvt.js').TileLayer>} layers
 * @param {number} zoom of the map
 * @param {Look} look
 */
export function paintTile(canvas, layers, zoom, { hidden, conflictsBy }) {
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(canvas.width / TILE_SIZE, canvas.height / TILE_SIZE);
  const lines = zoom < FINE_BELOW ? 0.65 : 1;
  const far = zoom < TOGETHER_BELOW;
  for (const name of LAYERS) {
    const layer = hidden.includes(name) ? undefined : layers.get(name);
    if (layer) {
      paintLayer(context, layer, (properties) => {
        const style = styleOf(name, properties, conflictsBy);
        return style && far && name !== 'units' ? fromAfar(style) : style;
      }, TILE_SIZE, lines, far ? TOGETHER : 1);
    }
  }
}

/**
 * @param {Map<string, import('./mvt.js').TileLayer>} layers
 * @param {Look} look
 * @returns {Label[]}
 */
export function labelsOf(layers, { hidden }) {
  return LAYERS.filter((name) => !hidden.includes(name)).flatMap((name) => {
    const layer = layers.get(`${name}-labels`);
    return layer ? layer.features.map(({ properties, rings: [[x, y]] }) => ({ layer: name, properties,
      x: x * TILE_SIZE / layer.extent, y: y * TILE_SIZE / layer.extent })) : [];
  });
}

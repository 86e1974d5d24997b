/**
 * Reads and paints the tiles of the map beside the page, which keeps answering meanwhile.
 *
 * @typedef {import('./tile-look.js').Look} Look
 *
 * @typedef {object} Order
 * @property {number} turn names the order in its answer
 * @property {number} tile
 * @property {string} address
 * @property {number} zoom of the map
 * @property {number} pixels across
 * @property {Look} look
 * @property {boolean} anew whether to ask the server, though the tile was read before
 *
 * @typedef {object} Answer
 * @property {number} turn
 * @property {ImageBitmap} [picture] none: the last one holds
 * @property {import('./tile-look.js').Label[]} [labels] with a picture
 * @property {string} [failed] why there is nothing
 *
 * @typedef {object} Tile
 * @property {AbortController} wanted
 * @property {Look} look
 * @property {Promise<void>} [reading]
 * @property {Promise<void>} [following] the reading that is begun when this one is over
 * @property {Map<string, import('./mvt.js').TileLayer>} [layers]
 * @property {string | null} [mark] of the bytes read
 * @property {Look} [painted] as which it was painted last
 */
import { readTile } from './mvt.js';
import { labelsOf, paintTile } from './tile-look.js';

/** @type {Map<number, Tile>} */
const tiles = new Map();

/** @type {(pbf: any) => void} */
let begin;
/** Where libraries lie, the page says: a worker has no import map. */
const library = new Promise((resolve) => { begin = resolve; });

self.onmessage = ({ data }) => {
  if (data.library) {
    begin(import(data.library));
  } else if (data.forget) {
    tiles.get(data.forget)?.wanted.abort();
    tiles.delete(data.forget);
  } else {
    draw(data);
  }
};

/** @param {Order} order */
async function draw(order) {
  let tile = tiles.get(order.tile);
  if (!tile) {
    tile = { wanted: new AbortController(), look: order.look };
    tiles.set(order.tile, tile);
  }
  tile.look = order.look;
  try {
    if (!tile.layers || order.anew) {
      await reading(tile, order);
    }
    await ordersHeard();
    answer(tile.wanted.signal.aborted || alike(tile.painted, tile.look) ? { turn: order.turn } : painted(tile, order));
  } catch (error) {
    answer({ turn: order.turn, failed: String(error) });
  }
}

/**
 * One at a time; who asks anew may have been told of a change that the one under way has not seen, and gets the next.
 *
 * @param {Tile} tile
 * @param {Order} order
 * @returns {Promise<void>}
 */
function reading(tile, order) {
  if (!tile.reading) {
    tile.reading = read(tile, order.address).finally(() => { tile.reading = undefined; });
    return tile.reading;
  }
  if (!order.anew) {
    return tile.reading;
  }
  tile.following ??= tile.reading.catch(() => undefined).then(() => {
    tile.following = undefined;
    return reading(tile, order);
  });
  return tile.following;
}

/** @param {Tile} tile @param {string} address */
async function read(tile, address) {
  const response = await fetch(address, { signal: tile.wanted.signal, credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`tile answered ${response.status}`);
  }
  const mark = response.headers.get('ETag');
  if (tile.layers && mark && mark === tile.mark) {
    return;
  }
  const { default: Pbf } = await library;
  tile.layers = response.status === 204 ? new Map() : readTile(new Pbf(await response.arrayBuffer()));
  tile.mark = mark;
  tile.painted = undefined;
}

/** @param {Tile} tile @param {Order} order @returns {Answer} */
function painted(tile, { turn, zoom, pixels }) {
  const canvas = new OffscreenCanvas(pixels, pixels);
  const layers = tile.layers ?? new Map();
  paintTile(canvas, layers, zoom, tile.look);
  tile.painted = tile.look;
  return { turn, picture: canvas.transferToImageBitmap(), labels: labelsOf(layers, tile.look) };
}

/** @param {Look | undefined} one @param {Look} other */
function alike(one, other) {
  return one?.conflictsBy === other.conflictsBy && String(one.hidden) === String(other.hidden);
}

/** @param {Answer} result */
function answer(result) {
  /** @type {any} */ (self).postMessage(result, result.picture ? [result.picture] : []);
}

/** After the orders that have come meanwhile: what is not wanted any more is not painted. */
function ordersHeard() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

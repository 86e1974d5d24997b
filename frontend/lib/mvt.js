/**
 * Reads Mapbox Vector Tiles 2.1. Several tiles written one after the other read as one.
 *
 * @typedef {object} TileFeature
 * @property {number} id
 * @property {'point' | 'line' | 'area' | 'unknown'} kind
 * @property {Record<string, string | number | boolean>} properties
 * @property {number[][]} rings x0, y0, x1, y1, … in tile units; a ring of an area is not closed again
 *
 * @typedef {{name: string, extent: number, features: TileFeature[]}} TileLayer
 */

const KINDS = /** @type {const} */ (['unknown', 'point', 'line', 'area']);
const MOVE_TO = 1;
const LINE_TO = 2;

/**
 * @param {any} reader a `Pbf` over the bytes of the tile
 * @returns {Map<string, TileLayer>} by name
 */
export function readTile(reader) {
  /** @type {Map<string, TileLayer>} */
  const layers = new Map();
  while (reader.pos < reader.length) {
    const field = reader.readVarint();
    if (field >> 3 === 3) {
      const end = reader.readVarint() + reader.pos;
      const layer = readLayer(reader, end);
      layers.set(layer.name, layer);
    } else {
      reader.skip(field);
    }
  }
  return layers;
}

/** @param {any} reader @param {number} end @returns {TileLayer} */
function readLayer(reader, end) {
  const raw = { name: '', extent: 4096, keys: /** @type {string[]} */ ([]), values: /** @type {any[]} */ ([]),
    features: /** @type {any[]} */ ([]) };
  while (reader.pos < end) {
    const field = reader.readVarint();
    switch (field >> 3) {
      case 1: raw.name = reader.readString(); break;
      case 2: raw.features.push(readFeature(reader)); break;
      case 3: raw.keys.push(reader.readString()); break;
      case 4: raw.values.push(readValue(reader)); break;
      case 5: raw.extent = reader.readVarint(); break;
      default: reader.skip(field);
    }
  }
  const features = raw.features.map(({ id, kind, tags, rings }) => {
    /** @type {Record<string, any>} */
    const properties = {};
    for (let i = 0; i + 1 < tags.length; i += 2) {
      properties[raw.keys[tags[i]]] = raw.values[tags[i + 1]];
    }
    return { id, kind, rings, properties };
  });
  return { name: raw.name, extent: raw.extent, features };
}

/** @param {any} reader */
function readFeature(reader) {
  const feature = { id: 0, kind: KINDS[0], tags: /** @type {number[]} */ ([]), rings: /** @type {number[][]} */ ([]) };
  reader.readMessage((/** @type {number} */ tag) => {
    switch (tag) {
      case 1: feature.id = reader.readVarint(); break;
      case 2: reader.readPackedVarint(feature.tags); break;
      case 3: feature.kind = /** @type {any} */ (KINDS[reader.readVarint()] ?? 'unknown'); break;
      case 4: feature.rings = readRings(reader); break;
    }
  }, null);
  return feature;
}

/**
 * Commands with relative positions: 1 moves and begins a ring, 2 draws on, 7 closes.
 *
 * @param {any} reader
 */
function readRings(reader) {
  const end = reader.readVarint() + reader.pos;
  /** @type {number[][]} */
  const rings = [];
  /** @type {number[]} */
  let ring = [];
  let x = 0;
  let y = 0;
  while (reader.pos < end) {
    const command = reader.readVarint();
    const count = command >> 3;
    for (let i = 0; i < count && (command & 7) <= LINE_TO; i++) {
      x += reader.readSVarint();
      y += reader.readSVarint();
      if ((command & 7) === MOVE_TO && ring.length > 0) {
        rings.push(ring);
        ring = [];
      }
      ring.push(x, y);
    }
  }
  if (ring.length > 0) {
    rings.push(ring);
  }
  return rings;
}

/** @param {any} reader */
function readValue(reader) {
  /** @type {string | number | boolean} */
  let value = '';
  reader.readMessage((/** @type {number} */ tag) => {
    switch (tag) {
      case 1: value = reader.readString(); break;
      case 2: value = reader.readFloat(); break;
      case 3: value = reader.readDouble(); break;
      case 4: value = reader.readVarint(true); break;
      case 5: value = reader.readVarint(); break;
      case 6: value = reader.readSVarint(); break;
      case 7: value = reader.readBoolean(); break;
    }
  }, null);
  return value;
}

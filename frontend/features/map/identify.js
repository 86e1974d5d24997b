import { contains } from '../../lib/geometry.js';
import { get } from '../../lib/request.js';

/**
 * What lies at a place of the map, as the server knows it.
 *
 * @typedef {{kind: 'parcel' | 'claim' | 'evidence' | 'conflict', id: string | number, name: string, record: any}} Hit
 */

/** In the order in which a person means them: an overlap lies over both of its sides. */
const SOURCES = /** @type {const} */ ([
  { kind: 'conflict', path: '/api/conflicts', layer: 'conflicts' },
  { kind: 'parcel', path: '/api/parcels', layer: 'parcels' },
  { kind: 'claim', path: '/api/claims', layer: 'claims' },
  { kind: 'evidence', path: '/api/evidence', layer: 'evidence' },
]);

/**
 * @param {{lon: number, lat: number, tolerance: number}} place degrees
 * @param {(layer: string) => boolean} isShown a layer that is switched off cannot be meant
 * @param {string | undefined} asOf the day at whose end the map is shown
 * @param {AbortSignal} [signal]
 * @returns {Promise<Hit[]>}
 */
export async function identify({ lon, lat, tolerance }, isShown, asOf, signal) {
  const bbox = [lon - tolerance, lat - tolerance, lon + tolerance, lat + tolerance].map((each) => each.toFixed(8)).join();
  const found = await Promise.all(SOURCES.filter(({ layer, kind }) => isShown(layer) && !(asOf && kind === 'conflict')).map(async ({ kind, path }) => {
    const list = await get(path, { bbox, asOf, size: 50 }, { signal });
    return list.items.filter((/** @type {any} */ record) => contains(record.geometry, lon, lat))
      .map((/** @type {any} */ record) => hit(kind, record));
  }));
  return found.flat();
}

/**
 * @param {Hit['kind']} kind
 * @param {any} record
 * @returns {Hit}
 */
function hit(kind, record) {
  return kind === 'conflict' ? { kind, id: record.id, name: `${record.left.code} × ${record.right.code}`, record }
    : { kind, id: record.code, name: record.code, record };
}

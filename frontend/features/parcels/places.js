import { get } from '../../lib/request.js';

/**
 * Names of sub-farms, towns and villages by their codes. Few and hardly ever changed: asked for once.
 *
 * @typedef {{kind: 'SUB_FARM' | 'TOWN' | 'VILLAGE', code: string, name: string, parentCode?: string}} Place
 */

/** @type {Promise<Map<string, Place>> | null} */
let asked = null;

/** @returns {Promise<Map<string, Place>>} */
export function loadPlaces() {
  asked ??= get('/api/units', { geometry: false }).then((collection) =>
    new Map(collection.features.map((/** @type {{properties: Place}} */ { properties }) =>
      [`${properties.kind}-${properties.code}`, properties])));
  asked.catch(() => { asked = null; });
  return asked;
}

/** After an import of administrative units. */
export function forgetPlaces() {
  asked = null;
}

/**
 * @param {Map<string, Place> | undefined} places
 * @param {Place['kind']} kind
 * @param {string | null | undefined} code
 */
export const placeName = (places, kind, code) => (code ? places?.get(`${kind}-${code}`)?.name ?? code : undefined);

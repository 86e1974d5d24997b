/**
 * The little geometry the page needs to point at things. Figures always come from the server.
 *
 * @typedef {{type: string, coordinates: any}} Geometry GeoJSON, lon lat
 */

/**
 * @param {Geometry | null | undefined} geometry
 * @param {number} lon
 * @param {number} lat
 */
export function contains(geometry, lon, lat) {
  return polygonsOf(geometry).some((rings) => rings.filter((ring) => inRing(ring, lon, lat)).length % 2 === 1);
}

/**
 * @param {...(Geometry | null | undefined)} geometries
 * @returns {[number, number, number, number] | null} west, south, east, north; null around nothing
 */
export function boundsOf(...geometries) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of geometries.flatMap((geometry) => positionsOf(geometry?.coordinates ?? []))) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return west <= east ? [west, south, east, north] : null;
}

/** @param {any[]} coordinates of any geometry @returns {number[][]} */
const positionsOf = (coordinates) => (typeof coordinates[0] === 'number' ? [coordinates]
  : coordinates.flatMap(positionsOf));

/**
 * @param {Geometry | null | undefined} geometry
 * @returns {number[][][][]} polygons of rings of positions
 */
export function polygonsOf(geometry) {
  switch (geometry?.type) {
    case 'Polygon': return [geometry.coordinates];
    case 'MultiPolygon': return geometry.coordinates;
    default: return [];
  }
}

/**
 * Whether a ray to the east crosses the ring an odd number of times.
 *
 * @param {number[][]} ring closed
 * @param {number} x
 * @param {number} y
 */
function inRing(ring, x, y) {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1];
    const [x1, y1] = ring[i];
    if (y0 > y !== y1 > y && x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)) {
      inside = !inside;
    }
  }
  return inside;
}

/**
 * A boundary as the path of a small drawing, north up. Degrees of longitude are shortened by the cosine of the latitude:
 * good enough to recognise a parcel, never to measure one.
 *
 * @param {{type: string, coordinates: any}} geometry GeoJSON Polygon or MultiPolygon, degrees
 * @param {number} size longest side of the drawing
 * @returns {{path: string, width: number, height: number, place: (point: number[]) => [number, number]} | null} null where
 *   there is nothing to draw; {@code place} tells where a point of the land lies in the drawing
 */
export function sketch(geometry, size) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates]
    : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  /** @type {number[][][]} */
  const rings = polygons.flat();
  const points = rings.flat();
  if (points.length === 0) {
    return null;
  }
  const west = least(points, 0);
  const south = least(points, 1);
  const north = -least(points.map(([lon, lat]) => [lon, -lat]), 1);
  const east = -least(points.map(([lon, lat]) => [-lon, lat]), 0);
  const shortened = Math.cos((south + north) / 2 * Math.PI / 180);
  const scale = size / (Math.max((east - west) * shortened, north - south) || 1);
  /** @param {number[]} point @returns {[number, number]} */
  const place = ([lon, lat]) => [round((lon - west) * shortened * scale), round((north - lat) * scale)];
  const path = rings.map((ring) => `M${ring.map((point) => place(point).join(' ')).join('L')}Z`).join('');
  return { path, place, width: round((east - west) * shortened * scale), height: round((north - south) * scale) };
}

/** Without spreading: a boundary may have very many points. @param {number[][]} points @param {number} axis */
const least = (points, axis) => points.reduce((found, point) => Math.min(found, point[axis]), Infinity);

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;

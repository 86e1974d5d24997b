/**
 * Lines and shapes of a change as people give them: typed coordinates, or a GeoJSON file.
 */

/**
 * Typed lines: a point a row, `east north` in metres of the plane system or `longitude latitude`; an empty row ends a line.
 *
 * @param {string} text
 * @returns {number[][][] | null} null if a row is no point, or a line has only one
 */
export function linesOf(text) {
  const lines = text.split(/\n\s*\n/).map((block) => block.split('\n').map((row) => row.trim()).filter(Boolean)
    .map((row) => row.split(/[\s,，;；]+/).map(Number))).filter((line) => line.length > 0);
  const sound = lines.length > 0 && lines.every((line) => line.length > 1
    && line.every((point) => point.length === 2 && point.every(Number.isFinite)));
  return sound ? lines : null;
}

/** Whether typed figures are degrees rather than metres. @param {number[][][]} lines */
export const areDegrees = (lines) => lines.flat().every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);

/**
 * The polygons and lines of a GeoJSON file.
 *
 * @param {string} text
 * @returns {{shapes: {type: string, coordinates: any}[], lines: number[][][]} | null} null if it is none
 */
export function fromGeoJson(text) {
  try {
    const given = JSON.parse(text);
    const geometries = (given.type === 'FeatureCollection' ? given.features.map((/** @type {any} */ each) => each.geometry)
      : [given.type === 'Feature' ? given.geometry : given]).filter(Boolean);
    const shapes = geometries.filter((/** @type {any} */ each) => each.type === 'Polygon' || each.type === 'MultiPolygon')
      .map(({ type, coordinates }) => ({ type, coordinates }));
    const lines = geometries.flatMap((/** @type {any} */ each) => (each.type === 'LineString' ? [each.coordinates]
      : each.type === 'MultiLineString' ? each.coordinates : []));
    return shapes.length + lines.length > 0 ? { shapes, lines } : null;
  } catch {
    return null;
  }
}

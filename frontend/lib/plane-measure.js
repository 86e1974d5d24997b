import { toZone } from './gauss-kruger.js';

/**
 * Length and area of a drawn line in the farm's plane system: straight between the points, like every registered boundary,
 * so that a figure measured here can be held against one in the register.
 *
 * @param {[number, number][]} points lon lat, degrees
 * @param {number} zone 3° zone
 * @returns {{length: number, last: number, area: number}} metres: the whole line and its last part; m² of the line closed
 */
export function measured(points, zone) {
  const plane = points.map(([lon, lat]) => toZone(lon, lat, zone));
  const parts = plane.slice(1).map((point, index) => Math.hypot(point.x - plane[index].x, point.y - plane[index].y));
  return { length: parts.reduce((sum, part) => sum + part, 0), last: parts.at(-1) ?? 0, area: areaOf(plane) };
}

/** Gauss's formula about the first point, where the numbers are small. @param {{x: number, y: number}[]} plane */
function areaOf(plane) {
  if (plane.length < 3) {
    return 0;
  }
  const [origin] = plane;
  const around = plane.map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y }));
  return Math.abs(around.reduce((sum, from, index) => {
    const to = around[(index + 1) % around.length];
    return sum + from.x * to.y - to.x * from.y;
  }, 0)) / 2;
}

/** A tile is drawn with what lies a little beside it, as the server has it. */
const BUFFER = 1 / 16;

/**
 * Whether something that changed there may be on a tile.
 *
 * @param {{x: number, y: number, z: number}} tile of the web map's grid
 * @param {import('./live.js').Area} area
 */
export function meets({ x, y, z }, { west, south, east, north }) {
  const across = 2 ** z;
  const column = (/** @type {number} */ longitude) => (longitude + 180) / 360 * across;
  const row = (/** @type {number} */ latitude) =>
    (1 - Math.asinh(Math.tan(latitude * Math.PI / 180)) / Math.PI) / 2 * across;
  return column(east) >= x - BUFFER && column(west) <= x + 1 + BUFFER
    && row(south) >= y - BUFFER && row(north) <= y + 1 + BUFFER;
}

/**
 * Gauss–Krüger forward projection on the CGCS2000 ellipsoid, for showing the cursor in the farm's plane system. Legal
 * coordinates always come from the server.
 *
 * Krüger's series in the third flattening n to n⁴; the terms left out are below 0.1 mm within 4° of the central meridian.
 * Source: L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912), as in IOGP Guidance Note 7-2, §3.2.2.
 */

const A = 6_378_137;
const F = 1 / 298.257222101;
const N = F / (2 - F);
const E = Math.sqrt(F * (2 - F));
const RECTIFYING = A / (1 + N) * (1 + N ** 2 / 4 + N ** 4 / 64);
const ALPHA = [
  N / 2 - 2 / 3 * N ** 2 + 5 / 16 * N ** 3 + 41 / 180 * N ** 4,
  13 / 48 * N ** 2 - 3 / 5 * N ** 3 + 557 / 1440 * N ** 4,
  61 / 240 * N ** 3 - 103 / 140 * N ** 4,
  49561 / 161280 * N ** 4,
];

/**
 * @param {number} lon degrees
 * @param {number} lat degrees
 * @param {number} zone 3° zone number, 25 to 45; the easting carries it as its prefix
 * @returns {{x: number, y: number}} x = east, y = north, metres
 */
export function toZone(lon, lat, zone) {
  const { x, y } = project(lon, lat, zone * 3);
  return { x: zone * 1_000_000 + 500_000 + x, y };
}

/**
 * @param {number} lon degrees
 * @param {number} lat degrees
 * @param {number} centralMeridian degrees
 */
function project(lon, lat, centralMeridian) {
  const lambda = (lon - centralMeridian) * Math.PI / 180;
  const phi = lat * Math.PI / 180;
  const conformal = Math.sinh(Math.atanh(Math.sin(phi)) - E * Math.atanh(E * Math.sin(phi)));
  const xi = Math.atan2(conformal, Math.cos(lambda));
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, Math.cos(lambda)));
  let north = xi;
  let east = eta;
  ALPHA.forEach((alpha, index) => {
    const k = 2 * (index + 1);
    north += alpha * Math.sin(k * xi) * Math.cosh(k * eta);
    east += alpha * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  return { x: RECTIFYING * east, y: RECTIFYING * north };
}

/** The zone of a zone-prefixed 3° CGCS2000 system (EPSG:4513 to 4533), or null. @param {string | undefined} crs */
export function zoneOf(crs) {
  const code = Number(/^EPSG:(\d+)$/.exec(crs ?? '')?.[1]);
  return code >= 4513 && code <= 4533 ? code - 4488 : null;
}

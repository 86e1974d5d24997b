/**
 * The four bands of coverage. They exclude each other and add up to the total.
 *
 * @typedef {object} Bands areas m²
 * @property {number} totalArea
 * @property {number} certifiedArea
 * @property {number | null} [certifiedShare]
 * @property {number} pendingArea
 * @property {number} disputedArea
 * @property {number} unsurveyedArea
 * @property {number} encroachedArea
 * @property {number} disputedOnCertifiedArea
 * @property {number} certifiedOutsideFarmArea
 *
 * @typedef {{name: 'certified' | 'pending' | 'disputed' | 'unsurveyed', colour: string}} Band
 */

/** In the order of the bar; the colours are those of the map, solid. @type {Band[]} */
export const BANDS = [
  { name: 'certified', colour: '#4f8f5b' },
  { name: 'pending', colour: '#4a86bb' },
  { name: 'disputed', colour: '#d9762f' },
  { name: 'unsurveyed', colour: '#c3c9cc' },
];

/**
 * @param {Bands} bands
 * @param {Band} band
 */
export const areaOf = (bands, band) => Number(bands[/** @type {keyof Bands} */ (`${band.name}Area`)]);

/**
 * The share of the total, 0 to 1; null where there is no land.
 *
 * @param {Bands} bands
 * @param {Band} band
 */
export const shareOf = (bands, band) => (Number(bands.totalArea) > 0 ? areaOf(bands, band) / Number(bands.totalArea)
  : null);

/**
 * Where each band begins and how long it is on a bar of the given length.
 *
 * @param {Bands} bands
 * @param {number} length
 */
export function segments(bands, length) {
  let begin = 0;
  return BANDS.map((band) => {
    const width = (shareOf(bands, band) ?? 0) * length;
    const segment = { band, begin, width };
    begin += width;
    return segment;
  });
}

/**
 * The scheme and code of a group by land use: `GB/T 21010-2007 021`.
 *
 * @param {string} code
 */
export function useOfGroup(code) {
  const end = code.lastIndexOf(' ');
  return end < 0 ? null : { scheme: code.slice(0, end), code: code.slice(end + 1) };
}

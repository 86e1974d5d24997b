/**
 * How each layer of the map is painted. Colours are told apart by lightness and by line too, not by hue alone, and stay
 * readable in print.
 *
 * @typedef {object} Style
 * @property {string} [fill]
 * @property {string} [hatch] colour of diagonal lines over the fill
 * @property {'/' | '\\' | 'x'} [hatchKind]
 * @property {string} [stroke]
 * @property {number} [width] pixels
 * @property {number[]} [dash] pixels
 *
 * @typedef {Record<string, string | number | boolean>} Properties
 */

/** @type {Record<string, Style>} */
export const PARCEL = {
  CERTIFIED: { fill: 'rgb(88 150 98 / 34%)', stroke: '#2f6b3d', width: 1.1 },
  PENDING: { fill: 'rgb(64 124 178 / 30%)', stroke: '#225c8f', width: 1.1 },
  DISPUTED: { fill: 'rgb(222 122 52 / 40%)', stroke: '#a34b0c', width: 1.4 },
  SURVEYED: { fill: 'rgb(150 160 166 / 30%)', stroke: '#5a6870', width: 1 },
  RETIRED: { stroke: '#9aa3a8', width: 0.8, dash: [2, 3] },
};

/** @type {Record<string, Style>} by what a claim rests on */
export const CLAIM = {
  DOCUMENT: { fill: 'rgb(120 74 158 / 9%)', hatch: 'rgb(107 58 148 / 75%)', hatchKind: '/', stroke: '#6b3a94',
    width: 1.5, dash: [7, 3] },
  HISTORICAL_USE: { fill: 'rgb(120 74 158 / 7%)', hatch: 'rgb(107 58 148 / 55%)', hatchKind: '\\', stroke: '#6b3a94',
    width: 1.3, dash: [4, 3] },
  OCCUPATION: { fill: 'rgb(171 44 122 / 10%)', hatch: 'rgb(171 44 122 / 75%)', hatchKind: 'x', stroke: '#9c1f6b',
    width: 1.3, dash: [2, 2] },
};

/** @type {Record<string, Style>} by kind of evidence */
export const EVIDENCE = {
  FARM_1987_CERTIFICATE: { fill: 'rgb(160 112 52 / 7%)', stroke: '#8a5a20', width: 1.8, dash: [9, 4, 2, 4] },
  FOREST_CERTIFICATE: { fill: 'rgb(60 110 70 / 8%)', hatch: 'rgb(48 92 60 / 45%)', hatchKind: '\\', stroke: '#2d5b3b',
    width: 1.5, dash: [5, 3] },
};

/** @type {Record<string, Style>} by overlap class */
export const CONFLICT = {
  NOISE: { fill: 'rgb(120 120 120 / 30%)', stroke: '#6d6d6d', width: 1 },
  BOUNDARY: { fill: 'rgb(240 160 40 / 55%)', stroke: '#b36b00', width: 1.4 },
  ENCROACHMENT: { fill: 'rgb(214 40 40 / 50%)', stroke: '#b00f16', width: 1.8 },
  CONTAINED: { fill: 'rgb(186 20 40 / 55%)', stroke: '#8d0c1c', width: 1.8 },
  DUPLICATE: { fill: 'rgb(140 10 40 / 60%)', stroke: '#6b0620', width: 2 },
};

/** @type {Record<string, Style>} by the way an overlap is settled */
export const TRACK = {
  TRESPASS: { fill: 'rgb(214 40 40 / 50%)', stroke: '#b00f16', width: 1.8 },
  OWNERSHIP: { fill: 'rgb(240 160 40 / 55%)', hatch: 'rgb(150 80 0 / 55%)', hatchKind: '/', stroke: '#b36b00', width: 1.6 },
  DOUBLE_CERTIFICATE: { fill: 'rgb(140 10 40 / 60%)', hatch: 'rgb(60 0 20 / 55%)', hatchKind: 'x', stroke: '#6b0620',
    width: 2 },
  SURVEY_FAULT: { fill: 'rgb(120 120 120 / 35%)', hatch: 'rgb(70 70 70 / 55%)', hatchKind: '\\', stroke: '#555555',
    width: 1.2 },
};

/** @type {Record<string, Style>} */
export const UNIT = {
  SUB_FARM: { stroke: '#24333c', width: 2, dash: [12, 3, 3, 3] },
  TOWN: { stroke: '#7b868c', width: 1.6, dash: [14, 4] },
  VILLAGE: { stroke: '#a2abb0', width: 1, dash: [2, 4] },
};

/** @type {Style} */
export const CERTIFICATE = { stroke: '#0f4d24', width: 2.6 };

/**
 * @param {string} layer
 * @param {Properties} properties
 * @param {'class' | 'track'} [conflictsBy]
 * @returns {Style | null} null: not painted
 */
export function styleOf(layer, properties, conflictsBy = 'class') {
  switch (layer) {
    case 'parcels': return PARCEL[String(properties.status)] ?? PARCEL.SURVEYED;
    case 'claims': return CLAIM[String(properties.basis)] ?? CLAIM.HISTORICAL_USE;
    case 'evidence': return EVIDENCE[String(properties.basis)] ?? EVIDENCE.FARM_1987_CERTIFICATE;
    case 'conflicts': return conflictsBy === 'track' ? TRACK[String(properties.track)] ?? TRACK.OWNERSHIP
      : CONFLICT[String(properties.class)] ?? CONFLICT.ENCROACHMENT;
    case 'certificates': return CERTIFICATE;
    case 'units': return UNIT[String(properties.kind)] ?? null;
    default: return null;
  }
}

/** @type {Map<Style, Style>} */
const plain = new Map();

/**
 * The same where things are a few pixels wide, where neither dashes nor hatches can be made out, and cost most of the time.
 *
 * @param {Style} style
 * @returns {Style} the same object for the same style
 */
export function fromAfar(style) {
  let known = plain.get(style);
  if (!known) {
    const { hatch, hatchKind, dash, ...rest } = style;
    known = rest;
    plain.set(style, known);
  }
  return known;
}

/**
 * The part of a parcel code that tells parcels of one farm apart: feature and number.
 *
 * @param {string} code 19 characters
 */
export const shortCode = (code) => (/^\d{12}[A-Z]{2}\d{5}/.test(code) ? code.slice(12, 19) : code);

/**
 * What is written on a thing.
 *
 * @param {string} layer
 * @param {Properties} properties
 * @returns {{text: string, rank: number, colour: string, bold?: boolean} | null} a lower rank is placed first
 */
export function labelOf(layer, properties) {
  switch (layer) {
    case 'units':
      return { text: String(properties.name), rank: properties.kind === 'SUB_FARM' ? 1 : 4,
        colour: properties.kind === 'SUB_FARM' ? '#24333c' : '#66737a', bold: properties.kind === 'SUB_FARM' };
    case 'claims': return { text: String(properties.party ?? properties.code), rank: 2, colour: '#5b2f80' };
    case 'parcels': return { text: shortCode(String(properties.code)), rank: 3, colour: '#1c2a33' };
    case 'evidence': return { text: String(properties.document ?? properties.code), rank: 5, colour: '#6f4716' };
    default: return null;
  }
}

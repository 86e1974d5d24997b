import { translator } from './i18n.js';

/** Figures and dates as documents show them: domain.md §3 (rounding half up; m² 2, hm² 4 or 2, 亩 2 decimals). */

const NOTHING = '—';

/** @param {unknown} value */
const missing = (value) => value === null || value === undefined || value === '' || Number.isNaN(Number(value));

/**
 * @param {number | string | null | undefined} value
 * @param {number} [decimals]
 */
export function number(value, decimals = 0) {
  if (missing(value)) {
    return NOTHING;
  }
  return new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(Number(value));
}

/** @param {number | string | null | undefined} squareMetres */
export const squareMetres = (squareMetres) => unit(number(squareMetres, 2), 'm²');

/**
 * Hectares (hm², 公顷) of an area given in m².
 *
 * @param {number | string | null | undefined} squareMetres
 * @param {number} [decimals] 4 on documents, 2 in summaries
 */
export const hectares = (squareMetres, decimals = 4) =>
  unit(number(missing(squareMetres) ? null : Number(squareMetres) / 10_000, decimals), 'hm²');

/** 1 亩 = 10 000 / 15 m², so mu = m² × 3 / 2000. @param {number | string | null | undefined} squareMetres */
export const mu = (squareMetres) => unit(number(missing(squareMetres) ? null : Number(squareMetres) * 3 / 2000, 2),
  translator.language === 'zh' ? '亩' : 'mu');

/**
 * Small areas in m², larger ones in hm².
 *
 * @param {number | string | null | undefined} area m²
 */
export const area = (area) => (!missing(area) && Number(area) < 10_000 ? squareMetres(area) : hectares(area));

/**
 * @param {number | string | null | undefined} value metres
 * @param {number} [decimals]
 */
export const metres = (value, decimals = 2) => unit(number(value, decimals), 'm');

/**
 * @param {number | string | null | undefined} share 0 to 1
 * @param {number} [decimals]
 */
export const percent = (share, decimals = 2) =>
  (missing(share) ? NOTHING : `${number(Number(share) * 100, decimals)} %`);

/** @param {string | null | undefined} iso a date or an instant */
export function date(iso) {
  if (!iso) {
    return NOTHING;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    return iso;
  }
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? iso : parts(instant).slice(0, 10);
}

/** @param {string | null | undefined} iso an instant; shown in the office's time, China Standard Time */
export function dateTime(iso) {
  if (!iso) {
    return NOTHING;
  }
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) || /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : parts(instant);
}

/** @param {number} bytes */
export function fileSize(bytes) {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1_048_576 ? `${number(bytes / 1024, 1)} kB` : `${number(bytes / 1_048_576, 1)} MB`;
}

/** @param {Date} instant */
function parts(instant) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit',
    day: '2-digit', hour: '2-digit', minute: '2-digit' }).format(instant);
}

/**
 * @param {string} figure
 * @param {string} name
 */
function unit(figure, name) {
  return figure === NOTHING ? NOTHING : `${figure} ${name}`;
}

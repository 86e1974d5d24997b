import { t } from '../../lib/i18n.js';

/** @typedef {import('../../components/form-dialog.js').Field} Field */

/** @returns {Field[]} */
export const tariffFields = () => [
  { name: 'code', label: t('tariff.code'), required: true, hint: t('tariff.code.hint') },
  { name: 'source', label: t('tariff.source'), required: true },
  { name: 'validFrom', label: t('tariff.validFrom'), type: 'date', required: true },
  { name: 'validTo', label: t('tariff.validTo'), type: 'date' },
  { name: 'scenario', label: t('tariff.scenario'), type: 'checkbox' },
  { name: 'status', label: t('tariff.status'), required: true, value: 'in force' },
  { name: 'statusZh', label: t('tariff.statusZh'), required: true, value: '执行' },
  { name: 'rates', label: t('tariff.rates'), type: 'textarea', required: true, hint: t('tariff.rates.hint') },
];

const BASES = { m2: 'PER_SQUARE_METRE', item: 'PER_ITEM', exempt: 'EXEMPT' };

/**
 * The tariff from what was typed; a line for each rate: `AGRICULTURAL any m2 0.05 [cap]`.
 *
 * @param {Record<string, any>} values
 */
export const tariffOf = (values) => ({ ...values, uncertain: false,
  rates: String(values.rates ?? '').split('\n').map((line) => line.trim()).filter(Boolean).map(rateOf) });

/** @param {string} line */
export function rateOf(line) {
  const [landClass, disputed, basis, rate = '0', cap] = line.split(/\s+/);
  return { landClass: landClass?.toUpperCase(), disputed: disputed === 'disputed' ? true
    : disputed === 'undisputed' ? false : undefined,
    basis: BASES[/** @type {keyof typeof BASES} */ (basis)] ?? basis, rate: Number(rate),
    cap: cap === undefined ? undefined : Number(cap) };
}

import { field } from '../../components/form-dialog.js';
import { t, word } from '../../lib/i18n.js';

/** What a list of overlaps can be narrowed to, besides one parcel. */
export const CHOICES = /** @type {const} */ ([
  { name: 'class', family: 'overlapClass', codes: ['NOISE', 'BOUNDARY', 'ENCROACHMENT', 'CONTAINED', 'DUPLICATE'],
    all: 'filter.all' },
  { name: 'track', family: 'track', codes: ['TRESPASS', 'OWNERSHIP', 'DOUBLE_CERTIFICATE', 'SURVEY_FAULT'],
    all: 'filter.all' },
  { name: 'status', family: 'conflictStatus', codes: ['OPEN', 'IN_CASE', 'SETTLED', 'GONE'],
    all: 'conflicts.status.standing' },
]);

/**
 * @param {Record<string, string>} query
 * @param {readonly (typeof CHOICES)[number][]} [offered]
 */
export const choices = (query, offered = CHOICES) => [
  ...offered.map(({ name, family, codes, all }) => field({ name, label: t(`conflicts.${name}`), type: 'select',
    value: query[name] ?? '', options: [{ value: '', label: t(all) },
      ...codes.map((code) => ({ value: code, label: word(family, code) }))] })),
  field({ name: 'parcel', label: t('conflicts.parcel'), value: query.parcel }),
];

/**
 * Of an address or a form, what narrows the list.
 *
 * @param {Record<string, string | undefined>} query
 */
export const filterOf = (query) => Object.fromEntries([...CHOICES.map(({ name }) => name), 'parcel']
  .map((name) => [name, query[name]?.trim() || undefined]).filter(([, value]) => value !== undefined));

import { askForm } from '../../components/form-dialog.js';
import { t, word } from '../../lib/i18n.js';
import { post } from '../../lib/request.js';

/**
 * The steps of an application, each with the facts a person states. The server says which are allowed.
 *
 * @typedef {import('../../components/form-dialog.js').Field} Field
 */

const BASES = ['FARM_1987_CERTIFICATE', 'APPROVAL', 'AGREEMENT', 'HISTORY_AND_PRESENT_USE'];
const POINTINGS = ['BOTH_SIGNED', 'NOTICED', 'ONE_ABSENT', 'BOTH_ABSENT', 'SERVED', 'OBJECTED', 'FINAL'];

/** @type {Record<string, (application: any) => Field[]>} */
const FIELDS = {
  'record-survey': () => [
    { name: 'boundaryBasis', label: t('application.boundaryBasis'), type: 'select', required: true,
      options: options('boundaryBasis', BASES) },
    { name: 'basisDocument', label: t('application.basisDocument') },
    { name: 'surveyedOn', label: t('application.surveyedOn'), type: 'date', required: true },
    { name: 'neighbours', label: t('application.neighbours'), type: 'textarea', required: true,
      hint: t('application.neighbours.hint') },
    { name: 'pointing', label: t('application.pointing'), type: 'select', required: true,
      options: options('pointing', POINTINGS) },
    { name: 'notes', label: t('application.notes'), type: 'textarea' },
  ],
  'publish-notice': () => [{ name: 'place', label: t('application.noticePlace'), required: true,
    hint: t('application.noticePlace.hint') }],
  'review': () => [{ name: 'opinion', label: t('application.opinion'), type: 'textarea', required: true }],
  'approve': () => [{ name: 'opinion', label: t('application.opinion'), type: 'textarea', required: true }],
  'decide-in-meeting': () => [
    { name: 'meetingNumber', label: t('application.meetingNumber'), required: true },
    { name: 'heldOn', label: t('application.heldOn'), type: 'date', required: true },
    { name: 'attendees', label: t('application.attendees'), required: true, hint: t('form.list.hint') },
    { name: 'decision', label: t('application.decision'), type: 'textarea', required: true },
  ],
  'consult': () => [
    { name: 'question', label: t('application.question'), type: 'textarea', hint: t('application.question.hint') },
    { name: 'addressee', label: t('application.addressee') },
    { name: 'dueDays', label: t('application.dueDays'), type: 'number', min: 1, step: '1' },
  ],
  'register': () => [{ name: 'note', label: t('application.note'), type: 'textarea' }],
  'suspend': () => [
    { name: 'cause', label: t('application.cause'), type: 'select', options: options('suspension', ['DISPUTE', 'OTHER']) },
    { name: 'reason', label: t('application.reason'), type: 'textarea', required: true },
  ],
  'resume': () => [{ name: 'reason', label: t('application.reason'), type: 'textarea', required: true }],
  'reject': () => [{ name: 'reason', label: t('application.reason'), type: 'textarea', required: true }],
  'withdraw': () => [{ name: 'reason', label: t('application.reason'), type: 'textarea', required: true }],
  'settle-fees': () => [
    { name: 'receiptNumber', label: t('application.receiptNumber'), required: true },
    { name: 'paidOn', label: t('application.paidOn'), type: 'date', required: true },
  ],
  'exempt-fees': () => [
    { name: 'reason', label: t('application.reason'), type: 'textarea', required: true },
    { name: 'document', label: t('application.document'), required: true },
  ],
};

const DANGEROUS = new Set(['reject', 'withdraw']);

/**
 * What the form gave, as the server takes it.
 *
 * @param {string} action
 * @param {Record<string, any>} values
 */
export function bodyOf(action, values) {
  switch (action) {
    case 'record-survey': {
      const { neighbours, pointing, ...rest } = values;
      return { ...rest, neighbours: lines(neighbours).map((line) => {
        const [side, name] = line.split(/[:：]/, 2).map((part) => part.trim());
        return name ? { side: side.toUpperCase(), name, pointing } : { name: side, pointing };
      }) };
    }
    case 'decide-in-meeting':
      return { ...values, attendees: names(values.attendees) };
    default:
      return values;
  }
}

/**
 * Asks for what a step needs and takes it.
 *
 * @param {any} application
 * @param {string} action
 * @returns {Promise<unknown>} the application as it is afterwards, or undefined
 */
export function takeStep(application, action) {
  return askForm({
    title: `${word('action', action)} · ${application.number}`,
    fields: FIELDS[action]?.(application) ?? [],
    submit: word('action', action),
    danger: DANGEROUS.has(action),
    action: (values) => post(`/api/applications/${encodeURIComponent(application.id)}/actions/${action}`,
      bodyOf(action, values), { ifMatch: application.revision }),
  });
}

/**
 * The same step for many; the answer tells what became of each.
 *
 * @param {string[]} ids
 * @param {string} action
 * @returns {Promise<any>}
 */
export function takeStepForMany(ids, action) {
  return askForm({
    title: `${word('action', action)} · ${t('application.many', { count: ids.length })}`,
    fields: FIELDS[action]?.(null) ?? [],
    submit: word('action', action),
    danger: DANGEROUS.has(action),
    action: (values) => post(`/api/applications/batch/actions/${action}`, { ids, ...bodyOf(action, values) }),
  });
}

/** @param {string} text names apart by commas, 、 or lines */
export const names = (text) => String(text ?? '').split(/[,，、;；\n]/).map((name) => name.trim()).filter(Boolean);

/** @param {string} text */
const lines = (text) => String(text ?? '').split('\n').map((line) => line.trim()).filter(Boolean);

/**
 * @param {string} family
 * @param {string[]} codes
 */
const options = (family, codes) => codes.map((value) => ({ value, label: word(family, value) }));

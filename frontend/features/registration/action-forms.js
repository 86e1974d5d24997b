import { session } from '../../app/session.js';
import { t, word } from '../../lib/i18n.js';

/**
 * The small form of every step: the fields of the body that the server expects.
 *
 * @typedef {import('../../components/form-dialog.js').Field} Field
 */

/** @returns {string} the office's date, which a demonstration may have moved */
export const today = () => session.about.today ?? new Date().toISOString().slice(0, 10);

/** @type {Record<string, () => Field[]>} */
const FIELDS = {
  'publish-notice': () => [text('place', { hint: t('step.place.hint') })],
  review: () => [long('opinion')],
  approve: () => [long('opinion')],
  'decide-in-meeting': () => [text('meetingNumber'), day('heldOn'), long('attendees',
    { hint: t('step.attendees.hint') }), long('decision')],
  consult: () => [long('question', { required: false, hint: t('step.question.hint') }),
    text('addressee', { required: false, hint: t('step.addressee.hint') }),
    { name: 'dueDays', label: t('step.dueDays'), type: 'number', min: 1, step: '1', hint: t('step.dueDays.hint') },
    text('others', { required: false, hint: t('step.others.hint') })],
  register: () => [long('note', { required: false })],
  certify: () => [],
  suspend: () => [{ name: 'cause', label: t('step.cause'), type: 'select', required: true,
    options: ['DISPUTE', 'OTHER'].map((cause) => ({ value: cause, label: word('suspension', cause) })) },
    long('reason')],
  resume: () => [long('reason')],
  reject: () => [long('reason')],
  withdraw: () => [long('reason')],
  'settle-fees': () => [text('receiptNumber'), day('paidOn')],
  'exempt-fees': () => [long('reason'), text('document')],
  'refund-fees': () => [{ ...text('amount'), type: 'number', min: 0.01, step: '0.01' }, long('reason'), text('document'),
    text('receiptNumber'), day('refundedOn')],
  'decide-land-use': () => [{ name: 'registered', label: t('step.registered'), type: 'select', required: true,
    options: ['ACTUAL', 'APPROVED'].map((each) => ({ value: each, label: word('step.registered', each) })) },
    long('reason'), text('document')],
  'propose-override': () => [{ name: 'gate', label: t('override.gate'), type: 'select', required: true,
    options: ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'].map((gate) => ({ value: gate, label: `${gate} ${word('gate', gate)}` })) },
    long('reason'), text('document'), { ...day('expiresOn'), label: t('override.expiresOn'), value: '' },
    text('officer', { required: false, label: t('override.officer'), hint: t('override.officer.hint') })],
  'confirm-override': () => [],
  'end-override': () => [long('reason')],
};

/** @param {string} action */
export const fieldsOf = (action) => FIELDS[action]?.() ?? [];

/**
 * The body of a step from what was typed.
 *
 * @param {string} action
 * @param {Record<string, any>} values
 */
export function bodyOf(action, values) {
  if (action === 'consult') {
    return { ...values, others: departmentsIn(values.others) };
  }
  return action === 'decide-in-meeting' ? { ...values, attendees: linesOf(values.attendees) } : values;
}

/** Departments by their names in either language, as the hint lists them. @param {string | undefined} text */
const departmentsIn = (text) => linesOf(text).map((name) => DEPARTMENTS.find((department) =>
  department === name.toUpperCase() || word('department', department).toLowerCase() === name.toLowerCase()) ?? name);

const DEPARTMENTS = ['AGRICULTURE', 'WATER', 'PLANNING', 'FINANCE', 'JUSTICE', 'TOWN', 'VILLAGE', 'OTHER'];

/** @param {string | undefined} text */
const linesOf = (text) => (text ?? '').split(/[\n,，、]+/).map((name) => name.trim()).filter(Boolean);

/** @param {string} name @param {Partial<Field>} [rest] @returns {Field} */
const text = (name, rest = {}) => ({ name, label: t(`step.${name}`), required: true, ...rest });

/** @param {string} name @param {Partial<Field>} [rest] @returns {Field} */
const long = (name, rest = {}) => text(name, { type: 'textarea', ...rest });

/** @param {string} name @returns {Field} */
const day = (name) => text(name, { type: 'date', value: today() });

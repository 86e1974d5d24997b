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
    { name: 'dueDays', label: t('step.dueDays'), type: 'number', min: 1, step: '1', hint: t('step.dueDays.hint') }],
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
  return action === 'decide-in-meeting' ? { ...values, attendees: linesOf(values.attendees) } : values;
}

/** @param {string | undefined} text */
const linesOf = (text) => (text ?? '').split(/[\n,，、]+/).map((name) => name.trim()).filter(Boolean);

/** @param {string} name @param {Partial<Field>} [rest] @returns {Field} */
const text = (name, rest = {}) => ({ name, label: t(`step.${name}`), required: true, ...rest });

/** @param {string} name @param {Partial<Field>} [rest] @returns {Field} */
const long = (name, rest = {}) => text(name, { type: 'textarea', ...rest });

/** @param {string} name @returns {Field} */
const day = (name) => text(name, { type: 'date', value: today() });

import { t } from '../../lib/i18n.js';
import { today } from './action-forms.js';

/** @typedef {import('../../components/form-dialog.js').Field} Field */

/** What each step of pointing asks for besides its day. @type {Record<string, [string, boolean][]>} */
const ASKED = {
  INVITE: [['note', false]],
  SIGN: [['signer', true], ['ownSigner', true], ['note', false]],
  ONE_STAYED_AWAY: [['note', true], ['signer', false], ['ownSigner', false]],
  BOTH_STAYED_AWAY: [['note', false]],
  SERVE: [['how', true]],
  OBJECT: [['ground', true]],
  STATE_REASONS: [['reasons', true]],
  DECIDE: [['document', true]],
};

const LONG = ['ground', 'reasons', 'note'];

/** @param {string} step @returns {Field[]} */
export const pointingFields = (step) => [
  { name: 'on', label: t('survey.on'), type: 'date', required: true, value: today() },
  ...(ASKED[step] ?? []).map(([name, required]) => /** @type {Field} */ ({ name, label: t(`pointing.${name}`), required,
    type: LONG.includes(name) ? 'textarea' : 'text', hint: name === 'how' ? t('pointing.how.hint') : undefined })),
];

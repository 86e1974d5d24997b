import { askForm } from '../../components/form-dialog.js';
import { t, word } from '../../lib/i18n.js';
import { post } from '../../lib/request.js';
import { bodyOf, fieldsOf } from './action-forms.js';
import { stops } from './procedure.js';
import { surveyForm } from './survey-form.js';

/**
 * Asks for what a step needs and takes it with one application.
 *
 * @param {import('./application-detail.js').Application} application
 * @param {string} action
 * @param {number} [override] the one that is confirmed or ended
 * @returns {Promise<unknown>} undefined when the person went back
 */
export function takeAction(application, action, override) {
  const address = `/api/applications/${encodeURIComponent(application.id)}/actions/${action}`;
  const { body, ...form } = formOf(action, application);
  return askForm({
    ...form,
    title: `${word('action', action)} · ${application.number}`,
    action: (values) => (action === 'certify' ? post('/api/certificates', { application: application.id })
      : post(address, { ...body(values), override }, { ifMatch: application.revision })),
  });
}

/**
 * The same for many, in the background; the answer is the batch.
 *
 * @param {string[]} ids
 * @param {string} action
 * @returns {Promise<import('./batch-run.js').Batch | undefined>}
 */
export function takeActionForMany(ids, action) {
  const { body, ...form } = formOf(action, null);
  return /** @type {Promise<any>} */ (askForm({
    ...form,
    title: `${word('action', action)} · ${t('batch.count', { count: ids.length })}`,
    action: (values) => post('/api/batches', { step: action, keys: ids, body: action === 'certify' ? {} : body(values) }),
  }));
}

/**
 * @param {string} action
 * @param {import('./application-detail.js').Application | null} application null for many
 */
function formOf(action, application) {
  const form = action === 'record-survey'
    ? surveyForm(application?.title ?? null, application?.investigation ?? null)
    : { fields: fieldsOf(action), body: (/** @type {Record<string, any>} */ values) => bodyOf(action, values) };
  return {
    ...form,
    text: 'text' in form ? form.text : t(`application.action.text.${action}`),
    submit: word('action', action),
    danger: stops(action),
  };
}

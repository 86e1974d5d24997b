import { html } from 'lit';
import { session } from '../../app/session.js';
import { askForm } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { t } from '../../lib/i18n.js';
import { getVersioned, post } from '../../lib/request.js';

/**
 * For those who may: how exactly a boundary is known turned out otherwise.
 *
 * @param {'PARCEL' | 'CLAIM' | 'EVIDENCE'} kind
 * @param {string} code
 * @param {string} path where the unit is answered with its revision
 * @param {() => void} after
 */
export const accuracyButton = (kind, code, path, after) => (session.is('REVIEWER') ? html`
  <button type="button" class="button button-small" data-test="accuracy-correct"
    @click=${() => correct(kind, code, path, after)}>${t('accuracy.correct')}</button>` : undefined);

/** @param {string} kind @param {string} code @param {string} path @param {() => void} after */
async function correct(kind, code, path, after) {
  const { revision } = await getVersioned(path);
  const corrected = await askForm({
    title: t('accuracy.correct'),
    text: t('accuracy.correct.text', { code }),
    submit: t('accuracy.correct'),
    fields: [
      { name: 'accuracy', label: t('accuracy.metres'), type: 'number', required: true, min: 0, step: '0.001' },
      { name: 'reason', label: t('accuracy.reason'), type: 'textarea', required: true },
      { name: 'document', label: t('accuracy.document') },
    ],
    action: (values) => post('/api/accuracy-corrections', { kind, code, ...values }, { ifMatch: revision }),
  });
  if (corrected) {
    done(t('accuracy.done'));
    after();
  }
}

import { html } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { t, word } from '../../lib/i18n.js';
import './holder-rows.js';

/** @typedef {import('../../components/form-dialog.js').Field} Field */

/**
 * The fields of the investigation form besides title, neighbours and boundary table.
 *
 * @param {import('./form-page.js').Form} form what is known
 */
export function formFields(form) {
  /** @type {import('lit/directives/ref.js').Ref<import('./holder-rows.js').JieshiHolderRows>} */
  const holders = createRef();
  return {
    text: html`<jieshi-holder-rows ${ref(holders)} .holders=${form.holders ?? []}></jieshi-holder-rows>`,
    fields: fields(form),
    /** @param {Record<string, any>} values */
    body: (values) => ({ ...values, method: values.method || undefined,
      separateCertificates: values.separateCertificates ? values.separateCertificates === 'true' : undefined, holders: holders.value?.value ?? [] }),
  };
}

/** @param {import('./form-page.js').Form} form @returns {Field[]} */
const fields = (form) => [
  text('agent', form), text('mapSheet', form), text('north', form), text('east', form), text('south', form),
  text('west', form),
  { ...text('approvedArea', form), type: 'number', min: 0, step: '0.01' },
  text('sharedOwnership', form),
  { name: 'separateCertificates', label: t('form.separateCertificates'), type: 'select',
    value: String(form.separateCertificates ?? ''), hint: t('form.separateCertificates.hint'),
    options: [{ value: '', label: t('form.separateCertificates.usual') },
      ...['true', 'false'].map((each) => ({ value: each, label: t(`form.separateCertificates.${each}`) }))] },
  text('sketch', form), text('investigatedBy', form),
  { ...text('investigatedOn', form), type: 'date' },
  { ...text('surveyNotes', form), type: 'textarea' },
  text('measuredBy', form), { ...text('measuredOn', form), type: 'date' },
  { name: 'method', label: t('form.method'), type: 'select', value: form.method ?? '',
    options: [{ value: '', label: t('form.method.byAccuracy') },
      ...['ANALYTIC', 'GRAPHICAL'].map((method) => ({ value: method, label: word('form.method', method) }))] },
];

/** @param {string} name @param {import('./form-page.js').Form} form @returns {Field} */
const text = (name, form) => ({ name, label: t(`form.${name}`), value: form[name] });

import { html, nothing } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { askForm } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { date, fileSize } from '../../lib/format.js';
import { choose, t } from '../../lib/i18n.js';
import { get, post } from '../../lib/request.js';

/**
 * What both sides can show, the weightiest class first.
 *
 * @param {any} dispute
 * @param {any} contents
 * @param {(() => void) | null} reload null for those who may not write
 */
export const evidence = (dispute, contents, reload) => html`
  <div class="card-head"><h3>${t('case.evidence')}</h3>
    ${reload ? html`<button type="button" class="button" data-test="evidence-add"
      @click=${() => add(dispute, reload)}>${t('case.evidence.add')}</button>` : nothing}</div>
  <p class="quiet small">${t('case.evidence.hint')}</p>
  ${dataTable({ caption: t('case.evidence'), test: 'evidence', rows: contents.evidence, columns: [
    { name: t('case.evidence.title'), wide: true, cell: (row) => html`
      <a download href="/api/disputes/${encodeURIComponent(dispute.id)}/evidence/${row.id}/file">${row.title}</a>
      <div class="quiet small">${row.document ?? ''} ${row.datedOn ?? ''} ${row.note ?? ''}</div>
      <div class="quiet small hash">SHA-256 ${row.sha256}</div>` },
    { name: t('case.evidence.class'), cell: (row) => choose(row.classTitle.en, row.classTitle.zh) },
    { name: t('case.evidence.weight'), numeric: true, cell: (row) => row.weight },
    { name: t('case.party'), cell: (row) => row.party ?? t('case.evidence.handlers') },
    { name: t('case.evidence.file'), cell: (row) => html`${row.fileName}
      <div class="quiet small">${fileSize(row.size)} · ${date(row.enteredAt)}</div>` },
  ] })}`;

/** @param {any} dispute @param {() => void} reload */
async function add(dispute, reload) {
  const classes = await get('/api/evidence-classes');
  const entered = await askForm({
    title: t('case.evidence.add'),
    fields: [
      { name: 'file', label: t('case.evidence.file'), type: 'file', required: true, hint: t('case.file.hint') },
      { name: 'title', label: t('case.evidence.title'), required: true },
      { name: 'evidenceClass', label: t('case.evidence.class'), type: 'select',
        options: classes.map((/** @type {any} */ each) => ({ value: each.code,
          label: choose(each.title.en, each.title.zh) })) },
      { name: 'party', label: t('case.party'), type: 'select', options: [
        { value: '', label: t('case.evidence.handlers') }, ...dispute.parties.map((/** @type {any} */ party) =>
          ({ value: party.name, label: party.name }))] },
      { name: 'document', label: t('case.documentNumber') },
      { name: 'datedOn', label: t('case.evidence.dated'), type: 'date' },
      { name: 'note', label: t('case.note'), type: 'textarea' },
    ],
    submit: t('action.save'),
    action: (values) => post(`/api/disputes/${encodeURIComponent(dispute.id)}/evidence`, undefined,
      { form: formOf(values) }),
  });
  if (entered) {
    done(t('case.entered'));
    reload();
  }
}

/** Fields without a value are left out. @param {Record<string, any>} values */
export function formOf(values) {
  const form = new FormData();
  Object.entries(values).forEach(([name, value]) => {
    if (value !== undefined && value !== null && value !== '') {
      form.set(name, value instanceof Blob ? value : String(value));
    }
  });
  return form;
}

import { html, nothing } from 'lit';
import { dateTime, fileSize } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';

/**
 * @typedef {{id: number, kind: string, fileName: string, mediaType: string, size: number, sha256: string,
 *   uploadedBy: string, uploadedAt: string}} ApplicationDocument
 */

const KINDS = ['APPLICATION_FORM', 'HOLDER_IDENTITY', 'SOURCE_OF_RIGHT', 'INVESTIGATION_FORM', 'PARCEL_MAP',
  'CONSTRUCTION_APPROVAL', 'AGREEMENT', 'POWER_OF_ATTORNEY', 'DECISION', 'FORESTRY_REPLY', 'LAND_APPROVAL', 'OTHER'];

/**
 * The fields of an upload.
 *
 * @param {string} [kind] chosen beforehand
 * @returns {import('../../components/form-dialog.js').Field[]}
 */
export const documentFields = (kind) => [
  { name: 'kind', label: t('documents.kind'), type: 'select', required: true, value: kind,
    options: KINDS.map((each) => ({ value: each, label: word('document.kind', each) })) },
  { name: 'file', label: t('documents.file'), type: 'file', required: true, hint: t('documents.file.hint') },
];

/**
 * @param {Record<string, any>} values
 * @param {string[]} [ids] of many applications
 */
export function documentForm(values, ids = []) {
  const form = new FormData();
  form.set('kind', values.kind);
  form.set('file', values.file);
  ids.forEach((id) => form.append('ids', id));
  return form;
}

/**
 * What is required and what is there, kind by kind.
 *
 * @param {string} application
 * @param {string[]} required kinds
 * @param {ApplicationDocument[]} documents
 * @param {((kind: string) => void) | null} add null for those who may not
 */
export function documentList(application, required, documents, add) {
  const kinds = [...required, ...KINDS.filter((kind) => !required.includes(kind)
    && documents.some((document) => document.kind === kind))];
  if (kinds.length === 0) {
    return html`<p class="empty">${t('documents.none')}</p>`;
  }
  return html`
    <ul class="documents" data-test="documents">
      ${kinds.map((kind) => {
        const files = documents.filter((document) => document.kind === kind);
        return html`
          <li data-kind=${kind} data-files=${files.length}>
            <span class="mark ${files.length > 0 ? 'mark-good' : 'mark-bad'}" aria-hidden="true">
              ${files.length > 0 ? '✓' : '✗'}</span>
            <div>
              <div>${word('document.kind', kind)}
                ${required.includes(kind) ? html`<span class="quiet small">${t(files.length > 0 ? 'documents.required'
                  : 'documents.missing')}</span>` : nothing}
                ${add && files.length === 0 ? html`<button type="button" class="link-button" data-test="document-add"
                  aria-label=${t('documents.add.of', { kind: word('document.kind', kind) })}
                  @click=${() => add(kind)}>${t('documents.add')}</button>` : nothing}</div>
              ${files.map((document) => file(application, document))}
            </div>
          </li>`;
      })}
    </ul>`;
}

/**
 * @param {string} application
 * @param {ApplicationDocument} document
 */
const file = (application, document) => html`
  <div><a download href="/api/applications/${encodeURIComponent(application)}/documents/${document.id}"
    data-test="document" title="SHA-256 ${document.sha256}">${document.fileName}</a>
    <span class="quiet small">${fileSize(document.size)} · ${document.uploadedBy} · ${dateTime(document.uploadedAt)}
    </span></div>`;

import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { field, problemBox, valuesOf } from '../../components/form-dialog.js';
import { fileSize } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { post } from '../../lib/request.js';

const LAYERS = ['parcels', 'claims', 'evidence', 'subFarms', 'towns', 'villages'];
const BASES = /** @type {Record<string, string[]>} */ ({
  claims: ['DOCUMENT', 'HISTORICAL_USE', 'OCCUPATION'],
  evidence: ['FARM_1987_CERTIFICATE', 'FOREST_CERTIFICATE'],
});
const SYSTEMS = ['EPSG:4524', 'EPSG:4525', 'EPSG:4545', 'EPSG:4546', 'EPSG:4490', 'EPSG:2360', 'EPSG:2412'];
const ENCODINGS = ['UTF-8', 'GBK', 'GB18030'];
const ACCURACIES = ['0.05', '0.075', '0.10', '0.15', '0.6', '1.5', '3', '8'];

/** Takes files in and sends them. Tells `uploaded` {id}. */
export class JieshiUploadForm extends JieshiElement {
  static properties = { files: { state: true }, layer: { state: true }, over: { state: true }, busy: { state: true },
    problem: { state: true } };

  constructor() {
    super();
    /** @type {File[]} */
    this.files = [];
    this.layer = 'parcels';
    this.over = false;
    this.busy = false;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
  }

  /** @param {FileList | undefined | null} files */
  take(files) {
    if (files?.length) {
      this.files = [...files];
      this.problem = null;
    }
  }

  /** @param {DragEvent} event */
  drop(event) {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer?.files);
  }

  /** @returns {import('../../components/form-dialog.js').Field[]} */
  fields() {
    const bases = BASES[this.layer];
    /** @type {(import('../../components/form-dialog.js').Field | null)[]} */
    const fields = [
      { name: 'crs', label: t('import.crs'), type: 'select', hint: t('import.crs.hint'), options: [
        { value: '', label: t('import.asFound') }, ...SYSTEMS.map((value) => ({ value, label: word('crs', value) }))] },
      { name: 'encoding', label: t('import.encoding'), type: 'select', options: [
        { value: '', label: t('import.asFound') }, ...ENCODINGS.map((value) => ({ value, label: value }))] },
      { name: 'accuracy', label: t('import.accuracy'), type: 'select', hint: t('import.accuracy.hint'), options: [
        { value: '', label: t('import.accuracy.unknown') },
        ...ACCURACIES.map((value) => ({ value, label: `±${value} m ${t(`import.accuracy.${value}`)}` }))] },
      bases ? { name: 'basis', label: t('import.basis'), type: 'select', hint: t('import.basis.hint'), options: [
        { value: '', label: t('import.asInFile') }, ...bases.map((value) => ({ value, label: word('basis', value) }))] }
        : null,
      this.layer === 'claims' ? { name: 'claimant', label: t('import.claimant'), hint: t('import.claimant.hint') } : null,
      { name: 'note', label: t('import.note') },
      { name: 'mapping', label: t('import.mapping'), hint: t('import.mapping.hint') },
      { name: 'acceptBallpark', label: t('import.acceptBallpark'), type: 'checkbox' },
    ];
    return /** @type {any} */ (fields.filter((each) => each !== null));
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const values = valuesOf(/** @type {HTMLFormElement} */ (event.target), this.fields());
    const form = new FormData();
    form.append('layer', this.layer);
    Object.entries(values).filter(([, value]) => value !== undefined && value !== false)
      .forEach(([name, value]) => form.append(name, String(value)));
    this.files.forEach((file) => form.append('file', file));
    this.busy = true;
    this.problem = null;
    try {
      const { id } = await post('/api/imports', undefined, { form });
      this.files = [];
      this.tell('uploaded', { id });
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`
      <form class="card upload" @submit=${this.submit} data-test="upload-form">
        <h2>${t('import.new')}</h2>
        <label class="drop ${this.over ? 'is-over' : ''}" data-test="drop"
          @dragover=${(/** @type {Event} */ event) => { event.preventDefault(); this.over = true; }}
          @dragleave=${() => { this.over = false; }} @drop=${this.drop}>
          <input type="file" multiple class="unseen" data-test="upload-file"
            @change=${(/** @type {Event} */ event) => this.take(/** @type {HTMLInputElement} */ (event.target).files)}>
          ${this.files.length === 0 ? html`<b>${t('import.drop')}</b><span class="quiet small">${t('import.drop.hint')}</span>`
            : this.files.map((file) => html`<span>${file.name} <span class="quiet">${fileSize(file.size)}</span></span>`)}
        </label>
        <div class="field"><label for="import-layer">${t('import.layer')}</label>
          <select id="import-layer" data-test="upload-layer" .value=${this.layer}
            @change=${(/** @type {Event} */ event) => {
              this.layer = /** @type {HTMLSelectElement} */ (event.target).value; }}>
            ${LAYERS.map((layer) => html`<option value=${layer} ?selected=${layer === this.layer}>${
              word('importLayer', layer)}</option>`)}
          </select></div>
        ${this.fields().map(field)}
        ${this.problem ? problemBox(this.problem) : nothing}
        <button type="submit" class="button button-main" data-test="upload-submit"
          ?disabled=${this.busy || this.files.length === 0}>${t(this.busy ? 'import.sending' : 'import.send')}</button>
      </form>`;
  }
}
customElements.define('jieshi-upload-form', JieshiUploadForm);

import { html, nothing } from 'lit';
import './inspection.js';
import { JieshiElement } from '../../components/element.js';
import { field, problemBox, valuesOf } from '../../components/form-dialog.js';
import { fileSize, number, percent } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { Loader } from '../../components/loader.js';
import { asProblem } from '../../lib/problem.js';
import { get, post } from '../../lib/request.js';
import { secondsLeft } from '../../lib/upload.js';

const LAYERS = ['parcels', 'claims', 'evidence', 'subFarms', 'towns', 'villages'];
const BASES = /** @type {Record<string, string[]>} */ ({
  claims: ['DOCUMENT', 'HISTORICAL_USE', 'OCCUPATION'],
  evidence: ['FARM_1987_CERTIFICATE', 'FOREST_CERTIFICATE'],
});
const SYSTEMS = ['EPSG:4524', 'EPSG:4525', 'EPSG:4545', 'EPSG:4546', 'EPSG:4490', 'EPSG:2360', 'EPSG:2412'];
const ACCURACIES = ['0.05', '0.075', '0.10', '0.15', '0.6', '1.5', '3', '8'];

/** Bytes up to which a file is looked into before it is sent: it travels twice. */
const LARGEST_INSPECTED = 50 << 20;

/** A name that no other upload has; `randomUUID` exists behind TLS only. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (each) => each.toString(16).padStart(2, '0')).join('');

/** Takes files in, shows what is in them and sends them. Tells `uploaded` {id}. */
export class JieshiUploadForm extends JieshiElement {
  static properties = { files: { state: true }, layer: { state: true }, over: { state: true }, sending: { state: true },
    sent: { state: true }, problem: { state: true }, corrects: {} };

  constructor() {
    super();
    /** @type {File[]} */
    this.files = [];
    this.layer = 'parcels';
    this.over = false;
    /** The upload that is under way. @type {AbortController | null} */
    this.sending = null;
    /** Bytes, and seconds still to go. @type {{done: number, total: number, left: number | null}} */
    this.sent = { done: 0, total: 0, left: null };
    /** Names what is sent, however often it is sent. @type {string | null} */
    this.key = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    /** The import whose left-out records are sent corrected. */
    this.corrects = '';
    /** @type {{encoding?: string, mapping?: Record<string, string>}} */
    this.chosen = {};
    this.sets = new Loader(this, async (signal) => (await get('/api/transformations', {}, { signal })).items
      .filter((/** @type {any} */ set) => !set.retiredAt));
    this.inspected = new Loader(this, (signal) => post('/api/imports/inspect', undefined, { form: this.form(), signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.sets.run();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('online', this.onceBack);
    this.sending?.abort();
  }

  /** Looks into the files as they would be read; what a person chose before holds for other files no more. */
  inspect() {
    this.chosen = {};
    const bytes = this.files.reduce((sum, file) => sum + file.size, 0);
    if (this.files.length > 0 && bytes <= LARGEST_INSPECTED) {
      this.inspected.run();
    } else {
      this.inspected.clear();
    }
  }

  /** What is sent, as the form stands. */
  form() {
    const element = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    const values = valuesOf(element, this.fields());
    const form = new FormData();
    form.append('layer', this.layer);
    if (this.corrects) {
      form.append('corrects', this.corrects);
    }
    const all = { ...values, encoding: this.chosen.encoding,
      mapping: this.chosen.mapping && JSON.stringify(this.chosen.mapping) };
    Object.entries(all).filter(([, value]) => value !== undefined && value !== false)
      .forEach(([name, value]) => form.append(name, String(value)));
    this.files.forEach((file) => form.append('file', file));
    return form;
  }

  /** @param {FileList | undefined | null} files */
  take(files) {
    if (files?.length) {
      this.files = [...files];
      this.key = null;
      this.problem = null;
      this.inspect();
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
    const sets = this.sets.value ?? [];
    /** @type {(import('../../components/form-dialog.js').Field | null)[]} */
    const fields = [
      { name: 'crs', label: t('import.crs'), type: 'select', hint: t('import.crs.hint'), options: [
        { value: '', label: t('import.asFound') }, ...SYSTEMS.map((value) => ({ value, label: word('crs', value) }))] },
      sets.length > 0 ? { name: 'transformation', label: t('import.transformation'), type: 'select',
        hint: t('import.transformation.hint'), options: [{ value: '', label: t('import.transformation.none') },
          ...sets.map((/** @type {any} */ set) => ({ value: String(set.id),
            label: `${set.name} (${set.fromCrs} → ${set.toCrs}, ±${set.rmse} m)` }))] } : null,
      { name: 'accuracy', label: t('import.accuracy'), type: 'select', hint: t('import.accuracy.hint'), options: [
        { value: '', label: t('import.accuracy.unknown') },
        ...ACCURACIES.map((value) => ({ value, label: `±${value} m ${t(`import.accuracy.${value}`)}` }))] },
      bases ? { name: 'basis', label: t('import.basis'), type: 'select', hint: t('import.basis.hint'), options: [
        { value: '', label: t('import.asInFile') }, ...bases.map((value) => ({ value, label: word('basis', value) }))] }
        : null,
      this.layer === 'claims' ? { name: 'claimant', label: t('import.claimant'), hint: t('import.claimant.hint') } : null,
      { name: 'layerName', label: t('import.layerName'), hint: t('import.layerName.hint') },
      { name: 'note', label: t('import.note') },
      { name: 'swapAxes', label: t('import.swapAxes'), type: 'checkbox' },
      { name: 'acceptBallpark', label: t('import.acceptBallpark'), type: 'checkbox' },
    ];
    return /** @type {any} */ (fields.filter((each) => each !== null));
  }

  /**
   * Sends the files. What is sent again after it broke off carries the same key: if it had arrived, it is the same import.
   *
   * @param {Event} [event]
   */
  async submit(event) {
    event?.preventDefault();
    const form = this.form();
    const sending = new AbortController();
    const began = performance.now();
    this.key ??= newKey();
    this.sending = sending;
    this.sent = { done: 0, total: 0, left: null };
    this.problem = null;
    try {
      const { id } = await post('/api/imports', undefined, { form, signal: sending.signal,
        headers: { 'Idempotency-Key': this.key },
        sent: (done, total) => { this.sent = { done, total, left: secondsLeft(done, total, performance.now() - began) }; } });
      this.files = [];
      this.inspect();
      this.tell('uploaded', { id });
    } catch (error) {
      this.problem = sending.signal.aborted ? null : asProblem(error);
      if (this.problem?.code === 'UNREACHABLE') {
        addEventListener('online', this.onceBack, { once: true });
      } else {
        this.key = null;
      }
    } finally {
      this.sending = null;
    }
  }

  /** The network is there again: what broke off is sent again. */
  onceBack = () => {
    if (this.problem?.code === 'UNREACHABLE' && this.files.length > 0) {
      this.submit();
    }
  };

  /** How much of the files has gone out. */
  progress() {
    const { done, total, left } = this.sent;
    const all = total > 0 && done >= total;
    return html`
      <div class="progress" data-test="upload-progress">
        <label><span>${t(all ? 'import.sent' : 'import.sending')}</span>
          <progress max=${total || nothing} value=${total ? done : nothing}></progress></label>
        ${total === 0 ? nothing : html`<span class="quiet figures" data-test="upload-share">${percent(done / total, 0)} ·
          ${fileSize(done)} / ${fileSize(total)}${left === null || all ? '' : ` · ${t('import.remaining',
            { seconds: number(left) })}`}</span>`}
        <button type="button" class="button button-small" data-test="upload-cancel" @click=${() => this.sending?.abort()}>
          ${t('action.cancel')}</button>
      </div>`;
  }

  /** What the file is read with has changed: it looks different now. @param {Event} event */
  changed(event) {
    this.key = null;
    const name = /** @type {HTMLElement} */ (event.target).id;
    if (['field-crs', 'field-swapAxes', 'field-transformation', 'field-acceptBallpark', 'field-accuracy', 'field-layerName',
      'import-layer'].includes(name)) {
      this.inspect();
    }
  }

  /** What is wrong with a file isn't mended by asking again, so there is nothing to press. */
  inspection() {
    return this.inspected.problem ? problemBox(this.inspected.problem)
      : this.inspected.render((found) => html`<jieshi-inspection .inspected=${found}
          @chosen=${(/** @type {CustomEvent} */ event) => { this.chosen = { ...this.chosen, ...event.detail }; }}>
          </jieshi-inspection>`);
  }

  render() {
    return html`
      <form class="card upload" @submit=${this.submit} data-test="upload-form" @change=${this.changed}>
        <h2>${t('import.new')}</h2>
        ${this.corrects ? html`<p class="notice notice-info" data-test="corrects">${t('import.correcting',
          { number: this.corrects })}</p>` : nothing}
        <label class="drop ${this.over ? 'is-over' : ''}" data-test="drop"
          @dragover=${(/** @type {Event} */ event) => { event.preventDefault(); this.over = true; }}
          @dragleave=${() => { this.over = false; }} @drop=${this.drop}>
          <input type="file" multiple class="unseen" data-test="upload-file"
            @change=${(/** @type {Event} */ event) => this.take(/** @type {HTMLInputElement} */ (event.target).files)}>
          ${this.files.length === 0 ? html`<b>${t('import.drop')}</b><span class="quiet small">${t('import.formats')}</span>`
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
        ${this.inspection()}
        ${this.problem ? problemBox(this.problem) : nothing}
        ${this.sending ? this.progress() : html`
          <button type="submit" class="button button-main" data-test="upload-submit" ?disabled=${this.files.length === 0}>${
            t(this.problem?.code === 'UNREACHABLE' ? 'import.sendAgain' : 'import.send')}</button>`}
        <p class="quiet small upload-note" data-test="upload-again">${t('import.again')}</p>
      </form>`;
  }
}
customElements.define('jieshi-upload-form', JieshiUploadForm);

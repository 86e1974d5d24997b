import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { field, problemBox, valuesOf } from '../../components/form-dialog.js';
import { date, hectares, squareMetres } from '../../lib/format.js';
import { choose, t } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { post } from '../../lib/request.js';
import { coHolders } from '../certificates/co-holders.js';

/**
 * @typedef {object} PaperCheck
 * @property {'EXACT' | 'ALTERED' | 'MATCHES' | 'DIFFERS' | 'NOT_OURS'} result
 * @property {boolean} valid
 * @property {string} sentence
 * @property {string} sentenceZh
 * @property {import('./verify-page.js').Verification} [certificate]
 * @property {string} [sha256]
 * @property {{name: string, agrees: boolean}[]} fields
 */

/** Compares a PDF, or figures typed from a paper, with what the office issued. */
export class JieshiPaperCheck extends JieshiElement {
  static properties = { answer: { state: true }, problem: { state: true }, busy: { state: true }, by: { state: true } };

  constructor() {
    super();
    /** @type {PaperCheck | null} */
    this.answer = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.busy = false;
    /** @type {'file' | 'figures'} */
    this.by = 'file';
  }

  /** @returns {import('../../components/form-dialog.js').Field[]} */
  figures() {
    return [
      { name: 'number', label: t('verify.field.number'), required: true },
      { name: 'holder', label: t('verify.field.holder') },
      { name: 'parcel', label: t('verify.field.parcel') },
      { name: 'area', label: t('verify.field.area'), type: 'number', step: '0.01' },
      { name: 'issuedOn', label: t('verify.field.issuedOn'), type: 'date' },
      { name: 'location', label: t('verify.field.location') },
      { name: 'printedSerial', label: t('verify.field.printedSerial') },
    ];
  }

  /** @param {'file' | 'figures'} by @param {() => Promise<PaperCheck>} question */
  async ask(by, question) {
    this.by = by;
    this.busy = true;
    this.problem = null;
    this.answer = null;
    try {
      this.answer = await question();
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {SubmitEvent} event */
  sendFile(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    this.ask('file', () => post('/verify/file', undefined, { form }));
  }

  /** @param {SubmitEvent} event */
  sendFigures(event) {
    event.preventDefault();
    const typed = valuesOf(/** @type {HTMLFormElement} */ (event.currentTarget), this.figures());
    this.ask('figures', () => post('/verify/figures', typed));
  }

  render() {
    return html`
      <div class="columns columns-even">
        <section class="card">
          <h2>${t('verify.file.title')}</h2>
          <form @submit=${this.sendFile} data-test="verify-file">
            ${field({ name: 'file', label: t('verify.file.choose'), type: 'file', required: true,
              hint: t('verify.file.hint') })}
            <button type="submit" class="button button-main" data-test="verify-file-submit" ?disabled=${this.busy}>
              ${t('verify.file.submit')}</button>
          </form>
          ${this.by === 'file' ? this.result() : nothing}
        </section>
        <section class="card">
          <h2>${t('verify.figures.title')}</h2>
          <p class="quiet small">${t('verify.figures.hint')}</p>
          <form @submit=${this.sendFigures} data-test="verify-figures">
            ${this.figures().map(field)}
            <button type="submit" class="button button-main" data-test="verify-figures-submit" ?disabled=${this.busy}>
              ${t('verify.figures.submit')}</button>
          </form>
          ${this.by === 'figures' ? this.result() : nothing}
        </section>
      </div>`;
  }

  result() {
    if (this.problem) {
      return problemBox(this.problem);
    }
    const answer = this.answer;
    if (!answer) {
      return nothing;
    }
    return html`
      <div class="notice ${answer.valid ? 'notice-good' : 'notice-error'}" role="status" data-test="paper-check"
        data-result=${answer.result} data-valid=${String(answer.valid)}>
        <p><strong>${choose(answer.sentence, answer.sentenceZh)}</strong></p></div>
      ${facts(answer.fields.map((each) => [t(`verify.field.${each.name}`),
        each.agrees ? t('verify.agrees') : html`<strong>${t('verify.differs')}</strong>`]))}
      ${answer.sha256 ? facts([[t('verify.fileHash'), html`<span class="code hash">${answer.sha256}</span>`]]) : nothing}
      ${answer.certificate ? html`<h3>${t('verify.onRecord')}</h3>${onRecord(answer.certificate)}` : nothing}`;
  }
}
customElements.define('jieshi-paper-check', JieshiPaperCheck);

/** @param {import('./verify-page.js').Verification} certificate */
const onRecord = (certificate) => facts([
  [t('certificates.number'), certificate.number],
  [t('certificates.holder'), certificate.holder],
  [t('certificates.coholders'), certificate.holders.length === 0 ? null : coHolders(certificate.holders)],
  [t('certificates.parcel'), html`<span class="code">${certificate.parcel}</span>`],
  [t('certificates.area'), html`${squareMetres(certificate.area)} · ${hectares(certificate.area)}`],
  [t('certificates.issuedOn'), date(certificate.issuedOn)],
  [t('verify.paper'), html`<span class="code hash">${certificate.paperSha256}</span>`],
]);

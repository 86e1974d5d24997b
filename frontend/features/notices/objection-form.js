import { html } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { field, problemBox, valuesOf } from '../../components/form-dialog.js';
import { date, dateTime } from '../../lib/format.js';
import { choose, t } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { post } from '../../lib/request.js';

/** @typedef {{receipt: string, code: string, notice: string, lodgedAt: string, message: {en: string, zh: string}}} Receipt */

/** An objection to a notice, and its receipt. What was typed stays when the server refuses it. */
export class JieshiObjectionForm extends JieshiElement {
  static properties = { notice: { attribute: false }, deadline: { attribute: false }, problem: { state: true },
    receipt: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.notice = '';
    this.deadline = '';
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    /** @type {Receipt | null} */
    this.receipt = null;
    this.busy = false;
  }

  render() {
    return this.receipt ? this.received(this.receipt) : html`
      <h2>${t('objections.lodge')}</h2>
      <p class="quiet">${t('objections.lodge.text', { deadline: date(this.deadline) })}</p>
      <form @submit=${this.submit} data-test="objection-form">
        ${fields().map(field)}
        ${this.problem ? problemBox(this.problem) : ''}
        <button type="submit" class="button button-main" ?disabled=${this.busy} data-test="objection-submit">
          ${t('objections.send')}</button>
      </form>`;
  }

  /** @param {Receipt} receipt */
  received(receipt) {
    return html`
      <div class="notice notice-good" role="status" data-test="objection-receipt" data-receipt=${receipt.receipt}>
        <h2>${t('objections.receipt', { receipt: receipt.receipt })}</h2>
        <p>${t('objections.code')} <b class="code receipt-code" data-test="objection-code">${receipt.code}</b></p>
        <p>${choose(receipt.message.en, receipt.message.zh)}</p>
        <p class="quiet">${t('objections.receipt.keep', { at: dateTime(receipt.lodgedAt) })}</p>
        <button type="button" class="button" @click=${() => print()}>${t('objections.receipt.print')}</button>
        <a class="button" href="#/notices/answers">${t('objections.evidence.send')}</a>
      </div>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    this.busy = true;
    this.problem = null;
    try {
      this.receipt = await post(`/api/notices/${encodeURIComponent(this.notice)}/objections`,
        valuesOf(/** @type {HTMLFormElement} */ (event.target), fields()));
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('jieshi-objection-form', JieshiObjectionForm);

/** @returns {import('../../components/form-dialog.js').Field[]} */
const fields = () => [
  { name: 'person', label: t('objections.person'), required: true, autocomplete: 'name' },
  { name: 'contact', label: t('objections.contact'), required: true, hint: t('objections.contact.hint'),
    autocomplete: 'tel' },
  { name: 'ground', label: t('objections.ground'), type: 'textarea', required: true },
  { name: 'evidence', label: t('objections.evidence'), type: 'textarea', hint: t('objections.evidence.hint') },
];

import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { field, problemBox, valuesOf } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { dateTime } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { post } from '../../lib/request.js';

/** @typedef {{receipt: string, notice: string, lodgedAt: string, status: string, answer?: string, answeredAt?: string}} Answer */

/** How an objection stands, for whoever has its receipt and code; evidence is sent in here too. */
export class JieshiAnswerPage extends JieshiElement {
  static properties = { answer: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Answer | null} */
    this.answer = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.busy = false;
    /** @type {{receipt: string, code: string} | null} */
    this.known = null;
  }

  render() {
    const answer = this.answer;
    return html`
      <div class="page page-narrow">
        <p><a href="#/notices">← ${t('notices.title')}</a></p>
        <header class="page-head"><h1>${t('answers.title')}</h1></header>
        <p class="lead">${t('answers.about')}</p>
        <form class="card" @submit=${this.ask} data-test="answer-form">
          ${fields().map(field)}
          <button type="submit" class="button button-main" ?disabled=${this.busy} data-test="answer-ask">${t('answers.ask')}
          </button>
        </form>
        ${this.problem ? problemBox(this.problem) : nothing}
        ${answer === null ? nothing : html`
          <section class="card" role="status" data-test="answer" data-status=${answer.status}>
            <header class="card-head"><h2>${answer.receipt}</h2>${badge('objection.status', answer.status)}</header>
            ${facts([
              [t('answers.lodgedAt'), dateTime(answer.lodgedAt)],
              [t('objections.notice'), html`<a href="#/notices/${answer.notice}">${answer.notice}</a>`],
              [t('objections.answer'), answer.answer ? html`<span class="lines">${answer.answer}</span>
                <span class="quiet">${dateTime(answer.answeredAt)}</span>` : t('answers.none')],
            ])}
            ${answer.status === 'OPEN' ? html`<form @submit=${this.send} data-test="evidence-form">
              ${field({ name: 'file', label: t('answers.evidence'), type: 'file', required: true,
                hint: t('answers.evidence.hint') })}
              <button type="submit" class="button" ?disabled=${this.busy}>${t('objections.evidence.send')}</button>
            </form>` : nothing}
          </section>`}
      </div>`;
  }

  /** @param {SubmitEvent} event */
  ask(event) {
    event.preventDefault();
    const values = valuesOf(/** @type {HTMLFormElement} */ (event.target), fields());
    this.known = { receipt: values.receipt, code: values.code };
    return this.take(() => post('/api/notices/answers', this.known));
  }

  /** @param {SubmitEvent} event */
  async send(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    form.set('receipt', this.known?.receipt ?? '');
    form.set('code', this.known?.code ?? '');
    await this.take(() => post('/api/notices/evidence', undefined, { form }));
    if (this.problem === null) {
      done(t('answers.evidence.sent'));
    }
  }

  /** @param {() => Promise<Answer>} work */
  async take(work) {
    this.busy = true;
    this.problem = null;
    try {
      this.answer = await work();
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('jieshi-answer-page', JieshiAnswerPage);

/** @returns {import('../../components/form-dialog.js').Field[]} */
const fields = () => [
  { name: 'receipt', label: t('answers.receipt'), required: true },
  { name: 'code', label: t('answers.code'), required: true },
];

import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { masked } from '../../components/masked.js';
import { badge } from '../../components/badge.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { askForm } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { dateTime, fileSize } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { get, post } from '../../lib/request.js';
import { caseLink } from '../disputes/case-link.js';

/**
 * @typedef {object} Objection
 * @property {string} id
 * @property {string} receipt
 * @property {string} noticeId
 * @property {string} applicationId
 * @property {string} person
 * @property {string} [contact] for those who answer, nobody else
 * @property {string} ground
 * @property {string} [evidence]
 * @property {string} lodgedAt
 * @property {'OPEN' | 'REJECTED' | 'UPHELD'} status
 * @property {string} [answer]
 * @property {string} [answeredBy]
 * @property {string} [answeredAt]
 * @property {string} [caseNumber]
 */

/** One objection with its answer, or the two ways to answer it. Tells `objection-answered`. */
export class JieshiObjectionCard extends JieshiElement {
  static properties = { objection: { attribute: false }, files: { state: true },
    withApplication: { type: Boolean, attribute: 'with-application' } };

  constructor() {
    super();
    /** @type {Objection | null} */
    this.objection = null;
    this.withApplication = false;
    /** @type {{id: number, fileName: string, size: number, receivedAt: string}[]} */
    this.files = [];
  }

  /** @param {Map<string, unknown>} changed */
  async willUpdate(changed) {
    if (changed.has('objection') && this.objection && session.is('REVIEWER', 'MEDIATOR', 'APPROVER')) {
      this.files = await get(`/api/objections/${encodeURIComponent(this.objection.id)}/evidence`).catch(() => []);
    }
  }

  render() {
    const objection = this.objection;
    return objection === null ? nothing : html`
      <article class="card" data-test="objection" data-key=${objection.id}>
        <header class="card-head">${this.withApplication ? html`<h2>${objection.receipt}</h2>`
          : html`<h3>${objection.receipt}</h3>`}${badge('objection.status', objection.status)}
          <span class="quiet">${dateTime(objection.lodgedAt)}</span></header>
        ${facts([
          [t('objections.by'), objection.person],
          objection.contact ? [t('objections.contact'), masked(objection.contact, 'OBJECTOR_CONTACT', objection.id)] : null,
          [t('objections.why'), html`<span class="lines">${objection.ground}</span>`],
          [t('objections.evidence'), objection.evidence ? html`<span class="lines">${objection.evidence}</span>`
            : null],
          this.files.length > 0 ? [t('answers.evidence'), this.files.map((file) => html`<div><a download
            data-test="evidence-file" href="/api/objections/${objection.id}/evidence/${file.id}">${file.fileName}</a>
            <span class="quiet small">${fileSize(file.size)} · ${dateTime(file.receivedAt)}</span></div>`)] : null,
          this.withApplication ? [t('objections.application'), html`<a href="#/applications/${objection.applicationId}">
            ${objection.applicationId}</a>`] : null,
          [t('objections.notice'), html`<a href="#/notices/${objection.noticeId}">${objection.noticeId}</a>`],
          objection.answer ? [t('objections.answer'), html`<span class="lines">${objection.answer}</span>
            <span class="quiet">${objection.answeredBy}, ${dateTime(objection.answeredAt)}</span>`] : null,
          objection.caseNumber ? [t('objections.case'), caseLink(objection.caseNumber)] : null,
        ])}
        ${this.actions(objection)}
      </article>`;
  }

  /** @param {Objection} objection */
  actions(objection) {
    if (objection.status === 'OPEN' && session.is('REVIEWER')) {
      return html`<div class="buttons">
        <button type="button" class="button button-main" data-test="objection-reject"
          @click=${() => this.answer(objection, 'reject')}>${t('objections.reject')}</button>
        <button type="button" class="button button-danger" data-test="objection-uphold"
          @click=${() => this.answer(objection, 'uphold')}>${t('objections.uphold')}</button></div>`;
    }
    if (objection.status === 'UPHELD' && !objection.caseNumber && session.is('REVIEWER', 'MEDIATOR')) {
      return html`<div class="buttons"><button type="button" class="button button-main" data-test="objection-name-case"
        @click=${() => this.nameCase(objection)}>${t('objections.nameCase')}</button></div>`;
    }
    return nothing;
  }

  /**
   * @param {Objection} objection
   * @param {'reject' | 'uphold'} action
   */
  answer(objection, action) {
    return this.act(objection, action, {
      title: t(`objections.${action}.of`, { receipt: objection.receipt }),
      text: t(`objections.${action}.text`),
      danger: action === 'uphold',
      submit: t(`objections.${action}`),
      fields: [{ name: 'answer', label: t('objections.answer.written'), type: 'textarea', required: true }],
    });
  }

  /** @param {Objection} objection */
  nameCase(objection) {
    return this.act(objection, 'name-case', {
      title: t('objections.nameCase.of', { receipt: objection.receipt }),
      text: t('objections.nameCase.text'),
      submit: t('objections.nameCase'),
      fields: [{ name: 'caseNumber', label: t('objections.case'), required: true }],
    });
  }

  /**
   * @param {Objection} objection
   * @param {string} action
   * @param {Omit<import('../../components/form-dialog.js').Form, 'action'>} form
   */
  async act(objection, action, form) {
    const answered = await askForm({ ...form,
      action: (values) => post(`/api/objections/${encodeURIComponent(objection.id)}/actions/${action}`, values) });
    if (answered) {
      done(t('objections.answered', { receipt: objection.receipt }));
      this.tell('objection-answered');
    }
  }
}
customElements.define('jieshi-objection-card', JieshiObjectionCard);

import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { askForm } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { date } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { landUse, landUseClasses } from '../../lib/land-use.js';
import { post } from '../../lib/request.js';
import { today } from './action-forms.js';
import { keyOf } from './survey-body.js';

/**
 * A liaison letter.
 *
 * @typedef {object} Letter
 * @property {string} id
 * @property {string} number
 * @property {string} department
 * @property {string} addressee
 * @property {string} question
 * @property {'SENT' | 'ANSWERED' | 'WITHDRAWN'} status
 * @property {string} askedBy
 * @property {string} sentOn
 * @property {string} dueOn
 * @property {boolean} overdue
 * @property {string} [answer]
 * @property {string} [answeredBy]
 * @property {string} [answeredOn]
 * @property {string} [decision]
 * @property {string} [landUseScheme]
 * @property {string} [landUseCode]
 * @property {number} reminders
 * @property {number} revision
 */

/** A letter to another department with its answer, or the ways to go on. Tells `letter-changed`. */
export class JieshiLetterCard extends JieshiElement {
  static properties = { letter: { attribute: false } };

  constructor() {
    super();
    /** @type {Letter | null} */
    this.letter = null;
  }

  render() {
    const letter = this.letter;
    return letter === null ? nothing : html`
      <article class="card" data-test="letter" data-key=${letter.id}>
        <header class="card-head"><h3>${letter.number}</h3>${badge('letter.status', letter.status)}
          ${letter.overdue ? html`<span class="badge badge-bad">${t('letters.overdue')}</span>` : nothing}
          ${letter.decision ? badge('letter.decision', letter.decision) : nothing}</header>
        ${facts([
          [t('letters.addressee'), `${word('department', letter.department)} · ${letter.addressee}`],
          [t('step.question'), html`<span class="lines">${letter.question}</span>`],
          [t('letters.sent'), `${date(letter.sentOn)} · ${letter.askedBy}`],
          [t('letters.due'), date(letter.dueOn)],
          [t('letters.reminders'), letter.reminders || null],
          [t('letters.answer'), letter.answer ? html`<span class="lines">${letter.answer}</span>
            <span class="quiet">${letter.answeredBy}, ${date(letter.answeredOn)}</span>` : null],
          [t('letters.landUse'), letter.landUseScheme && letter.landUseCode
            ? landUse({ scheme: letter.landUseScheme, code: letter.landUseCode }) : null],
        ])}
        ${letter.status === 'SENT' && session.is('REVIEWER', 'MEDIATOR', 'APPROVER') ? this.actions(letter) : nothing}
      </article>`;
  }

  /** @param {Letter} letter */
  actions(letter) {
    return html`
      <div class="buttons">
        <button type="button" class="button button-main" data-test="letter-reply"
          @click=${() => this.reply(letter)}>${t('letters.reply')}</button>
        <button type="button" class="button" data-test="letter-remind"
          @click=${() => this.act(letter, 'remind', [{ name: 'note', label: t('step.note'), type: 'textarea' }])}>
          ${t('letters.remind')}</button>
        <button type="button" class="button" data-test="letter-withdraw"
          @click=${() => this.act(letter, 'withdraw', [{ name: 'reason', label: t('step.reason'), type: 'textarea',
            required: true }])}>${t('letters.withdraw')}</button>
      </div>`;
  }

  /** @param {Letter} letter */
  reply(letter) {
    return this.act(letter, 'reply', [
      { name: 'decision', label: t('letters.decision'), type: 'select', required: true,
        options: ['AGREED', 'NO_OBJECTION', 'OBJECTED'].map((decision) => ({ value: decision,
          label: word('letter.decision', decision) })) },
      { name: 'answer', label: t('letters.answer'), type: 'textarea', required: true },
      { name: 'answeredBy', label: t('letters.answeredBy'), required: true },
      { name: 'answeredOn', label: t('letters.answeredOn'), type: 'date', value: today() },
      { name: 'landUse', label: t('letters.landUse'), type: 'select', hint: t('letters.landUse.hint'),
        options: [{ value: '', label: '—' }, ...landUseClasses().map((use) => ({ value: keyOf(use),
          label: landUse(use) }))] },
    ], ({ landUse: use, ...values }) => ({ ...values, landUseScheme: use?.split('|')[0],
      landUseCode: use?.split('|')[1] }));
  }

  /**
   * @param {Letter} letter
   * @param {'reply' | 'remind' | 'withdraw'} action
   * @param {import('../../components/form-dialog.js').Field[]} fields
   * @param {(values: Record<string, any>) => unknown} [body]
   */
  async act(letter, action, fields, body = (values) => values) {
    const changed = await askForm({
      title: `${t(`letters.${action}`)} · ${letter.number}`,
      submit: t(`letters.${action}`),
      fields,
      action: (values) => post(`/api/letters/${encodeURIComponent(letter.id)}/actions/${action}`, body(values),
        { ifMatch: letter.revision }),
    });
    if (changed) {
      done(t('letters.done', { number: letter.number }));
      this.tell('letter-changed');
    }
  }
}
customElements.define('jieshi-letter-card', JieshiLetterCard);

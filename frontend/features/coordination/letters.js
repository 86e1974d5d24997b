import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { facts } from '../../components/facts.js';
import { timeline } from '../../components/timeline.js';
import { t, word } from '../../lib/i18n.js';
import { Desk } from './desk.js';
import { options, people } from './people.js';

export const DEPARTMENTS = ['FORESTRY', 'LAND', 'AGRICULTURE', 'WATER', 'PLANNING', 'FINANCE', 'JUSTICE', 'TOWN', 'VILLAGE',
  'OTHER'];
const SUBJECTS = ['FREE', 'PARCEL', 'APPLICATION', 'DISPUTE', 'ENCROACHMENT'];
const DECISIONS = ['AGREED', 'NO_OBJECTION', 'OBJECTED'];
const OFFICE = /** @type {import('../../app/session.js').Role[]} */ (['REVIEWER', 'MEDIATOR', 'APPROVER']);

/** @param {string} family @param {string[]} list */
export const choices = (family, list) => list.map((value) => ({ value, label: word(family, value) }));

/** The line that names the matter. @param {string} question */
export const matter = (question) => question.split('\n', 1)[0];

/** Liaison letters 工作联系单: asked or told, followed up, reminded, answered. */
export class JieshiLetters extends Desk {
  constructor() {
    super('letters', '/api/letters');
  }

  async send() {
    const owners = options(await people(), ...OFFICE);
    await this.make([
      { name: 'department', label: t('letters.department'), type: 'select', required: true, options: choices('department', DEPARTMENTS) },
      { name: 'addressee', label: t('letters.addressee'), hint: t('letters.addressee.hint') },
      { name: 'subjectKind', label: t('letters.subjectKind'), type: 'select', required: true, options: choices('letterSubject', SUBJECTS) },
      { name: 'subjectId', label: t('letters.subjectId'), required: true, hint: t('letters.subjectId.hint') },
      { name: 'question', label: t('letters.question'), type: 'textarea', required: true },
      { name: 'owner', label: t('letters.owner'), type: 'select', options: owners, value: session.user?.username },
      { name: 'dueDays', label: t('letters.dueDays'), type: 'number', min: 1, step: '1', hint: t('letters.dueDays.hint') },
    ]);
  }

  render() {
    return this.layout({
      head: html`${this.choice('status', t('table.status'), choices('letter.status', ['SENT', 'ANSWERED', 'WITHDRAWN']))}
        ${this.choice('department', t('letters.department'), choices('department', DEPARTMENTS))}
        ${session.is(...OFFICE) ? html`<button type="button" class="button button-main" data-test="letter-new"
          @click=${this.send}>${t('letters.new')}</button>` : nothing}`,
      columns: [
        { name: t('coordination.number'), cell: (letter) => html`<b class="nowrap">${letter.number}</b>` },
        { name: t('letters.addressee'), cell: (letter) => letter.addressee },
        { name: t('letters.matter'), wide: true, cell: (letter) => html`${letter.kind === 'QUESTION' ? nothing
          : badge('letterKind', letter.kind)} ${matter(letter.question)}` },
        { name: t('letters.due'), cell: (letter) => html`<span class="nowrap">${letter.dueOn}</span> ${letter.overdue
          ? html`<span class="badge badge-bad">${t('letters.overdue')}</span>` : nothing}` },
        { name: t('table.status'), cell: (letter) => badge('letter.status', letter.status) },
      ],
      detail: (letter) => this.letter(letter),
    });
  }

  /** @param {any} letter */
  letter(letter) {
    const waiting = letter.status === 'SENT' && session.is(...OFFICE);
    const asks = letter.kind === 'QUESTION';
    return html`
      <h2>${letter.number} ${asks ? nothing : badge('letterKind', letter.kind)} ${badge('letter.status', letter.status)} ${letter.overdue
        ? html`<span class="badge badge-bad">${t('letters.overdue')}</span>` : nothing}</h2>
      <div class="buttons">
        <a class="button" href="/api/letters/${letter.id}/letter.pdf" target="_blank" rel="noopener" data-test="letter-pdf">
          ${t('coordination.print')}</a>
        ${waiting ? html`
          ${asks ? this.button('reply', () => this.act(letter, 'reply', [
            { name: 'decision', label: t('letters.decision'), type: 'select', options: choices('letter.decision', DECISIONS) },
            { name: 'answer', label: t('letters.answer'), type: 'textarea', required: true },
            { name: 'answeredBy', label: t('letters.answeredBy'), required: true },
            { name: 'answeredOn', label: t('letters.answeredOn'), type: 'date' }]), true)
            : this.button('receive', () => this.receive(letter), true)}
          ${this.button('remind', () => this.act(letter, 'remind', [
            { name: 'note', label: t('case.note'), type: 'textarea' }]))}
          ${this.button('hand-over', () => this.handOver(letter))}
          ${this.button('withdraw', () => this.act(letter, 'withdraw', [
            { name: 'reason', label: t('coordination.reason'), type: 'textarea', required: true }], { danger: true }))}` : nothing}
      </div>
      ${facts([
        [t('letters.addressee'), `${word('department', letter.department)} · ${letter.addressee}`],
        [t('letters.subjectKind'), letter.subjectKind === 'DISPUTE'
          ? html`<a href="#/cases/${letter.subjectId}">${word('letterSubject', 'DISPUTE')} · ${letter.subjectId}</a>`
          : `${word('letterSubject', letter.subjectKind)} · ${letter.subjectId}`],
        [t(asks ? 'letters.question' : 'letters.told'), html`<span class="lines">${letter.question}</span>`],
        [t('letters.sent'), letter.sentOn], [t('letters.due'), letter.dueOn], [t('letters.owner'), this.name(letter.owner)],
        [t('letters.reminders'), letter.reminders], [t('letters.escalated'), letter.escalated
          ? t('letters.escalated.steps', { steps: letter.escalated }) : null],
        [t('letters.decision'), letter.decision ? word('letter.decision', letter.decision) : null],
        [t('letters.answer'), letter.answer ? html`<span class="lines">${letter.answer}</span>` : null],
        [t('letters.answeredBy'), letter.answeredBy ? `${letter.answeredBy} · ${letter.answeredOn}` : null],
      ])}
      ${letter.escalationPath ? html`<h3>${t('paths.title')}</h3>
        ${dataTable({ caption: t('paths.title'), rows: letter.escalationPath.steps, columns: [
          { name: t('paths.step'), cell: (step) => html`${step.step} ${step.step <= letter.escalated ? '✓' : ''}` },
          { name: t('paths.person'), wide: true, cell: (step) => `${step.position} ${step.name} ${step.phone ?? ''}` },
          { name: t('paths.after'), numeric: true, cell: (step) => step.afterDays }] })}`
        : html`<p class="quiet small">${t('paths.none')}</p>`}
      <h3>${t('case.timeline')}</h3>
      ${timeline(letter.timeline.map((/** @type {any} */ event) => ({ at: event.at, action: event.action,
        actor: event.byName ?? t('coordination.program'), note: event.note })), 'letterAction')}`;
  }

  /** The receipt of what needs no answer. @param {any} letter */
  receive(letter) {
    const label = t('letters.action.receive');
    this.act(letter, 'reply', [
      { name: 'answeredBy', label: t('letters.receivedBy'), required: true },
      { name: 'answeredOn', label: t('letters.receivedOn'), type: 'date' },
      { name: 'answer', label: t('letters.received.note'), type: 'textarea', required: true, value: t('letters.received') }],
    { label, body: (values) => ({ ...values, decision: 'RECEIVED' }) });
  }

  /** @param {any} letter */
  async handOver(letter) {
    this.act(letter, 'hand-over', [{ name: 'owner', label: t('letters.owner'), type: 'select', required: true,
      options: options(await people(), ...OFFICE) }]);
  }
}
customElements.define('jieshi-letters', JieshiLetters);

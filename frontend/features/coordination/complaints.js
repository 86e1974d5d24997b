import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { masked } from '../../components/masked.js';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { facts } from '../../components/facts.js';
import { timeline } from '../../components/timeline.js';
import { t, word } from '../../lib/i18n.js';
import { names } from '../../lib/names.js';
import { Desk } from './desk.js';
import { choices } from './letters.js';
import { options, people } from './people.js';

/** Complaints: the respondent answers, the group hears both sides, the result goes to all. */
export class JieshiComplaints extends Desk {
  constructor() {
    super('complaints', '/api/complaints');
  }

  async receive() {
    const own = options(await people());
    await this.make([
      { name: 'complainant', label: t('complaints.complainant'), required: true },
      { name: 'contact', label: t('complaints.contact'), required: true },
      { name: 'respondent', label: t('complaints.respondent'), required: true },
      { name: 'respondentUser', label: t('complaints.respondentUser'), type: 'select',
        options: [{ value: '', label: t('complaints.outside') }, ...own] },
      { name: 'body', label: t('complaints.body'), type: 'textarea', required: true },
    ]);
  }

  render() {
    const office = session.is('REVIEWER', 'MEDIATOR', 'APPROVER');
    return this.layout({
      head: html`${this.choice('status', t('table.status'), choices('complaintStatus', ['RECEIVED', 'WITH_RESPONDENT', 'HEARING',
        'DECIDED', 'WITHDRAWN']))}
        ${office ? html`<button type="button" class="button button-main" data-test="complaint-new" @click=${this.receive}>
          ${t('complaints.new')}</button>` : nothing}`,
      columns: [
        { name: t('coordination.number'), cell: (complaint) => html`<b>${complaint.number}</b>` },
        { name: t('complaints.sides'), wide: true, cell: (complaint) => `${complaint.complainant} → ${complaint.respondent}` },
        { name: t('complaints.resultBy'), cell: (complaint) => html`<span class="nowrap">${complaint.resultBy}</span>` },
        { name: t('table.status'), cell: (complaint) => badge('complaintStatus', complaint.status) },
      ],
      detail: (complaint) => this.complaint(complaint, office),
    });
  }

  /** @param {any} complaint @param {boolean} office */
  complaint(complaint, office) {
    return html`
      <h2>${complaint.number} ${badge('complaintStatus', complaint.status)}</h2>
      <div class="buttons">
        <a class="button" href="/api/complaints/${complaint.id}/result.pdf" target="_blank" rel="noopener">
          ${t('coordination.print')}</a>
        ${this.actions(complaint, office)}
      </div>
      ${facts([[t('complaints.complainant'), complaint.complainant], complaint.contact
        ? [t('complaints.contact'), masked(complaint.contact, 'COMPLAINANT_CONTACT', complaint.id)] : null,
        [t('complaints.respondent'), complaint.respondent], [t('complaints.received'), complaint.receivedOn],
        [t('complaints.body'), html`<span class="lines">${complaint.body}</span>`],
        [t('complaints.answerBy'), complaint.answerBy], [t('complaints.answer'), complaint.answer
          ? html`<span class="lines">${complaint.answer}</span> (${complaint.answeredBy}, ${complaint.answeredOn})` : null],
        [t('complaints.group'), complaint.members.map((/** @type {any} */ member) => member.name).join('、')],
        [t('complaints.resultBy'), complaint.resultBy],
        [t('complaints.finding'), complaint.finding ? word('complaintFinding', complaint.finding) : null],
        [t('complaints.result'), complaint.result ? html`<span class="lines">${complaint.result}</span>` : null],
        [t('complaints.copies'), complaint.copies.map((/** @type {any} */ copy) => copy.recipient).join('、')]])}
      ${complaint.hearings.length ? html`<h3>${t('complaints.hearings')}</h3>${dataTable({ caption: t('complaints.hearings'),
        rows: complaint.hearings, columns: [
          { name: t('complaints.side'), cell: (hearing) => word('complaintSide', hearing.side) },
          { name: t('case.on'), cell: (hearing) => hearing.heldOn },
          { name: t('complaints.minutes'), wide: true, cell: (hearing) => html`${hearing.appeared ? ''
            : `${t('complaints.absent')} `}${hearing.people}：${hearing.minutes}` }] })}` : nothing}
      <h3>${t('case.timeline')}</h3>
      ${timeline(complaint.timeline.map((/** @type {any} */ event) => ({ at: event.at, action: event.action,
        actor: event.byName, note: event.note })), 'complaintAction')}`;
  }

  /** @param {any} complaint @param {boolean} office */
  actions(complaint, office) {
    const open = !['DECIDED', 'WITHDRAWN'].includes(complaint.status);
    const me = session.user?.username;
    const respondent = complaint.respondentUser === me;
    const member = complaint.members.some((/** @type {any} */ each) => each.username === me);
    if (!open) {
      return nothing;
    }
    return html`
      ${session.is('APPROVER') && !respondent ? this.button('group', () => this.group(complaint)) : nothing}
      ${office && !respondent && complaint.status === 'RECEIVED' ? this.button('copy', () =>
        this.act(complaint, 'copy', [], { text: t('complaints.copy.text') }), true) : nothing}
      ${(office || respondent) && complaint.status !== 'RECEIVED' && !complaint.answer ? this.button('answer', () =>
        this.act(complaint, 'answer', [{ name: 'answer', label: t('complaints.answer'), type: 'textarea', required: true },
          { name: 'answeredBy', label: t('letters.answeredBy') }])) : nothing}
      ${member && complaint.status !== 'RECEIVED' ? html`
        ${this.button('hear', () => this.act(complaint, 'hear', [
          { name: 'side', label: t('complaints.side'), type: 'select', options: choices('complaintSide', ['COMPLAINANT', 'RESPONDENT']) },
          { name: 'heldOn', label: t('case.on'), type: 'date', required: true },
          { name: 'appeared', label: t('complaints.appeared'), type: 'checkbox', value: true },
          { name: 'people', label: t('complaints.people'), required: true },
          { name: 'minutes', label: t('complaints.minutes'), type: 'textarea', required: true }]))}
        ${this.button('decide', () => this.act(complaint, 'decide', [
          { name: 'finding', label: t('complaints.finding'), type: 'select', options: choices('complaintFinding', ['UPHELD', 'PARTLY', 'REJECTED']) },
          { name: 'result', label: t('complaints.result'), type: 'textarea', required: true },
          { name: 'recipients', label: t('complaints.recipients'), hint: t('complaints.recipients.hint') }],
          { body: (values) => ({ ...values, recipients: names(values.recipients) }) }), true)}` : nothing}
      ${office && !respondent ? this.button('withdraw', () => this.act(complaint, 'withdraw', [
        { name: 'reason', label: t('coordination.reason'), type: 'textarea', required: true }], { danger: true })) : nothing}`;
  }

  /** @param {any} complaint */
  async group(complaint) {
    const able = (await people()).map((person) => person.username).join(', ');
    this.act(complaint, 'group', [{ name: 'members', label: t('complaints.group'), required: true,
      hint: t('meetings.people.hint', { names: able }), value: complaint.members.map((/** @type {any} */ each) =>
        each.username).join(', ') }], { body: (values) => ({ members: names(values.members) }) });
  }
}
customElements.define('jieshi-complaints', JieshiComplaints);

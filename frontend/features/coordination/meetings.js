import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { facts } from '../../components/facts.js';
import { dateTime } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { lines, names } from '../../lib/names.js';
import { get } from '../../lib/request.js';
import { Desk } from './desk.js';
import { choices } from './letters.js';
import { itemsOf, officeInstant } from './meeting-form.js';
import { options, people } from './people.js';

/** Meetings: agenda from what is open, people and rooms without a clash, decisions as tasks. */
export class JieshiMeetings extends Desk {
  constructor() {
    super('meetings', '/api/meetings');
  }

  get office() {
    return session.is('REVIEWER', 'MEDIATOR', 'APPROVER');
  }

  async call() {
    const [everybody, board] = await Promise.all([people(), get('/api/board')]);
    const open = board.columns.flatMap((/** @type {any} */ column) => column.cards);
    const pressing = open.filter((/** @type {any} */ card) => card.overdue || card.item.kind === 'CASE')
      .map((/** @type {any} */ { item }) => `${item.kind} ${item.id} ${item.title}`.slice(0, 200));
    await this.make([
      { name: 'title', label: t('meetings.title'), required: true },
      { name: 'room', label: t('meetings.room'), required: true },
      { name: 'day', label: t('meetings.day'), type: 'date', required: true },
      { name: 'from', label: t('meetings.from'), required: true, value: '09:00', hint: t('meetings.time.hint') },
      { name: 'to', label: t('meetings.to'), required: true, value: '11:00' },
      { name: 'chair', label: t('meetings.chair'), type: 'select', required: true, options: options(everybody) },
      { name: 'people', label: t('meetings.people'), required: true, hint: t('meetings.people.hint', {
        names: everybody.map((person) => person.username).join(', ') }) },
      { name: 'guests', label: t('meetings.guests') },
      { name: 'agenda', label: t('meetings.agenda'), type: 'textarea', hint: t('meetings.agenda.hint'),
        value: pressing.slice(0, 12).join('\n') },
    ], (values) => ({ title: values.title, room: values.room, startsAt: officeInstant(values.day, values.from),
      endsAt: officeInstant(values.day, values.to), chair: values.chair, people: names(values.people),
      guests: values.guests, agenda: itemsOf(lines(values.agenda)) }));
  }

  /** @param {any} meeting */
  async hold(meeting) {
    const everybody = options(await people());
    this.act(meeting, 'hold', [
      { name: 'minutes', label: t('meetings.minutes'), type: 'textarea', required: true },
      { name: 'present', label: t('meetings.present'), required: true, value: meeting.people
        .map((/** @type {any} */ person) => person.username).join(', ') },
      ...meeting.agenda.flatMap((/** @type {any} */ item) => [
        { name: `decision-${item.seq}`, label: `${item.seq}. ${item.title} — ${t('meetings.decision')}`, type: 'textarea' },
        { name: `owner-${item.seq}`, label: t('meetings.decision.owner'), type: 'select',
          options: [{ value: '', label: t('meetings.decision.noTask') }, ...everybody] },
        { name: `due-${item.seq}`, label: t('tasks.dueOn'), type: 'date' }]),
    ], { body: (values) => ({ minutes: values.minutes, present: names(values.present), decisions: meeting.agenda
      .filter((/** @type {any} */ item) => values[`decision-${item.seq}`])
      .map((/** @type {any} */ item) => ({ seq: item.seq, decision: values[`decision-${item.seq}`],
        owner: values[`owner-${item.seq}`], dueOn: values[`due-${item.seq}`] })) }) });
  }

  render() {
    return this.layout({
      head: html`${this.choice('status', t('table.status'), choices('meetingStatus', ['PLANNED', 'HELD', 'CANCELLED']))}
        ${this.office ? html`<button type="button" class="button button-main" data-test="meeting-new" @click=${this.call}>
          ${t('meetings.new')}</button>` : nothing}`,
      columns: [
        { name: t('meetings.title'), wide: true, cell: (meeting) => html`<b>${meeting.number}</b>
          <div class="small">${meeting.title}</div>` },
        { name: t('meetings.time'), cell: (meeting) => html`<span class="nowrap">${dateTime(meeting.startsAt)}</span>` },
        { name: t('meetings.room'), cell: (meeting) => meeting.room },
        { name: t('table.status'), cell: (meeting) => badge('meetingStatus', meeting.status) },
      ],
      detail: (meeting) => this.meeting(meeting),
    });
  }

  /** @param {any} meeting */
  meeting(meeting) {
    return html`
      <h2>${meeting.number} ${badge('meetingStatus', meeting.status)}</h2>
      <p>${meeting.title}</p>
      <div class="buttons">
        <a class="button" href="/api/meetings/${meeting.id}/minutes.pdf" target="_blank" rel="noopener">${t('coordination.print')}</a>
        ${this.office && meeting.status === 'PLANNED' ? html`
          ${this.button('hold', () => this.hold(meeting), true)}
          ${this.button('add-item', () => this.act(meeting, 'add-item', [
            { name: 'title', label: t('meetings.item'), required: true, hint: t('meetings.agenda.hint') }],
            { body: (values) => itemsOf([values.title])[0] }))}
          ${this.button('move', () => this.act(meeting, 'move', [
            { name: 'room', label: t('meetings.room'), required: true, value: meeting.room },
            { name: 'day', label: t('meetings.day'), type: 'date', required: true, value: dateTime(meeting.startsAt).slice(0, 10) },
            { name: 'from', label: t('meetings.from'), required: true, value: dateTime(meeting.startsAt).slice(11, 16) },
            { name: 'to', label: t('meetings.to'), required: true, value: dateTime(meeting.endsAt).slice(11, 16) }],
            { body: (values) => ({ room: values.room, startsAt: officeInstant(values.day, values.from),
              endsAt: officeInstant(values.day, values.to) }) }))}
          ${this.button('cancel', () => this.act(meeting, 'cancel', [
            { name: 'reason', label: t('coordination.reason'), type: 'textarea', required: true }], { danger: true }))}` : nothing}
      </div>
      ${facts([[t('meetings.time'), `${dateTime(meeting.startsAt)} – ${dateTime(meeting.endsAt).slice(11)}`],
        [t('meetings.room'), meeting.room], [t('meetings.chair'), this.name(meeting.chair)],
        [t('meetings.people'), meeting.people.map((/** @type {any} */ person) => `${person.name}${person.present === false
          ? ` (${t('meetings.absent')})` : ''}`).join('、')],
        [t('meetings.guests'), meeting.guests], [t('meetings.minutes'), meeting.minutes
          ? html`<span class="lines">${meeting.minutes}</span>` : null],
        [t('coordination.reason'), meeting.cancelledWhy]])}
      <h3>${t('meetings.agenda')}</h3>
      ${dataTable({ caption: t('meetings.agenda'), rows: meeting.agenda, columns: [
        { name: t('meetings.item'), wide: true, cell: (item) => html`${item.seq}. ${item.subjectKind === 'FREE' ? ''
          : `${word('work', item.subjectKind)} ${item.subjectId} `}${item.title}` },
        { name: t('meetings.decision'), cell: (item) => item.decision ?? '—' }] })}
      <h3>${t('coordination.tasks')}</h3>
      ${dataTable({ caption: t('coordination.tasks'), rows: meeting.tasks, empty: t('meetings.noTasks'), columns: [
        { name: t('coordination.number'), cell: (task) => html`<a href="#/coordination/tasks/${task.id}">${task.number}</a>` },
        { name: t('tasks.title'), wide: true, cell: (task) => task.title },
        { name: t('tasks.owner'), cell: (task) => html`${task.ownerName} <span class="nowrap">${task.dueOn}</span>` },
        { name: t('table.status'), cell: (task) => badge('taskStatus', task.status) }] })}`;
  }
}
customElements.define('jieshi-meetings', JieshiMeetings);

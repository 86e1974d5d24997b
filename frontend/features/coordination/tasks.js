import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { facts } from '../../components/facts.js';
import { t, word } from '../../lib/i18n.js';
import { Desk } from './desk.js';
import { choices } from './letters.js';
import { options, people } from './people.js';

/** Tasks, followed until their result is written down. */
export class JieshiTasks extends Desk {
  constructor() {
    super('tasks', '/api/tasks');
  }

  async set() {
    await this.make([
      { name: 'title', label: t('tasks.title'), required: true },
      { name: 'detail', label: t('tasks.detail'), type: 'textarea' },
      { name: 'owner', label: t('tasks.owner'), type: 'select', required: true, options: options(await people()) },
      { name: 'dueOn', label: t('tasks.dueOn'), type: 'date', required: true },
    ]);
  }

  render() {
    const office = session.is('REVIEWER', 'MEDIATOR', 'APPROVER');
    return this.layout({
      head: html`${this.choice('status', t('table.status'), choices('taskStatus', ['OPEN', 'DONE', 'CANCELLED']))}
        ${office ? html`<button type="button" class="button button-main" data-test="task-new" @click=${this.set}>
          ${t('tasks.new')}</button>` : nothing}`,
      columns: [
        { name: t('coordination.number'), cell: (task) => html`<b>${task.number}</b>` },
        { name: t('tasks.title'), wide: true, cell: (task) => task.title },
        { name: t('tasks.owner'), cell: (task) => task.ownerName },
        { name: t('tasks.dueOn'), cell: (task) => html`<span class="nowrap">${task.dueOn}</span> ${task.overdue
          ? html`<span class="badge badge-bad">${t('letters.overdue')}</span>` : nothing}` },
        { name: t('table.status'), cell: (task) => state(task.status) },
      ],
      detail: (task) => html`
        <h2>${task.number} ${state(task.status)}</h2>
        <p>${task.title}</p>
        ${task.status === 'OPEN' && (office || task.owner === session.user?.username) ? html`<div class="buttons">
          ${this.button('done', () => this.act(task, 'done', [
            { name: 'result', label: t('tasks.result'), type: 'textarea', required: true }]), true)}
          ${this.button('cancel', () => this.act(task, 'cancel', [
            { name: 'result', label: t('coordination.reason'), type: 'textarea', required: true }], { danger: true }))}</div>` : nothing}
        ${facts([[t('tasks.owner'), task.ownerName], [t('tasks.dueOn'), task.dueOn],
          [t('tasks.detail'), task.detail ? html`<span class="lines">${task.detail}</span>` : null],
          [t('tasks.meeting'), task.meetingId ? html`<a href="#/coordination/meetings/${task.meetingId}">${task.meetingId}</a>`
            : null],
          [t('tasks.setOn'), `${task.setOn} · ${task.setBy}`],
          [t('tasks.result'), task.result ? `${task.endedOn}　${task.result}` : null]])}`,
    });
  }
}
customElements.define('jieshi-tasks', JieshiTasks);

/** An open task is nothing bad. @param {string} status */
const state = (status) => (status === 'OPEN' ? html`<span class="badge badge-busy">${word('taskStatus', status)}</span>`
  : badge('taskStatus', status));

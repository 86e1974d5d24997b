import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import '../../components/mini-map.js';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { facts } from '../../components/facts.js';
import { askForm, problemBox, field, valuesOf } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { dateTime, metres, percent } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { names } from '../../lib/names.js';
import { asProblem } from '../../lib/problem.js';
import { post } from '../../lib/request.js';
import { Desk } from './desk.js';
import { choices } from './letters.js';
import './outline-map.js';

const FIELD = /** @type {import('../../app/session.js').Role[]} */ (['SURVEYOR', 'REVIEWER', 'MEDIATOR']);

/** Patrols 土地巡查: plans, the tracks that were walked, and how much of the plan they cover. */
export class JieshiPatrols extends Desk {
  static properties = { ...Desk.properties, planning: { state: true }, problem: { state: true } };

  constructor() {
    super('patrols', '/api/patrols');
    this.planning = false;
    /** @type {number[][]} */
    this.corners = [];
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
  }

  plan() {
    this.corners = [];
    this.planning = true;
  }

  fields() {
    /** @type {import('../../components/form-dialog.js').Field[]} */
    const fields = [
      { name: 'title', label: t('patrols.title'), required: true },
      { name: 'fromOn', label: t('patrols.fromOn'), type: 'date', required: true },
      { name: 'toOn', label: t('patrols.toOn'), type: 'date', required: true },
      { name: 'people', label: t('patrols.people'), required: true, value: session.user?.username,
        hint: t('meetings.people.hint', { names: (this.everybody.value ?? [])
          .map((person) => person.username).join(', ') }) },
      { name: 'parcels', label: t('patrols.parcels'), hint: t('patrols.parcels.hint') },
      { name: 'reach', label: t('patrols.reach'), type: 'number', value: 50, min: 1, step: '1', hint: t('patrols.reach.hint') },
    ];
    return fields;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const values = valuesOf(/** @type {HTMLFormElement} */ (event.target), this.fields());
    try {
      const made = await post('/api/patrols', { ...values, people: names(values.people),
        parcels: values.parcels ? names(values.parcels) : undefined, area: this.corners.length ? this.corners : undefined });
      this.planning = false;
      this.problem = null;
      this.list.run();
      this.show(made.id);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  render() {
    if (this.planning) {
      return html`
        <div class="page-head"><h1>${t('patrols.new')}</h1></div>
        <form class="card" data-test="patrol-plan" @submit=${this.submit}>
          ${this.fields().map(field)}
          <p class="small quiet">${t('patrols.area.hint')}</p>
          <jieshi-outline-map .corners=${this.corners} @corners-changed=${(/** @type {CustomEvent} */ event) => {
            this.corners = event.detail;
          }}></jieshi-outline-map>
          ${this.problem ? problemBox(this.problem) : nothing}
          <div class="buttons"><button type="submit" class="button button-main" data-test="patrol-save">${t('patrols.new')}</button>
            <button type="button" class="button" @click=${() => { this.planning = false; }}>${t('action.cancel')}</button></div>
        </form>`;
    }
    return this.layout({
      head: html`${this.choice('status', t('table.status'), choices('patrolStatus', ['PLANNED', 'DONE', 'CANCELLED']))}
        ${session.is(...FIELD) ? html`<button type="button" class="button button-main" data-test="patrol-new" @click=${this.plan}>
          ${t('patrols.new')}</button>` : nothing}`,
      columns: [
        { name: t('patrols.title'), wide: true, cell: (patrol) => html`<b>${patrol.number}</b> <div class="small">${patrol.title}</div>` },
        { name: t('patrols.days'), cell: (patrol) => html`<span class="nowrap">${patrol.fromOn}</span> – <span class="nowrap">${
          patrol.toOn}</span> ${patrol.overdue ? html`<span class="badge badge-bad">${t('letters.overdue')}</span>` : nothing}` },
        { name: t('patrols.coverage'), numeric: true, cell: (patrol) => percent(patrol.coverage, 1) },
        { name: t('table.status'), cell: (patrol) => badge('patrolStatus', patrol.status) },
      ],
      detail: (patrol) => this.patrol(patrol),
    });
  }

  /** @param {any} patrol */
  async addTrack(patrol) {
    const added = await askForm({ title: t('patrols.action.track'), submit: t('patrols.action.track'),
      text: t('patrols.track.text'), fields: [{ name: 'file', label: 'GPX', type: 'file', required: true }],
      action: (values) => {
        const form = new FormData();
        form.append('file', values.file);
        return post(`/api/patrols/${patrol.id}/tracks`, undefined, { form });
      } });
    if (added) {
      done(t('coordination.done', { number: patrol.number }));
      this.refresh();
    }
  }

  /** @param {any} patrol */
  patrol(patrol) {
    const shapes = [{ geometry: patrol.area }, ...patrol.tracks.map((/** @type {any} */ track) => ({ geometry: track.line,
      role: 'overlap' }))];
    return html`
      <h2>${patrol.number} ${badge('patrolStatus', patrol.status)}</h2>
      <p>${patrol.title}</p>
      <div class="buttons">
        ${session.is(...FIELD) && patrol.status === 'PLANNED' ? html`
          ${this.button('track', () => this.addTrack(patrol), true)}
          <a class="button" href="#/coordination/findings?new=${patrol.id}" data-test="patrol-finding">${t('findings.new')}</a>
          ${this.button('done', () => this.act(patrol, 'done', [
            { name: 'remark', label: t('patrols.remark'), type: 'textarea', required: true }]))}
          ${this.button('cancel', () => this.act(patrol, 'cancel', [
            { name: 'remark', label: t('coordination.reason'), type: 'textarea', required: true }], { danger: true }))}` : nothing}
        <a class="button" href="#/coordination/findings?patrol=${patrol.id}">${t('coordination.findings')} (${patrol.findings})</a>
      </div>
      <jieshi-mini-map class="medium-map" .shapes=${shapes}></jieshi-mini-map>
      ${facts([[t('patrols.days'), `${patrol.fromOn} – ${patrol.toOn}`],
        [t('patrols.people'), patrol.people.map((/** @type {any} */ person) => person.name).join('、')],
        [t('patrols.area'), `${patrol.areaHm2} hm²`],
        [t('patrols.coverage'), html`<span data-test="patrol-coverage">${percent(patrol.coverage, 1)}</span>
          <div class="small quiet">${t('patrols.coverage.method', { reach: patrol.reach })}</div>`],
        [t('patrols.length'), metres(patrol.length, 0)], [t('patrols.remark'), patrol.remark]])}
      ${dataTable({ caption: t('patrols.tracks'), rows: patrol.tracks, empty: t('patrols.noTracks'), columns: [
        { name: t('patrols.track'), wide: true, cell: (track) => track.fileName },
        { name: t('patrols.points'), numeric: true, cell: (track) => track.points },
        { name: t('patrols.length'), numeric: true, cell: (track) => metres(track.length, 0) },
        { name: t('patrols.startedAt'), cell: (track) => dateTime(track.startedAt) }] })}`;
  }
}
customElements.define('jieshi-patrols', JieshiPatrols);

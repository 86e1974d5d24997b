import { html } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { Loader } from '../../components/loader.js';
import { date, dateTime, fileSize, number, percent } from '../../lib/format.js';
import { choose, t } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';

/**
 * @typedef {{id: number, kind: string, subject: string, at: string, error?: string}} Failure
 * @typedef {object} State
 * @property {string} at
 * @property {{program: string, java: string, postgres: string, postgis?: string, schema: string}} versions
 * @property {{directory: string, free: number, total: number}} disk
 * @property {{embedded: boolean, size: number, connections: number, mostConnections: number}} database
 * @property {{place: string, up: boolean, asked: boolean, behindSeconds: number, reads: number, behind: number, failed: number}} [replica]
 * @property {{queued: number, running: number, failed: number, oldestSeconds: number, failures: Failure[]}} jobs
 * @property {{at: string, file: string, bytes: number, seq: number, ageHours: number}} [backup]
 * @property {{head: {seq: number, hash: string}, signedDay?: string, signedSeq?: number}} audit
 * @property {number} peopleActive
 * @property {{en: string, zh: string}[]} warnings
 */

/** How the program is doing, for the administrator. */
export class JieshiOperationsPage extends JieshiElement {
  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route | undefined} */
    this.route = undefined;
    /** @type {Loader<State>} */
    this.state = new Loader(this, (signal) => get('/api/operations', {}, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.state.run();
  }

  render() {
    return html`
      <div class="page">
        <header class="page-head page-head-beside"><h1>${t('nav.operations')}</h1>
          <button type="button" class="button" data-test="operations-refresh" @click=${() => this.state.run()}>
            ${t('operations.refresh')}</button></header>
        <p class="quiet">${t('operations.about')}</p>
        ${this.state.render((state) => html`
          ${warnings(state)}
          <div class="operations-grid" data-test="operations">${cards(state)}</div>
          ${state.jobs.failures.length === 0 ? '' : html`<h2>${t('operations.failures')}</h2>
            ${dataTable({ caption: t('operations.failures'), rows: state.jobs.failures, test: 'job-failures',
              key: (failure) => failure.id, columns: [
                { name: t('audit.at'), cell: (failure) => html`<span class="nowrap">${dateTime(failure.at)}</span>` },
                { name: t('operations.job'), cell: (failure) => html`<span class="code">${failure.kind} ${failure.subject}
                  </span>` },
                { name: t('operations.reason'), wide: true, cell: (failure) => failure.error ?? '' },
              ] })}`}`)}
      </div>`;
  }
}
customElements.define('jieshi-operations-page', JieshiOperationsPage);

/** @param {State} state */
const warnings = (state) => (state.warnings.length === 0
  ? html`<p class="notice notice-good" role="status" data-test="operations-good">${t('operations.good')}</p>`
  : html`<div class="notice notice-warn" role="status" data-test="operations-warnings"><ul>${state.warnings.map((each) =>
    html`<li>${choose(each.en, each.zh)}</li>`)}</ul></div>`);

/** @param {State} state */
const cards = ({ at, versions, disk, database, replica, jobs, backup, audit, peopleActive }) => [
  card('operations.database', [
    [t('operations.kind'), t(database.embedded ? 'operations.embedded' : 'operations.own')],
    [t('operations.size'), fileSize(database.size)],
    [t('operations.connections'), `${number(database.connections)} / ${number(database.mostConnections)}`],
    [t('operations.people'), number(peopleActive)],
  ]),
  ...(replica === undefined ? [] : [card('operations.replica', [
    [t('operations.replica.place'), html`<span class="code hash">${replica.place}</span>`],
    [t('operations.replica.state'), t(replica.asked ? 'operations.replica.asked'
      : replica.up ? 'operations.replica.behind' : 'operations.replica.gone')],
    [t('operations.replica.lag'), t('operations.seconds', { seconds: number(Math.ceil(replica.behindSeconds)) })],
    [t('operations.replica.reads'), number(replica.reads)],
    [t('operations.replica.refused'), number(replica.behind + replica.failed)],
  ])]),
  card('operations.disk', [
    [t('operations.free'), t('operations.free.of', { free: fileSize(disk.free), total: fileSize(disk.total),
      share: percent(disk.free / disk.total, 0) })],
    [t('operations.directory'), html`<span class="code hash">${disk.directory}</span>`],
  ]),
  card('operations.jobs', [
    [t('operations.queued'), number(jobs.queued)],
    [t('operations.running'), number(jobs.running)],
    [t('operations.failed'), number(jobs.failed)],
    [t('operations.oldest'), t('operations.seconds', { seconds: number(jobs.oldestSeconds) })],
  ]),
  card('operations.backup', backup === undefined ? [[t('operations.backup.at'), t('operations.backup.none')]] : [
    [t('operations.backup.at'), dateTime(backup.at)],
    [t('operations.backup.age'), t('operations.hours', { hours: number(backup.ageHours) })],
    [t('operations.size'), fileSize(backup.bytes)],
    [t('operations.backup.file'), html`<span class="code hash">${backup.file}</span>`],
  ]),
  card('operations.audit', [
    [t('operations.audit.head'), t('audit.head.entry', { seq: number(audit.head.seq) })],
    [t('audit.hash'), html`<span class="code hash">${audit.head.hash}</span>`],
    [t('operations.audit.signed'), audit.signedDay === undefined ? t('operations.audit.none')
      : `${date(audit.signedDay)} · ${t('audit.head.entry', { seq: number(audit.signedSeq) })}`],
  ]),
  card('operations.versions', [
    [t('operations.program'), versions.program],
    ['Java', versions.java],
    ['PostgreSQL', versions.postgres],
    ['PostGIS', versions.postgis],
    [t('operations.schema'), versions.schema],
    [t('operations.at'), dateTime(at)],
  ]),
];

/** @param {string} title @param {[string, unknown][]} rows */
const card = (title, rows) => html`<section class="card"><h2>${t(title)}</h2>${facts(rows)}</section>`;

import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import { dataTable, pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { date } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { sketchOf } from '../../components/sketch.js';
import './answer-page.js';
import './notice-detail.js';
import './objection-desk.js';

/**
 * @typedef {object} Notice
 * @property {string} id
 * @property {string} number
 * @property {string} parcel
 * @property {string} holder
 * @property {{en: string, zh: string}} text
 * @property {string} place where it hangs besides this page
 * @property {string} publishedOn
 * @property {string} deadline last day to object
 * @property {number} workingDays
 * @property {string} boundaryHash SHA-256 of the boundary as published
 * @property {boolean} stands
 * @property {boolean} running whether it can still be objected to
 * @property {{type: string, coordinates: any}} [geometry] degrees
 */

/** The public notices: for everybody, without a sign-in. */
export class JieshiNoticesPage extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<{items: Notice[], total: number, page: number, size: number}>} */
    this.notices = new Loader(this, (signal) => get('/api/notices', { running: this.running, geometry: true,
      page: this.route.query.page ?? 0, size: 50 }, { signal }));
    new LiveReload(this, ['NOTICE', 'APPLICATION'], () => this.notices.run());
  }

  get running() {
    return this.route.query.all === undefined;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route') && !this.route.path[1]) {
      this.notices.run();
    }
  }

  render() {
    const shown = this.route.path[1];
    if (shown === 'answers') {
      return html`<jieshi-answer-page></jieshi-answer-page>`;
    }
    if (shown === 'objections') {
      return html`<jieshi-objection-desk .route=${this.route}></jieshi-objection-desk>`;
    }
    if (shown) {
      return html`<jieshi-notice-detail .notice=${shown}></jieshi-notice-detail>`;
    }
    return html`
      <div class="page">
        <header class="page-head">
          <h1>${t('notices.title')}</h1>
          <a class="button" href="#/notices/answers" data-test="answers">${t('answers.title')}</a>
          ${session.is('REVIEWER', 'MEDIATOR', 'APPROVER') ? html`<a class="button" href="#/notices/objections"
            data-test="objections-desk">${t('objections.title')}</a>` : nothing}
          ${session.user === null ? html`<a class="button" href="#/map" data-test="staff-sign-in">${t('notices.signIn')}
            </a>` : nothing}
        </header>
        <p class="lead">${t('notices.about')}</p>
        <nav class="tabs" aria-label=${t('notices.which')}>
          <a href="#/notices" aria-current=${this.running ? 'true' : nothing} data-test="notices-running">
            ${t('notices.running')}</a>
          <a href="#/notices?all=1" aria-current=${this.running ? nothing : 'true'} data-test="notices-all">
            ${t('notices.all')}</a>
        </nav>
        ${this.notices.render((list) => html`
          ${overview(list.items)}
          ${dataTable({ caption: t('notices.title'), rows: list.items, test: 'notices', columns: columns(),
            key: (notice) => notice.id, empty: t(this.running ? 'notices.none.running' : 'notices.none'),
            open: (notice) => navigate(['notices', notice.id]) })}
          ${pager(list, (page) => navigate(['notices'], { all: this.route.query.all, page }))}`)}
      </div>`;
  }
}
customElements.define('jieshi-notices-page', JieshiNoticesPage);

/** @returns {import('../../components/data-table.js').Column<Notice>[]} */
function columns() {
  return [
    { name: t('notices.number'), cell: (notice) => html`<a class="nowrap" href="#/notices/${notice.id}">
      ${notice.number}</a>` },
    { name: t('notices.parcel'), cell: (notice) => html`<span class="code">${notice.parcel}</span>` },
    { name: t('notices.holder'), wide: true, cell: (notice) => notice.holder },
    { name: t('notices.publishedOn'), cell: (notice) => html`<span class="nowrap">${date(notice.publishedOn)}</span>` },
    { name: t('notices.deadline'), cell: (notice) => html`<span class="nowrap">${date(notice.deadline)}</span>` },
    { name: t('notices.state'), cell: noticeState },
  ];
}

/** @param {Notice} notice */
export const noticeState = (notice) => (notice.running
  ? html`<span class="badge badge-busy">${t('notices.state.running')}</span>`
  : html`<span class="badge badge-plain">${t(notice.stands ? 'notices.state.elapsed' : 'notices.state.ended')}</span>`);

/** More numbers than these would cover the land. */
const MOST_LABELS = 30;

/** The number of a notice at the first point of its land. @param {Notice} notice */
const label = ({ geometry, number }) => (geometry === undefined ? [] : [{
  at: geometry.type === 'Polygon' ? geometry.coordinates[0][0] : geometry.coordinates[0][0][0], text: number }]);

/**
 * All land of the list in one drawing, and the printed notices of each day.
 *
 * @param {Notice[]} notices
 */
function overview(notices) {
  const polygons = notices.flatMap(({ geometry }) => (geometry === undefined ? []
    : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
  if (polygons.length === 0) {
    return nothing;
  }
  const days = [...new Set(notices.map((notice) => notice.publishedOn))];
  return html`
    <section class="card notice-overview" data-test="notice-overview">
      <div><h2>${t('notices.overview', { count: notices.length })}</h2>
        ${sketchOf({ type: 'MultiPolygon', coordinates: polygons }, t('notices.overview', { count: notices.length }), notices.length > MOST_LABELS ? [] : notices.flatMap(label))}</div>
      <div><h2>${t('notices.print')}</h2><ul class="plain">${days.map((day) => html`<li><a target="_blank" rel="noopener"
        data-test="notices-print" href="/api/notices/print?publishedOn=${day}">${t('notices.print.day',
          { day: date(day) })}</a></li>`)}</ul></div>
    </section>`;
}

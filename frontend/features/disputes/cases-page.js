import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import { Loader } from '../../components/loader.js';
import { RoutedPage } from '../../components/routed-page.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { navigate } from '../../app/router.js';
import { caseId } from './case-link.js';
import './case-view.js';

const STAGES = ['OPENED', 'ACCEPTED', 'COPIED', 'ANSWERED', 'MEDIATION', 'AGREED', 'DECIDED', 'RESTITUTION_ORDERED',
  'RECOVERED', 'CLOSED', 'NOT_ACCEPTED', 'WITHDRAWN'];
const TRACKS = ['OWNERSHIP', 'TRESPASS', 'DOUBLE_CERTIFICATE', 'CONTRACT'];

/** Dispute cases: those that press first, one of them opened beside. */
export class JieshiCasesPage extends RoutedPage {
  constructor() {
    super();
    this.list = new Loader(this, (signal) => get('/api/disputes', { ...this.route.query, size: 50 }, { signal }));
    new LiveReload(this, ['DISPUTE'], () => this.list.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route')) {
      this.list.run();
    }
  }

  render() {
    const all = { value: '', label: t('filter.all') };
    return html`
      <div class="page" data-test="cases-page">
        <div class="page-head"><h1>${t('nav.cases')}</h1></div>
        <div class="filters">
          ${this.choice('open', t('table.status'), [all, { value: 'true', label: t('case.filter.open') },
            { value: 'false', label: t('case.filter.ended') }])}
          ${this.choice('stage', t('case.stage'), [all, ...STAGES.map((value) => ({ value, label: word('stage', value) }))])}
          ${this.choice('track', t('case.track'), [all, ...TRACKS.map((value) => ({ value, label: word('track', value) }))])}
          ${this.choice('overdue', t('case.clocks'), [all, { value: 'true', label: t('case.filter.overdue') }])}
        </div>
        <div class="columns columns-even ${this.openRecord ? 'has-open' : ''}">
          <section>${this.list.render((list) => html`
            ${dataTable({ caption: t('nav.cases'), test: 'cases', rows: list.items, key: (row) => row.id,
              empty: t('case.none'), open: (row) => navigate(['cases', row.id], this.route.query),
              selected: (row) => row.id === this.openRecord || row.number === this.openRecord, columns: [
                { name: t('case.number'), wide: true, cell: (row) => html`<b>${row.number}</b>
                  <div class="small quiet">${row.title}</div>` },
                { name: t('case.track'), cell: (row) => badge('track', row.track) },
                { name: t('case.stage'), cell: (row) => html`${badge('stage', row.stage)} ${row.level
                  ? html`<div class="small quiet">${word('level', row.level)}</div>` : nothing}` },
                { name: t('case.nextDeadline'), cell: (row) => html`<span class="nowrap">${row.nextDeadline ?? '—'}</span>
                  ${row.overdue ? badge('clockState', 'OVERDUE') : nothing}` },
              ] })}
            ${pager(list, (page) => this.turnTo(page))}`)}</section>
          <div @changed=${() => this.list.run()}>
            ${this.openRecord ? html`${this.wayBack()}<jieshi-case-view .number=${caseId(this.openRecord)}></jieshi-case-view>`
              : html`<p class="empty card">${t('case.chooseOne')}</p>`}
          </div>
        </div>
      </div>`;
  }
}
customElements.define('jieshi-cases-page', JieshiCasesPage);

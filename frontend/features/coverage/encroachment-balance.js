import { html, nothing } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { figure, figures } from '../../components/figures.js';
import { field } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { date, hectares, number, squareMetres } from '../../lib/format.js';
import { choose, t } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { caseLink } from '../disputes/case-link.js';
import '../disputes/encroachment-register.js';
import { today } from '../registration/action-forms.js';

/**
 * @typedef {{claim: string, occupier?: string, parcel: string, since: string, area: number, added: boolean,
 *   caseNumber?: string, endedOn?: string, how?: 'RECOVERED' | 'CEDED', document?: string}} Incident
 * @typedef {{from: string, to: string, opening: number, added: number, recovered: number, ceded: number,
 *   closing: number, addedIncidents: number, method: {en: string, zh: string}, incidents: Incident[]}} Balance
 */

/** The balance of encroached land over a period: opening + new − recovered − ceded = closing. */
export class JieshiEncroachmentBalance extends JieshiElement {
  static properties = { from: { state: true }, to: { state: true } };

  constructor() {
    super();
    this.to = today();
    this.from = `${this.to.slice(0, 4)}-01-01`;
    /** @type {Loader<Balance>} */
    this.balance = new Loader(this, (signal) => get('/api/encroachments', { from: this.from, to: this.to },
      { signal }));
    new LiveReload(this, ['DISPUTE', 'CLAIM', 'CONFLICT'], () => this.balance.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('from') || changed.has('to')) {
      this.balance.run();
    }
  }

  render() {
    return html`
      <section class="card" data-test="encroachments">
        <header class="card-head"><h2>${t('encroachments.title')}</h2>
          <form class="filters" @submit=${this.narrow} @change=${this.narrow}>
            ${field({ name: 'from', label: t('encroachments.from'), type: 'date', value: this.from })}
            ${field({ name: 'to', label: t('encroachments.to'), type: 'date', value: this.to })}
          </form></header>
        ${this.balance.render((balance) => html`
          ${figures([
            figure(t('encroachments.opening'), squareMetres(balance.opening), null, 'encroachment-opening'),
            figure(`+ ${t('encroachments.added')}`, squareMetres(balance.added),
              t('encroachments.incidents', { count: number(balance.addedIncidents) }), 'encroachment-added'),
            figure(`− ${t('encroachments.recovered')}`, squareMetres(balance.recovered), null,
              'encroachment-recovered'),
            figure(`− ${t('encroachments.ceded')}`, squareMetres(balance.ceded)),
            figure(`= ${t('encroachments.closing')}`, squareMetres(balance.closing), hectares(balance.closing),
              'encroachment-closing'),
          ])}
          ${dataTable({ caption: t('encroachments.title'), rows: balance.incidents, columns: columns(),
            test: 'encroachment-incidents', empty: t('encroachments.none') })}
          <p class="basis"><strong>${t('coverage.basis')}</strong>
            ${choose(balance.method.en, balance.method.zh)}</p>`)}
      </section>
      <jieshi-encroachment-register></jieshi-encroachment-register>`;
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    this.from = String(data.get('from') || this.from);
    this.to = String(data.get('to') || this.to);
  }
}
customElements.define('jieshi-encroachment-balance', JieshiEncroachmentBalance);

/** @returns {import('../../components/data-table.js').Column<Incident>[]} */
const columns = () => [
  { name: t('encroachments.since'), cell: (incident) => html`<span class="nowrap">${date(incident.since)}</span>` },
  { name: t('encroachments.occupier'), wide: true, cell: (incident) => incident.occupier ?? '—' },
  { name: t('conflicts.parcel'), cell: (incident) => html`<a class="code" href="#/map?parcel=${incident.parcel}">
    ${incident.parcel}</a>` },
  { name: t('unit.squareMetres'), numeric: true, cell: (incident) => number(incident.area, 2) },
  { name: t('certificates.status'), cell: (incident) => html`
    <span class="badge badge-${incident.how === 'RECOVERED' ? 'good' : incident.how === 'CEDED' ? 'plain' : 'bad'}">
      ${t(`encroachments.how.${incident.how ?? 'OCCUPIED'}`)}</span>
    ${incident.endedOn ? html`<span class="nowrap">${date(incident.endedOn)}</span>` : nothing}` },
  { name: t('conflicts.case'), cell: (incident) => (incident.caseNumber
    ? html`<span class="nowrap">${caseLink(incident.caseNumber)}</span>`
    : '—') },
];

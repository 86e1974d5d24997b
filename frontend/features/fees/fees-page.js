import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm, field } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { date, number } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';
import { get, post } from '../../lib/request.js';
import { tariffFields, tariffOf } from './tariff-form.js';

/**
 * @typedef {{basis: string, rate: number, amount: number, note?: string}} Amount
 * @typedef {{tariff: string, source: string, status: {en: string, zh: string}, scenario: boolean, uncertain: boolean,
 *   charged: boolean, validFrom: string, validTo?: string, undisputed?: Amount, disputed?: Amount}} Scenario
 * @typedef {{landClass: string, disputed?: boolean, basis: string, rate: number, copyRate?: number, cap?: number,
 *   note?: string}} Rate
 * @typedef {{code: string, validFrom: string, validTo?: string, scenario: boolean, status: string, statusZh: string,
 *   source: string, uncertain: boolean, rates: Rate[], recordedBy?: string}} Tariff
 */

const CLASSES = ['AGRICULTURAL', 'CONSTRUCTION', 'DWELLING', 'UNUSED'];

/** What land costs by each rule of a day, side by side; and the dated tariffs themselves. */
export class JieshiFeesPage extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<Scenario[]>} */
    this.scenarios = new Loader(this, (signal) => get('/api/fees/scenarios', this.asked, { signal }));
    /** @type {Loader<Tariff[]>} */
    this.tariffs = new Loader(this, (signal) => get('/api/fees/tariffs', {}, { signal }));
  }

  /** The land of the case, unless the address says otherwise. */
  get asked() {
    const { hectares = '1906.63', landClass = 'AGRICULTURAL', copies = '1', date: day } = this.route.query;
    return { area: (Number(hectares) * 10_000).toFixed(2), landClass, copies, date: day ?? session.about.today };
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route')) {
      this.scenarios.run();
      this.tariffs.run();
    }
  }

  render() {
    const { hectares = '1906.63', landClass = 'AGRICULTURAL', copies = '1', date: day } = this.route.query;
    return html`
      <div class="page">
        <header class="page-head"><h1>${t('fees.page')}</h1>
          ${session.is('ADMINISTRATOR') ? html`<button type="button" class="button button-main" data-test="tariff-add"
            @click=${this.add}>${t('tariff.add')}</button>` : nothing}</header>
        <p class="lead">${t('fees.page.about')}</p>
        <form class="filters" @submit=${this.narrow} @change=${this.narrow} data-test="scenario-form">
          ${field({ name: 'hectares', label: t('fees.hectares'), type: 'number', min: 0, step: '0.0001', value: hectares })}
          ${field({ name: 'landClass', label: t('fees.landClass'), type: 'select', value: landClass,
            options: CLASSES.map((each) => ({ value: each, label: word('landClass', each) })) })}
          ${field({ name: 'copies', label: t('fees.copies'), type: 'number', min: 1, step: '1', value: copies })}
          ${field({ name: 'date', label: t('fees.date'), type: 'date', value: day ?? session.about.today })}
        </form>
        ${this.scenarios.render((scenarios) => html`
          <section class="card"><h2>${t('fees.scenarios.title')}</h2>
            ${dataTable({ caption: t('fees.scenarios.title'), rows: scenarios, test: 'scenarios', columns: columns(),
              key: (scenario) => scenario.tariff, empty: t('fees.scenarios.none') })}</section>`)}
        ${this.tariffs.render((tariffs) => html`<section><h2 class="section-head">${t('tariff.title')}</h2>
          ${tariffs.map((tariff) => this.tariff(tariff))}</section>`)}
      </div>`;
  }

  /** @param {Tariff} tariff */
  tariff(tariff) {
    return html`
      <article class="card" data-test="tariff" data-key=${tariff.code}>
        <header class="card-head"><h3>${tariff.source}</h3>
          <span class="badge badge-${tariff.scenario ? 'plain' : 'good'}">${choose(tariff.status, tariff.statusZh)}</span>
          ${tariff.uncertain ? html`<span class="badge badge-busy">${t('tariff.uncertain')}</span>` : nothing}
          <span class="quiet">${tariff.code} · ${date(tariff.validFrom)} – ${tariff.validTo ? date(tariff.validTo) : '…'}
            ${tariff.recordedBy ? `· ${tariff.recordedBy}` : ''}</span>
          ${session.is('ADMINISTRATOR') && !tariff.validTo ? html`<button type="button" class="button button-small"
            data-test="tariff-end" @click=${() => this.end(tariff)}>${t('tariff.end')}</button>` : nothing}</header>
        ${dataTable({ caption: tariff.source, rows: tariff.rates, columns: [
          { name: t('fees.landClass'), cell: (rate) => word('landClass', rate.landClass) },
          { name: t('tariff.disputed'), cell: (rate) => t(rate.disputed === undefined ? 'tariff.disputed.both'
            : rate.disputed ? 'tariff.disputed.yes' : 'tariff.disputed.no') },
          { name: t('tariff.rate'), cell: (rate) => rateOf(rate.basis, rate.rate) },
          { name: t('tariff.copyRate'), numeric: true, cell: (rate) => number(rate.copyRate ?? 0, 2) },
          { name: t('tariff.cap'), numeric: true, cell: (rate) => (rate.cap === undefined ? '—' : number(rate.cap, 2)) },
          { name: t('tariff.note'), wide: true, cell: (rate) => rate.note ?? '' },
        ] })}
      </article>`;
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(['fees'], Object.fromEntries([...data].map(([name, value]) => [name, String(value)])));
  }

  async add() {
    const added = await askForm({ title: t('tariff.add'), text: t('tariff.add.text'), submit: t('tariff.add'),
      fields: tariffFields(), action: (values) => post('/api/fees/tariffs', tariffOf(values)) });
    this.changed(added);
  }

  /** @param {Tariff} tariff */
  async end(tariff) {
    const ended = await askForm({ title: `${t('tariff.end')} · ${tariff.source}`, submit: t('tariff.end'), danger: true,
      fields: [{ name: 'lastDay', label: t('tariff.lastDay'), type: 'date', required: true },
        { name: 'source', label: t('tariff.source'), required: true }],
      action: (values) => post(`/api/fees/tariffs/${encodeURIComponent(tariff.code)}/end`, values) });
    this.changed(ended);
  }

  /** @param {unknown} result */
  changed(result) {
    if (result) {
      done(t('form.saved'));
      this.scenarios.run();
      this.tariffs.run();
    }
  }
}
customElements.define('jieshi-fees-page', JieshiFeesPage);

/** @returns {import('../../components/data-table.js').Column<Scenario>[]} */
const columns = () => [
  { name: t('tariff.source'), wide: true, cell: (scenario) => html`<b>${scenario.source}</b><br><span class="quiet">${
    choose(scenario.status.en, scenario.status.zh)} · ${date(scenario.validFrom)} – ${
    scenario.validTo ? date(scenario.validTo) : '…'}</span>` },
  { name: t('fees.charged'), cell: (scenario) => html`<span class="badge badge-${scenario.charged ? 'good' : 'plain'}">
    ${t(scenario.charged ? 'fees.charged.yes' : 'fees.charged.no')}</span>` },
  { name: t('fees.undisputed'), numeric: true, cell: (scenario) => amount(scenario.undisputed) },
  { name: t('fees.disputed'), numeric: true, cell: (scenario) => amount(scenario.disputed) },
];

/** @param {Amount | undefined} found */
const amount = (found) => (found === undefined ? '—' : html`<b>${t('fees.yuan', { amount: number(found.amount, 2) })}</b><br>
  <span class="quiet small">${rateOf(found.basis, found.rate)}</span>`);

/** @param {string} basis @param {number} rate */
const rateOf = (basis, rate) => (basis === 'EXEMPT' ? word('fees.basis', basis)
  : t(basis === 'PER_ITEM' ? 'tariff.perItem' : 'tariff.perSquareMetre', { rate }));

import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { JieshiElement } from '../../components/element.js';
import { figure, figures } from '../../components/figures.js';
import { field } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { refused } from '../../components/toast.js';
import { date, hectares, percent, squareMetres } from '../../lib/format.js';
import { download } from '../../lib/download.js';
import { choose, t, translator } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get, withQuery } from '../../lib/request.js';
import { today } from '../registration/action-forms.js';
import { bandBar, bandKey } from './band-bar.js';
import { BANDS, areaOf, shareOf } from './bands.js';
import { NOWHERE, drillHash, drillLink } from './drill.js';
import './case-ages.js';
import './encroachment-balance.js';
import { groupTable } from './group-table.js';
import './groups-chart.js';
import './parcel-list.js';
import './trend-chart.js';

/**
 * @typedef {import('./bands.js').Bands} Bands
 * @typedef {Bands & {code: string, name?: string}} Group
 * @typedef {Bands & {basis: string, basisZh: string, by: string, asOf?: string, groups: Group[]}} Report
 */

const GROUPINGS = ['subFarm', 'town', 'village', 'landUse'];

/** How much of the farm's land is certified, pending, disputed, unsurveyed; of what total is always said with it. */
export class JieshiCoveragePage extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** What the list of parcels was opened for. */
    this.shown = '';
    /** @type {Loader<Report>} */
    this.report = new Loader(this, (signal) => get('/api/coverage', { by: this.by, asOf: this.route.query.asOf },
      { signal }));
    new LiveReload(this, () => !this.route.query.asOf, () => this.report.run());
  }

  get by() {
    return GROUPINGS.find((each) => each === this.route.query.by) ?? 'subFarm';
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    const before = changed.get('route')?.query;
    if (changed.has('route') && (!before || before.by !== this.route.query.by || before.asOf !== this.route.query.asOf)) {
      this.report.run();
    }
  }

  render() {
    return html`
      <div class="page">
        <header class="page-head"><h1>${t('coverage.title')}</h1>
          <form class="filters page-head-filters" @submit=${this.move} @change=${this.move}>
            ${field({ name: 'asOf', label: t('coverage.asOf'), type: 'date', value: this.route.query.asOf ?? today() })}
          </form>
          <div class="buttons">
            <button type="button" class="button" data-test="ledger" @click=${this.ledger}>${t('coverage.ledger')}</button>
            <a class="button" target="_blank" rel="noopener" data-test="coverage-report" href=${withQuery('/api/coverage/report.pdf',
              { asOf: this.route.query.asOf, lang: translator.language })}>${t('coverage.report')}</a>
          </div></header>
        ${this.report.render((report) => html`
          ${this.total(report)}
          ${this.groups(report)}
          <jieshi-trend-chart total=${report.totalArea}></jieshi-trend-chart>`)}
        <jieshi-case-ages></jieshi-case-ages>
        <jieshi-encroachment-balance></jieshi-encroachment-balance>
      </div>`;
  }

  async ledger() {
    try {
      await download('/api/ledger.xlsx', { lang: translator.language });
    } catch (error) {
      refused(error);
    }
  }

  /** @param {Report} report */
  total(report) {
    return html`
      <section class="card coverage-total" data-test="coverage-total">
        <div class="headline">
          <p class="headline-figure" data-test="certified-share">${percent(report.certifiedShare)}</p>
          <p>${t('coverage.headline', { certified: hectares(report.certifiedArea, 2),
            total: hectares(report.totalArea, 2) })}</p>
        </div>
        ${bandBar(report, 'large')}
        <dl class="figure-row">${BANDS.map((band) => html`
          <div class="figure" data-test="band-${band.name}">
            <dt>${bandKey(band)} ${t(`band.${band.name}`)}</dt>
            <dd>${percent(shareOf(report, band))}</dd>
            <dd class="figure-hint">${drillLink(report, null, band.name, areaOf(report, band),
              hectares(areaOf(report, band)))}</dd></div>`)}</dl>
        <p class="basis" data-test="coverage-basis"><strong>${t('coverage.basis')}</strong>
          ${choose(report.basis, report.basisZh)}
          ${report.asOf ? html`<span>${t('coverage.asOf.said', { day: date(report.asOf) })}</span>` : nothing}</p>
        ${figures([
          figure(t('coverage.encroached'), drillLink(report, null, 'encroached', report.encroachedArea,
            squareMetres(report.encroachedArea)), t('coverage.encroached.hint'),
            'coverage-encroached'),
          figure(t('coverage.disputedOnCertified'), drillLink(report, null, 'disputedOnCertified',
            report.disputedOnCertifiedArea, squareMetres(report.disputedOnCertifiedArea)),
            t('coverage.disputedOnCertified.hint')),
          figure(t('coverage.outside'), drillLink(report, null, 'certifiedOutsideFarm',
            report.certifiedOutsideFarmArea, squareMetres(report.certifiedOutsideFarmArea)), t('coverage.outside.hint')),
        ])}
      </section>`;
  }

  /** @param {Report} report */
  groups(report) {
    const { group, asOf } = this.route.query;
    const chosen = group === undefined ? null : report.groups.find((each) => each.code === (group === NOWHERE ? '' : group));
    return html`
      <section class="card">
        <nav class="tabs" aria-label=${t('coverage.by')}>
          ${GROUPINGS.map((each) => html`<a href="#/coverage?by=${each}${asOf ? `&asOf=${asOf}` : ''}"
            data-test="by-${each}" aria-current=${each === this.by ? 'true' : nothing}>${
            t(`coverage.by.${each}`)}</a>`)}
        </nav>
        <div class="coverage-groups">
          ${groupTable(report, this.by, chosen?.code, (code) => { location.hash = drillHash(report, code, 'covered'); })}
          ${report.groups.length === 0 ? nothing : html`
            <jieshi-groups-chart .groups=${report.groups} .by=${this.by}></jieshi-groups-chart>`}
        </div>
      </section>
      ${this.drills && chosen !== undefined ? html`<jieshi-parcel-list .by=${this.by} .asOf=${asOf} .group=${chosen}
        .band=${this.route.query.band ?? 'covered'}></jieshi-parcel-list>` : nothing}`;
  }

  /** Whether a figure's parcels are asked for. */
  get drills() {
    const { group, band } = this.route.query;
    return band !== 'none' && (group !== undefined || band !== undefined);
  }

  /** Who asks for the parcels of a figure is shown them. */
  updated() {
    const { group, band } = this.route.query;
    const asked = this.drills ? `${this.by} ${group} ${band}` : '';
    const list = this.querySelector('jieshi-parcel-list .parcel-list');
    if (list && asked !== this.shown) {
      this.shown = asked;
      list.scrollIntoView({ block: 'start' });
      /** @type {HTMLElement} */ (list).focus({ preventScroll: true });
    } else if (!asked) {
      this.shown = '';
    }
  }

  /** @param {Event} event */
  move(event) {
    event.preventDefault();
    const day = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('asOf') ?? '');
    navigate(['coverage'], { by: this.by, asOf: day === today() ? null : day });
  }
}
customElements.define('jieshi-coverage-page', JieshiCoveragePage);

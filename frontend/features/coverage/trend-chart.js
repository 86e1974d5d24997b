import { html, nothing } from 'lit';
import { Chart, Filler, Legend, LineController, LineElement, LinearScale, CategoryScale, PointElement, Tooltip } from 'chart.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { date, number, percent } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { BANDS } from './bands.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler, Legend, Tooltip);

/** @typedef {{day: string, certificates: number, certifiedArea: number, openCases: number}} Month */

const MONTHS = 36;

/** Certified land and open cases at the ends of the months, beside the land due now. */
export class JieshiTrendChart extends JieshiElement {
  static properties = { total: { type: Number } };

  constructor() {
    super();
    /** The land due, m²; the denominator. */
    this.total = 0;
    /** @type {Chart | null} */
    this.chart = null;
    /** @type {Loader<{items: Month[]}>} */
    this.history = new Loader(this, (signal) => get('/api/coverage/history', { months: MONTHS }, { signal }));
    new LiveReload(this, ['CERTIFICATE', 'DISPUTE'], () => this.history.run());
  }

  connectedCallback() {
    super.connectedCallback();
    this.history.run();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.chart?.destroy();
    this.chart = null;
  }

  render() {
    return html`<section class="card" data-test="coverage-trend"><h2>${t('trend.title')}</h2>
      ${this.history.render(({ items }) => html`
        <div class="chart chart-trend"><canvas role="img" aria-label=${t('trend.chart')}></canvas></div>
        <p class="basis">${t('trend.basis', { total: number(this.total / 10_000, 2) })}</p>
        <details><summary>${t('trend.figures')}</summary>
          ${dataTable({ caption: t('trend.title'), rows: [...items].reverse(), key: (month) => month.day, columns: [
            { name: t('trend.day'), cell: (month) => html`<a href="#/coverage?asOf=${month.day}">${date(month.day)}</a>` },
            { name: t('trend.certificates'), numeric: true, cell: (month) => number(month.certificates) },
            { name: t('trend.certified'), numeric: true, cell: (month) => number(Number(month.certifiedArea) / 10_000, 4) },
            { name: t('coverage.share'), numeric: true, cell: (month) => (this.total > 0
              ? percent(Number(month.certifiedArea) / this.total) : nothing) },
            { name: t('trend.cases'), numeric: true, cell: (month) => number(month.openCases) },
          ] })}</details>`)}</section>`;
  }

  updated() {
    const canvas = this.querySelector('canvas');
    const months = this.history.value?.items;
    if (!canvas || !months) {
      return;
    }
    this.chart?.destroy();
    const line = (/** @type {string} */ colour) => ({ borderColor: colour, borderWidth: 2, pointRadius: 0, pointHitRadius: 8,
      stepped: /** @type {const} */ ('after') });
    this.chart = new Chart(canvas, {
      type: 'line',
      data: { labels: months.map((month) => month.day.slice(0, 7)), datasets: [
        { ...line(BANDS[0].colour), label: t('trend.certified'), yAxisID: 'y', fill: true,
          backgroundColor: 'rgb(79 143 91 / 15%)', data: months.map((month) => Number(month.certifiedArea) / 10_000) },
        { ...line(BANDS[2].colour), label: t('trend.cases'), yAxisID: 'cases',
          data: months.map((month) => month.openCases) },
      ] },
      options: { responsive: true, maintainAspectRatio: false, animation: false, interaction: { mode: 'index', intersect: false },
        scales: { y: { min: 0, title: { display: true, text: t('unit.hectares') } },
          cases: { min: 0, position: 'right', grid: { display: false }, ticks: { precision: 0 },
            title: { display: true, text: t('trend.cases') } } },
        plugins: { legend: { position: 'bottom', labels: { boxWidth: 12 } } } },
    });
  }
}
customElements.define('jieshi-trend-chart', JieshiTrendChart);

import { html } from 'lit';
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Legend, Tooltip } from 'chart.js';
import { JieshiElement } from '../../components/element.js';
import { t } from '../../lib/i18n.js';
import { BANDS, areaOf } from './bands.js';
import { groupName } from './group-table.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

const ROW = 30;
const AROUND = 90;

/** The groups as stacked bars in hm². The table beside it says the same in figures, so a reader needs no chart. */
export class JieshiGroupsChart extends JieshiElement {
  static properties = { groups: { attribute: false }, by: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./coverage-page.js').Group[]} */
    this.groups = [];
    this.by = 'subFarm';
    /** @type {Chart | null} */
    this.chart = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.chart?.destroy();
    this.chart = null;
  }

  render() {
    return html`<div class="chart"><canvas role="img" aria-label=${t('coverage.chart')}></canvas></div>`;
  }

  /** Drawn anew on every change: names and units follow the language. */
  updated() {
    this.chart?.destroy();
    const box = /** @type {HTMLElement} */ (this.querySelector('.chart'));
    box.style.height = `${AROUND + ROW * this.groups.length}px`;
    this.chart = new Chart(/** @type {HTMLCanvasElement} */ (this.querySelector('canvas')), {
      type: 'bar',
      data: {
        labels: this.groups.map((group) => groupName(group, this.by)),
        datasets: BANDS.map((band) => ({ label: t(`band.${band.name}`), backgroundColor: band.colour,
          data: this.groups.map((group) => areaOf(group, band) / 10_000) })),
      },
      options: {
        indexAxis: 'y',
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        scales: {
          x: { stacked: true, title: { display: true, text: t('unit.hectares') } },
          y: { stacked: true },
        },
        plugins: { legend: { position: 'bottom', labels: { boxWidth: 12 } } },
      },
    });
  }
}
customElements.define('jieshi-groups-chart', JieshiGroupsChart);

import { html } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { date, number, squareMetres } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';

/** @typedef {{fromDays: number, toDays?: number, cases: number, oldest?: string, area: number}} Age */

/** The open cases by the time since they were opened. */
export class JieshiCaseAges extends JieshiElement {
  constructor() {
    super();
    /** @type {Loader<{asOf: string, items: Age[]}>} */
    this.ages = new Loader(this, (signal) => get('/api/coverage/case-ages', {}, { signal }));
    new LiveReload(this, ['DISPUTE'], () => this.ages.run());
  }

  connectedCallback() {
    super.connectedCallback();
    this.ages.run();
  }

  render() {
    return html`<section class="card" data-test="case-ages">
      <div class="card-head"><h2>${t('ages.title')}</h2><a class="button button-small" href="#/cases">${t('ages.open')}</a></div>
      ${this.ages.render(({ asOf, items }) => html`
        ${dataTable({ caption: t('ages.title'), rows: items, key: (age) => age.fromDays, columns: [
          { name: t('ages.days'), cell: (age) => (age.toDays === undefined ? t('ages.more', { from: age.fromDays })
            : t('ages.range', { from: age.fromDays, to: age.toDays })) },
          { name: t('trend.cases'), numeric: true, cell: (age) => number(age.cases) },
          { name: t('ages.area'), numeric: true, cell: (age) => squareMetres(age.area) },
          { name: t('ages.oldest'), cell: (age) => (age.oldest ? date(age.oldest) : '—') },
        ] })}
        <p class="basis">${t('ages.basis', { day: date(asOf) })}</p>`)}</section>`;
  }
}
customElements.define('jieshi-case-ages', JieshiCaseAges);

import { html } from 'lit';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { number, percent, squareMetres } from '../../lib/format.js';
import { choose, t } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';

/** How departments answered and what became of the county's disputes, every figure with its method. */
export class JieshiPerformance extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<any>} */
    this.figures = new Loader(this, (signal) => get('/api/performance', this.route.query, { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route')) {
      this.figures.run();
    }
  }

  /** @param {string} name @param {string | undefined} value */
  day(name, value) {
    return html`<div class="field"><label for="performance-${name}">${t(`performance.${name}`)}</label>
      <input id="performance-${name}" type="date" .value=${value ?? ''} max=${session.about.today ?? ''}
        data-test="performance-${name}" @change=${(/** @type {Event} */ event) => navigate(['coordination', 'performance'],
          { ...this.route.query, [name]: /** @type {HTMLInputElement} */ (event.target).value })}></div>`;
  }

  render() {
    return html`
      <div class="page-head"><h1>${t('coordination.performance')}</h1></div>
      ${this.figures.render((view) => html`
        <div class="filters">${this.day('from', view.from)}${this.day('asOf', view.asOf)}</div>
        <div data-test="performance">
          ${[view.county, ...view.departments].map((row) => html`
            <section class="card" data-key=${row.key}><h2>${choose(row.title.en, row.title.zh)}</h2>
              <dl class="figure-row">${row.figures.map((/** @type {any} */ figure) => html`
                <div class="figure"><dt>${choose(figure.title.en, figure.title.zh)}</dt>
                  <dd data-test="figure-${figure.key}">${shown(figure)}</dd></div>`)}</dl>
              <details><summary>${t('performance.method')}</summary><ul class="small">${row.figures.map((/** @type {any} */ figure) =>
                html`<li><b>${choose(figure.title.en, figure.title.zh)}</b>: ${choose(figure.method.en, figure.method.zh)}</li>`)}
              </ul></details>
            </section>`)}
          ${view.departments.length === 0 ? html`<p class="empty card">${t('performance.noLetters')}</p>` : ''}
        </div>`)}`;
  }
}
customElements.define('jieshi-performance', JieshiPerformance);

/** @param {{value?: number, unit: string}} figure */
function shown({ value, unit }) {
  switch (unit) {
    case 'SHARE': return percent(value, 1);
    case 'DAYS': return value === undefined ? '—' : `${number(value, 1)} ${t('performance.workingDays')}`;
    case 'M2': return squareMetres(value);
    default: return number(value);
  }
}

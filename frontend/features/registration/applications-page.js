import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm, field } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { refused } from '../../components/toast.js';
import { date } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get, post } from '../../lib/request.js';
import './application-detail.js';
import { LARGEST, batchBar } from './batch-bar.js';
import './batch-list.js';
import { batchResult } from './batch-result.js';
import './batch-run.js';
import './form-page.js';
import { countStates, pipeline } from './pipeline.js';
import { STATES, codesIn } from './procedure.js';

/**
 * @typedef {import('./procedure.js').Line} Line
 * @typedef {import('./batch-result.js').Outcome} Outcome
 */

const PAGE = 50;

/** The applications: how many stand where, the list, and steps for many at once; one of them by its address. */
export class JieshiApplicationsPage extends JieshiElement {
  static properties = { route: { attribute: false }, chosen: { state: true }, outcomes: { state: true },
    batch: { state: true }, every: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** Ids. @type {Set<string>} */
    this.chosen = new Set();
    /** @type {Outcome[] | null} */
    this.outcomes = null;
    /** Id of the batch at work. @type {string | null} */
    this.batch = null;
    /** The whole list, once somebody chose it all. @type {Line[] | null} */
    this.every = null;
    /** @type {Loader<Map<string, number>>} */
    this.counts = new Loader(this, (signal) => countStates(signal));
    /** @type {Loader<{items: Line[], total: number, page: number, size: number}>} */
    this.lines = new Loader(this, (signal) => get('/api/applications', { ...filterOf(this.route.query),
      page: this.route.query.page ?? 0, size: PAGE }, { signal }));
    new LiveReload(this, ['APPLICATION', 'BATCH'], () => this.#again());
  }

  /** What somebody else changed; what was ticked stays ticked. */
  #again() {
    return this.route.path[1] ? undefined : this.refresh();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route') && !this.route.path[1]) {
      this.chosen = new Set();
      this.every = null;
      this.counts.run();
      this.lines.run();
    }
  }

  render() {
    const shown = this.route.path[1];
    if (shown === 'batches') {
      return html`<jieshi-batch-list .route=${this.route}></jieshi-batch-list>`;
    }
    if (shown && this.route.path[2] === 'form') {
      return html`<jieshi-form-page .application=${shown}></jieshi-form-page>`;
    }
    if (shown) {
      return html`<jieshi-application-detail .application=${shown}></jieshi-application-detail>`;
    }
    const state = this.route.query.state;
    return html`
      <div class="page">
        <header class="page-head">
          <h1>${t('applications.title')}</h1>
          <a class="button" href="#/applications/batches" data-test="batches">${t('batch.list')}</a>
          ${session.is('SURVEYOR', 'REVIEWER') ? html`<button type="button" class="button button-main"
            data-test="application-new" @click=${this.apply}>${t('applications.new')}</button>` : nothing}
        </header>
        ${this.counts.render((counts) => pipeline(counts, state))}
        ${this.filters()}
        ${this.batch ? html`<jieshi-batch-run .batch=${this.batch} @batch-over=${() => this.refresh()}
          @batch-close=${() => { this.batch = null; }}></jieshi-batch-run>` : nothing}
        ${this.outcomes ? batchResult(this.outcomes, () => { this.outcomes = null; }) : nothing}
        ${this.lines.render((list) => html`
          ${batchBar({ lines: this.every ?? list.items, chosen: this.chosen, total: list.total,
            choose: (ids) => { this.chosen = ids; }, chooseEvery: () => this.chooseEvery(),
            finished: (outcomes) => this.finished(outcomes), started: (batch) => this.started(batch.id) })}
          ${dataTable({ caption: t('applications.title'), rows: list.items, columns: this.columns(),
            test: 'applications', key: (line) => line.id, empty: t('applications.empty'), selected: (line) => this.chosen.has(line.id),
            open: (line) => navigate(['applications', line.id]) })}
          ${pager(list, (page) => navigate(['applications'], { ...this.route.query, page }))}`)}
      </div>`;
  }

  filters() {
    const { parcel, state, ended } = this.route.query;
    return html`
      <form class="filters" role="search" data-test="application-filters" @submit=${this.narrow} @change=${this.narrow}>
        ${field({ name: 'parcel', label: t('applications.parcel'), value: parcel })}
        ${field({ name: 'state', label: t('applications.state'), type: 'select', value: state ?? '',
          options: [{ value: '', label: t(ended ? 'applications.every' : 'applications.open') },
            ...STATES.map((each) => ({ value: each, label: word('applicationState', each) }))] })}
        ${field({ name: 'ended', label: t('applications.ended'), type: 'checkbox', value: ended !== undefined })}
      </form>`;
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(['applications'], { parcel: String(data.get('parcel')).trim(), state: String(data.get('state')),
      ended: data.get('ended') === null ? null : 1 });
  }

  /** @returns {import('../../components/data-table.js').Column<Line>[]} */
  columns() {
    return [
      { name: t('batch.select'), cell: (line) => html`<input type="checkbox" data-test="choose"
        aria-label=${t('batch.select.one', { number: line.number })} .checked=${this.chosen.has(line.id)}
        @change=${() => this.toggle(line.id)}>` },
      { name: t('applications.number'), cell: (line) => html`<a class="nowrap" href="#/applications/${line.id}">
        ${line.number}</a>` },
      { name: t('applications.parcel'), cell: (line) => html`<span class="code">${line.parcel}</span>` },
      { name: t('title.holder'), wide: true, cell: (line) => line.holder ?? '—' },
      { name: t('applications.state'), cell: (line) => badge('applicationState', line.state) },
      { name: t('applications.next'), cell: (line) => (line.nextAction
        ? html`<span class="nowrap">${word('action', line.nextAction)}</span>` : '—') },
      { name: t('applications.appliedOn'), cell: (line) => html`<span class="nowrap">${date(line.appliedOn)}</span>` },
    ];
  }

  /** @param {string} id */
  toggle(id) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) {
      chosen.add(id);
    }
    this.chosen = chosen;
  }

  /** @param {Outcome[]} outcomes */
  finished(outcomes) {
    this.outcomes = outcomes;
    this.batch = null;
    this.chosen = new Set();
    this.refresh();
  }

  /** @param {string} batch */
  started(batch) {
    this.batch = batch;
    this.outcomes = null;
    this.chosen = new Set();
    this.every = null;
  }

  refresh() {
    return Promise.all([this.counts.run(), this.lines.run()]);
  }

  /** All that the list has, as far as one batch takes them. */
  async chooseEvery() {
    try {
      const list = await get('/api/applications', { ...filterOf(this.route.query), size: LARGEST });
      this.every = /** @type {Line[]} */ (list.items);
      this.chosen = new Set(this.every.map((line) => line.id));
    } catch (error) {
      refused(error);
    }
  }

  async apply() {
    const surveyed = await surveyedParcels();
    const batch = /** @type {{id: string} | undefined} */ (await askForm({
      title: t('applications.new'),
      text: t(surveyed.length > 0 ? 'applications.new.text.prefilled' : 'applications.new.text',
        { count: surveyed.length }),
      submit: t('applications.new'),
      fields: [{ name: 'parcels', label: t('applications.new.parcels'), type: 'textarea', required: true,
        value: surveyed.join('\n'), hint: t('applications.new.hint') }],
      action: (values) => post('/api/batches', { step: 'apply', keys: codesIn(values.parcels) }),
    }));
    if (batch) {
      this.started(batch.id);
    }
  }
}
customElements.define('jieshi-applications-page', JieshiApplicationsPage);

/** @param {Record<string, string>} query */
const filterOf = ({ parcel, state, ended }) => ({ parcel, state, open: state || ended ? undefined : true });

/**
 * What could be applied for now; where the list cannot be had, the person types the codes.
 *
 * @returns {Promise<string[]>}
 */
async function surveyedParcels() {
  try {
    const parcels = await get('/api/parcels', { status: 'SURVEYED', size: LARGEST });
    return parcels.items.map((/** @type {{code: string}} */ parcel) => parcel.code);
  } catch {
    return [];
  }
}

import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { dataTable, pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { t } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get, post } from '../../lib/request.js';
import { hashOf } from '../../lib/route.js';
import { nameOf, people } from './people.js';

/** What the desks show, as the live stream names it. */
const KINDS = ['LETTER', 'MEETING', 'TASK', 'PATROL', 'FINDING', 'COMPLAINT'];

/**
 * A list of one kind of record with one of them open beside it. What is open and which page of the list is shown is in
 * the address.
 */
export class Desk extends JieshiElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = { route: { attribute: false } };

  /**
   * @param {string} section last part of its address within coordination
   * @param {string} api address of its list
   */
  constructor(section, api) {
    super();
    this.section = section;
    this.api = api;
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<{items: any[], total: number, page: number, size: number}>} */
    this.list = new Loader(this, (signal) => get(this.api, { ...this.route.query, size: 50 }, { signal }));
    /** @type {Loader<import('./people.js').Person[]>} */
    this.everybody = new Loader(this, people);
    /** @type {Loader<any>} */
    this.record = new Loader(this, (signal) => get(`${this.api}/${encodeURIComponent(this.open ?? '')}`, {}, { signal }));
    new LiveReload(this, KINDS, () => this.refresh());
  }

  /** The id of the record that is open. */
  get open() {
    return this.route.path[2];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route')) {
      const before = /** @type {any} */ (changed.get('route'));
      this.list.run();
      if (before?.path?.[2] !== this.open) {
        this.record.clear();
      }
      if (this.open) {
        this.record.run();
      }
    }
  }

  connectedCallback() {
    super.connectedCallback();
    this.everybody.run();
  }

  /** @param {string} username */
  name(username) {
    return nameOf(this.everybody.value, username);
  }

  refresh() {
    return Promise.all([this.list.run(), this.open ? this.record.run() : undefined]);
  }

  /** @param {string} id */
  show(id) {
    navigate(['coordination', this.section, id], this.route.query);
  }

  /**
   * Asks for what an action needs and takes it on the record as it was seen.
   *
   * @param {any} record
   * @param {string} action
   * @param {import('../../components/form-dialog.js').Field[]} fields
   * @param {{text?: unknown, danger?: boolean, label?: string, body?: (values: any) => unknown}} [more]
   */
  async act(record, action, fields, { text, danger, label = t(`${this.section}.action.${action}`),
    body = (values) => values } = {}) {
    const taken = await askForm({ title: `${label} · ${record.number ?? record.receipt ?? record.id}`, text, fields,
      submit: label, danger,
      action: (values) => post(`${this.api}/${encodeURIComponent(record.id)}/actions/${action}`, body(values),
        { ifMatch: record.revision }) });
    if (taken) {
      done(t('coordination.done', { number: record.number ?? record.id }));
      this.refresh();
    }
  }

  /**
   * Makes a new record and opens it.
   *
   * @param {import('../../components/form-dialog.js').Field[]} fields
   * @param {(values: any) => unknown} [body]
   */
  async make(fields, body = (values) => values) {
    const made = /** @type {any} */ (await askForm({ title: t(`${this.section}.new`), fields, submit: t(`${this.section}.new`),
      action: (values) => post(this.api, body(values)) }));
    if (made) {
      done(t('coordination.done', { number: made.number }));
      this.list.run();
      this.show(made.id);
    }
  }

  /**
   * @param {string} action
   * @param {() => void} take
   * @param {boolean} [main]
   */
  button(action, take, main = false) {
    return html`<button type="button" class="button ${main ? 'button-main' : ''}" data-test="${this.section}-${action}"
      @click=${take}>${t(`${this.section}.action.${action}`)}</button>`;
  }

  /**
   * @param {string} name of the query parameter
   * @param {string} label
   * @param {{value: string, label: string}[]} options
   */
  choice(name, label, options) {
    return html`
      <div class="field"><label for="filter-${name}">${label}</label>
        <select id="filter-${name}" data-test="filter-${name}" @change=${(/** @type {Event} */ event) =>
          navigate(this.route.path.slice(0, 2), { ...this.route.query, page: undefined,
            [name]: /** @type {HTMLSelectElement} */ (event.target).value })}>
          ${[{ value: '', label: t('filter.all') }, ...options].map((option) => html`<option value=${option.value}
            ?selected=${option.value === (this.route.query[name] ?? '')}>${option.label}</option>`)}
        </select></div>`;
  }

  /**
   * @param {object} parts
   * @param {unknown} [parts.head] filters and buttons
   * @param {import('../../components/data-table.js').Column<any>[]} parts.columns
   * @param {(record: any) => unknown} parts.detail
   */
  layout({ head, columns, detail }) {
    return html`
      <div class="page-head"><h1>${t(`coordination.${this.section}`)}</h1>${head ?? nothing}</div>
      <div class="columns columns-even ${this.open ? 'has-open' : ''}">
        <section>${this.list.render((list) => html`
          ${dataTable({ caption: t(`coordination.${this.section}`), test: this.section, rows: list.items,
            key: (row) => row.id, open: (row) => this.show(row.id), selected: (row) => row.id === this.open, columns })}
          ${pager(list, (page) => navigate(this.route.path, { ...this.route.query, page: page || undefined }))}`)}</section>
        <div>${this.open ? html`
          <p class="way-back"><a href=${hashOf(['coordination', this.section], this.route.query)}>‹ ${t('action.back')}</a></p>
          ${this.record.render((record) => html`<article class="card" data-test="${this.section}-record"
            data-status=${record.status ?? nothing}>${detail(record)}</article>`)}`
          : html`<p class="empty card">${t('coordination.choose')}</p>`}</div>
      </div>`;
  }
}

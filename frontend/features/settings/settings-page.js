import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { date } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { get, post, put } from '../../lib/request.js';
import { exceptionsOf, linesOf } from './calendar-lines.js';

/**
 * @typedef {{rightKind: string, validFrom: string, workingDays: number, source: string, recordedBy?: string}} Period
 * @typedef {{rightKind: string, documentKind: string, validFrom: string, validTo?: string, source: string,
 *   recordedBy?: string}} Required
 * @typedef {{year: number, source: string, exceptions: {day: string, working: boolean, name: string}[]}} Year
 */

const RIGHTS = ['STATE_LAND_USE', 'FARMLAND_USE', 'FOREST_LAND_USE', 'CONSTRUCTION_LAND_USE'];
const DOCUMENTS = ['APPLICATION_FORM', 'HOLDER_IDENTITY', 'SOURCE_OF_RIGHT', 'INVESTIGATION_FORM', 'PARCEL_MAP',
  'CONSTRUCTION_APPROVAL', 'AGREEMENT', 'POWER_OF_ATTORNEY', 'DECISION', 'FORESTRY_REPLY', 'LAND_APPROVAL', 'OTHER'];

/** Dated settings of the procedure: added and ended, never rewritten. */
export class JieshiSettingsPage extends JieshiElement {
  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route | undefined} */
    this.route = undefined;
    /** @type {Loader<{periods: Period[], required: Required[], years: Year[]}>} */
    this.loaded = new Loader(this, async (signal) => {
      const [periods, required, years] = await Promise.all(['notice-periods', 'required-documents', 'calendars']
        .map((path) => get(`/api/settings/${path}`, {}, { signal })));
      return { periods, required, years };
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.loaded.run();
  }

  render() {
    return html`
      <div class="page">
        <header class="page-head"><h1>${t('settings.title')}</h1></header>
        <p class="lead">${t('settings.about')}</p>
        ${this.loaded.render(({ periods, required, years }) => html`
          ${this.section('settings.periods', 'period-add', () => this.addPeriod(), dataTable({
            caption: t('settings.periods'), rows: periods, test: 'periods', columns: [
              { name: t('right.kind'), wide: true, cell: (each) => word('right.kind', each.rightKind) },
              { name: t('settings.validFrom'), cell: (each) => date(each.validFrom) },
              { name: t('settings.workingDays'), numeric: true, cell: (each) => each.workingDays },
              { name: t('settings.source'), cell: (each) => each.source },
              { name: t('settings.recordedBy'), cell: (each) => each.recordedBy ?? t('settings.shipped') },
            ] }))}
          ${this.section('settings.required', 'required-add', () => this.addRequired(), dataTable({
            caption: t('settings.required'), rows: required, test: 'required', columns: [
              { name: t('right.kind'), cell: (each) => word('right.kind', each.rightKind) },
              { name: t('documents.kind'), wide: true, cell: (each) => word('document.kind', each.documentKind) },
              { name: t('settings.validFrom'), cell: (each) => date(each.validFrom) },
              { name: t('settings.validTo'), cell: (each) => (each.validTo ? date(each.validTo) : '…') },
              { name: t('settings.source'), cell: (each) => each.source },
              { name: t('settings.change'), cell: (each) => (session.is('ADMINISTRATOR') && !each.validTo ? html`
                <button type="button" class="button button-small" data-test="required-end"
                  @click=${() => this.endRequired(each)}>${t('settings.end')}</button>` : nothing) },
            ] }))}
          ${this.section('settings.calendars', 'calendar-add', () => this.setCalendar(null), years.map((year) => html`
            <details data-test="calendar" data-key=${year.year}><summary><b>${year.year}</b>
              <span class="quiet">${year.source} · ${t('settings.exceptions', { count: year.exceptions.length })}</span></summary>
              <p>${year.exceptions.map((each) => html`<span class="badge badge-${each.working ? 'busy' : 'good'}">
                ${each.day.slice(5)} ${t(each.working ? 'settings.works' : 'settings.off')}</span> `)}</p>
              ${session.is('ADMINISTRATOR') ? html`<button type="button" class="button button-small"
                data-test="calendar-edit" @click=${() => this.setCalendar(year)}>${t('settings.change')}</button>` : nothing}
            </details>`))}`)}
      </div>`;
  }

  /** @param {string} title @param {string} test @param {() => void} add @param {unknown} body */
  section(title, test, add, body) {
    return html`<section class="card"><header class="card-head"><h2>${t(title)}</h2>
      ${session.is('ADMINISTRATOR') ? html`<button type="button" class="button button-small" data-test=${test}
        @click=${add}>${t('settings.add')}</button>` : nothing}</header>${body}</section>`;
  }

  addPeriod() {
    return this.ask('settings.periods', [rightKind(), day('validFrom', 'settings.validFrom'),
      { name: 'workingDays', label: t('settings.workingDays'), type: 'number', min: 1, step: '1', required: true }, source()],
      (values) => post('/api/settings/notice-periods', values));
  }

  addRequired() {
    return this.ask('settings.required', [rightKind(), { name: 'documentKind', label: t('documents.kind'), type: 'select',
      required: true, options: DOCUMENTS.map((each) => ({ value: each, label: word('document.kind', each) })) },
      day('day', 'settings.validFrom'), source()], (values) => post('/api/settings/required-documents', values));
  }

  /** @param {Required} required */
  endRequired({ rightKind, documentKind }) {
    return this.ask('settings.end', [day('day', 'settings.validTo'), source()],
      (values) => post('/api/settings/required-documents/end', { ...values, rightKind, documentKind }));
  }

  /** @param {Year | null} year */
  setCalendar(year) {
    return this.ask('settings.calendars', [{ name: 'year', label: t('settings.year'), type: 'number', required: true,
      step: '1', value: year?.year }, { ...source(), value: year?.source },
    { name: 'days', label: t('settings.days'), type: 'textarea', hint: t('settings.days.hint'),
      value: linesOf(year?.exceptions ?? []) }],
    ({ year: number, source: document, days }) => put(`/api/settings/calendars/${number}`,
      { source: document, exceptions: exceptionsOf(days ?? '') }));
  }

  /**
   * @param {string} title
   * @param {import('../../components/form-dialog.js').Field[]} fields
   * @param {(values: Record<string, any>) => Promise<unknown>} action
   */
  async ask(title, fields, action) {
    if (await askForm({ title: t(title), submit: t('form.save'), fields, action })) {
      done(t('form.saved'));
      this.loaded.run();
    }
  }
}
customElements.define('jieshi-settings-page', JieshiSettingsPage);

/** @returns {import('../../components/form-dialog.js').Field} */
const rightKind = () => ({ name: 'rightKind', label: t('right.kind'), type: 'select', required: true,
  options: RIGHTS.map((each) => ({ value: each, label: word('right.kind', each) })) });

/** @param {string} name @param {string} label @returns {import('../../components/form-dialog.js').Field} */
const day = (name, label) => ({ name, label: t(label), type: 'date', required: true, value: session.about.today });

/** @returns {import('../../components/form-dialog.js').Field} */
const source = () => ({ name: 'source', label: t('settings.source'), required: true });

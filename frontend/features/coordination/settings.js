import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { t, word } from '../../lib/i18n.js';
import { lines } from '../../lib/names.js';
import { get, post } from '../../lib/request.js';
import { choices, DEPARTMENTS } from './letters.js';

const LIMITS = ['LETTER_ANSWER', 'LETTER_RECEIPT', 'OBJECTION_ANSWER', 'APPLICATION_MOVEMENT', 'COMPLAINT_ANSWER',
  'COMPLAINT_RESULT', 'STATEMENT_ANSWER', 'MEETING_MINUTES', 'FINDING_HANDLED', 'REMIND_BEFORE', 'ESCALATE_TO_APPROVER', 'ESCALATE_TO_MANAGER'];

/** Whom to turn to in the departments, and the office's own time limits; both dated. */
export class JieshiCoordinationSettings extends JieshiElement {
  constructor() {
    super();
    /** @type {Loader<any[]>} */
    this.paths = new Loader(this, (signal) => get('/api/escalation-paths', {}, { signal }));
    /** @type {Loader<any[]>} */
    this.limits = new Loader(this, (signal) => get('/api/time-limits', {}, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.paths.run();
    this.limits.run();
  }

  async addPath() {
    const added = await askForm({ title: t('paths.new'), submit: t('paths.new'), fields: [
      { name: 'department', label: t('letters.department'), type: 'select', options: choices('department', DEPARTMENTS) },
      { name: 'addressee', label: t('letters.addressee'), hint: t('paths.addressee.hint') },
      { name: 'validFrom', label: t('limits.validFrom'), type: 'date', required: true, value: session.about.today ?? '' },
      { name: 'steps', label: t('paths.steps'), type: 'textarea', required: true, hint: t('paths.steps.hint') }],
    action: (values) => post('/api/escalation-paths', { ...values, steps: lines(values.steps).map(stepOf) }) });
    if (added) {
      done(t('paths.added'));
      this.paths.run();
    }
  }

  async addLimit() {
    const added = await askForm({ title: t('limits.new'), submit: t('limits.new'), fields: [
      { name: 'kind', label: t('limits.kind'), type: 'select', options: choices('limit', LIMITS) },
      { name: 'workingDays', label: t('limits.days'), type: 'number', required: true, min: 1, step: '1' },
      { name: 'validFrom', label: t('limits.validFrom'), type: 'date', required: true, hint: t('limits.validFrom.hint') },
      { name: 'source', label: t('limits.source'), required: true }],
    action: (values) => post('/api/time-limits', values) });
    if (added) {
      done(t('limits.added'));
      this.limits.run();
    }
  }

  render() {
    return html`
      <div class="page-head"><h1>${t('coordination.settings')}</h1></div>
      <div class="columns columns-even">
        <section class="card"><div class="card-head"><h2>${t('paths.title')}</h2>
          ${session.is('REVIEWER', 'APPROVER', 'ADMINISTRATOR') ? html`<button type="button" class="button" data-test="path-new"
            @click=${this.addPath}>${t('paths.new')}</button>` : nothing}</div>
          ${this.paths.render((paths) => dataTable({ caption: t('paths.title'), rows: paths, test: 'paths', columns: [
            { name: t('letters.department'), cell: (path) => html`${word('department', path.department)} ${path.addressee ?? ''}` },
            { name: t('limits.validFrom'), cell: (path) => html`<span class="nowrap">${path.validFrom}</span>` },
            { name: t('paths.steps'), wide: true, cell: (path) => path.steps.map((/** @type {any} */ step) => html`<div>
              ${step.step}. ${step.position} ${step.name} ${step.phone ?? ''} · ${t('paths.afterDays', { days: step.afterDays })}</div>`) }] }))}
        </section>
        <section class="card"><div class="card-head"><h2>${t('limits.title')}</h2>
          ${session.is('APPROVER', 'ADMINISTRATOR') ? html`<button type="button" class="button" data-test="limit-new"
            @click=${this.addLimit}>${t('limits.new')}</button>` : nothing}</div>
          ${this.limits.render((limits) => dataTable({ caption: t('limits.title'), rows: limits, test: 'limits', columns: [
            { name: t('limits.kind'), wide: true, cell: (limit) => html`${word('limit', limit.kind)}
              <div class="small quiet">${limit.source}</div>` },
            { name: t('limits.days'), numeric: true, cell: (limit) => limit.workingDays },
            { name: t('limits.validFrom'), cell: (limit) => html`<span class="nowrap">${limit.validFrom}</span>` }] }))}
        </section>
      </div>`;
  }
}
customElements.define('jieshi-coordination-settings', JieshiCoordinationSettings);

/** Position, name, telephone, days: apart by commas. @param {string} line */
const stepOf = (line) => {
  const [position, name, phone, days] = line.split(/[,，]/).map((part) => part.trim());
  return { position, name, phone: phone || undefined, afterDays: Number(days) };
};

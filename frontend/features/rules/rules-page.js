import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { date, dateTime, number } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { getVersioned, post } from '../../lib/request.js';

/**
 * @typedef {{version: number, allowFactor: number, boundaryFactor: number, containedShare: number, writtenTo: number,
 *   validFrom: string, source: string, reason: string, enteredBy?: string, enteredAt: string, judged: number,
 *   changed: number}} Rule
 */

/** The tolerances that overlaps are judged by, newest first; the administrator enters the next version. */
export class JieshiOverlapRules extends JieshiElement {
  constructor() {
    super();
    /** @type {Loader<{body: {items: Rule[]}, revision: string | undefined}>} */
    this.rules = new Loader(this, () => getVersioned('/api/overlap-rules'));
  }

  connectedCallback() {
    super.connectedCallback();
    this.rules.run();
  }

  render() {
    return html`
      <p class="lead">${t('rules.about')}</p>
      ${session.is('ADMINISTRATOR') && this.rules.value ? html`<div class="buttons"><button type="button"
        class="button button-main" data-test="rule-add" @click=${this.add}>${t('rules.add')}</button></div>` : nothing}
      ${this.rules.render(({ body }) => dataTable({ caption: t('rules.title'), rows: body.items, test: 'rules',
        key: (rule) => rule.version, columns: columns() }))}`;
  }

  async add() {
    const seen = this.rules.value;
    const now = seen?.body.items[0];
    if (!seen || !now) {
      return;
    }
    const entered = /** @type {Rule | undefined} */ (await askForm({
      title: t('rules.add'),
      text: t('rules.add.text'),
      submit: t('rules.add'),
      danger: true,
      fields: [
        { name: 'allowFactor', label: t('rules.allowFactor'), type: 'number', required: true, value: now.allowFactor,
          min: 1, step: '0.01' },
        { name: 'boundaryFactor', label: t('rules.boundaryFactor'), type: 'number', required: true,
          value: now.boundaryFactor, min: 1, step: '0.01' },
        { name: 'containedShare', label: t('rules.containedShare'), type: 'number', required: true,
          value: now.containedShare, min: 0.9, step: '0.001' },
        { name: 'writtenTo', label: t('rules.writtenTo'), type: 'number', required: true, value: now.writtenTo,
          min: 0.001, step: '0.001' },
        { name: 'validFrom', label: t('rules.validFrom'), type: 'date', required: true },
        { name: 'source', label: t('rules.source'), required: true },
        { name: 'reason', label: t('rules.reason'), type: 'textarea', required: true },
      ],
      action: (values) => post('/api/overlap-rules', values, { ifMatch: seen.revision }),
    }));
    if (entered) {
      done(t('rules.done', { version: entered.version, judged: number(entered.judged),
        changed: number(entered.changed) }));
      this.rules.run();
    }
  }
}
customElements.define('jieshi-overlap-rules', JieshiOverlapRules);

/** The version that the program brings along: nobody entered it, so the page says where it is from. */
const DELIVERED = 1;

/** @returns {import('../../components/data-table.js').Column<Rule>[]} */
const columns = () => [
  { name: t('rules.version'), cell: (rule) => html`<b class="nowrap">overlap-${rule.version}</b>` },
  { name: t('rules.allowFactor.short'), numeric: true, cell: (rule) => number(rule.allowFactor, 2) },
  { name: t('rules.boundaryFactor.short'), numeric: true, cell: (rule) => number(rule.boundaryFactor, 2) },
  { name: t('rules.containedShare.short'), numeric: true, cell: (rule) => number(rule.containedShare, 3) },
  { name: t('rules.writtenTo.short'), numeric: true, cell: (rule) => number(rule.writtenTo, 3) },
  { name: t('rules.validFrom'), cell: (rule) => date(rule.validFrom) },
  { name: t('rules.source'), wide: true, cell: (rule) => html`${
    rule.version === DELIVERED ? t('rules.delivered') : rule.source}<br><span class="quiet">${
    rule.version === DELIVERED ? t('rules.delivered.reason') : rule.reason}</span>` },
  { name: t('rules.entered'), cell: (rule) => html`${dateTime(rule.enteredAt)} ${rule.enteredBy ?? ''}` },
  { name: t('rules.judged'), numeric: true, cell: (rule) => `${number(rule.judged)} / ${number(rule.changed)}` },
];

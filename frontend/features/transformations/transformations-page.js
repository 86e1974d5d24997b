import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { date } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { get, post } from '../../lib/request.js';

/** @typedef {any} TransformationSet */

const SYSTEMS = ['EPSG:2360', 'EPSG:2361', 'EPSG:2412', 'EPSG:2413'];
const TARGETS = ['EPSG:4524', 'EPSG:4525'];
const SEVEN = ['dx', 'dy', 'dz', 'rx', 'ry', 'rz', 'scalePpm'];
const FOUR = ['dx', 'dy', 'rz', 'scalePpm'];

/** As they were entered, with the true minus sign. @param {number} value */
const figure = (value) => String(value).replace('-', '−');

/** Local parameters for surveys in older datums. Administrators enter and retire them; a set is never edited. */
export class JieshiTransformationsPage extends JieshiElement {
  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route | undefined} */
    this.route = undefined;
    this.sets = new Loader(this, (signal) => get('/api/transformations', {}, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.sets.run();
  }

  render() {
    const may = session.is('ADMINISTRATOR');
    return html`
      <div class="page" data-test="transformations-page">
        <header class="page-head"><h1>${t('nav.transformations')}</h1>
          ${may ? html`<div class="buttons">
            <button type="button" class="button button-main" data-test="add-seven" @click=${() => this.add(true)}>
              ${t('transformation.addSeven')}</button>
            <button type="button" class="button" data-test="add-four" @click=${() => this.add(false)}>
              ${t('transformation.addFour')}</button></div>` : nothing}
        </header>
        <p class="quiet">${t('transformation.about')}</p>
        ${this.sets.render((list) => dataTable({ caption: t('nav.transformations'), rows: list.items, test: 'transformations',
          key: (set) => set.id, empty: t('transformation.none'), columns: this.columns(may) }))}
      </div>`;
  }

  /**
   * @param {boolean} may
   * @returns {import('../../components/data-table.js').Column<TransformationSet>[]}
   */
  columns(may) {
    return [
      { name: t('transformation.name'), cell: (set) => html`${set.id} · ${set.name}
        <div class="small quiet">${set.sourceDocument} · ${set.area}</div>` },
      { name: t('transformation.method'), cell: (set) => word('transformationMethod', set.method) },
      { name: t('transformation.between'), cell: (set) => html`<span class="nowrap">${set.fromCrs} → ${set.toCrs}</span>` },
      { name: t('transformation.parameters'), wide: true, cell: (set) => html`<span class="parameters">${
        (set.method === 'PLANE' ? FOUR : SEVEN).map((name) => html`<span class="nowrap figures">${
          t(set.method === 'PLANE' && name === 'rz' ? 'transformation.parameter.rotation' : `transformation.parameter.${name}`,
            { value: figure(set[name]) })}</span>`)}</span>` },
      { name: t('transformation.rmse'), numeric: true, cell: (set) => `±${set.rmse} m` },
      { name: t('transformation.validFrom'), cell: (set) => date(set.validFrom) },
      { name: t('table.status'), cell: (set) => (set.retiredAt
        ? html`<span class="badge badge-plain" title=${set.retiredReason}>${t('transformation.retired')}</span>`
        : html`<span class="badge badge-good">${t('transformation.inUse')}</span>
          ${may ? html` <button type="button" class="button button-small" data-test="retire"
            @click=${() => this.retire(set)}>${t('transformation.retire')}</button>` : nothing}`) },
    ];
  }

  /** @param {boolean} seven */
  async add(seven) {
    const figure = (/** @type {string} */ name) => ({ name, label: t(`transformation.${seven ? 'seven' : 'four'}.${name}`),
      type: /** @type {const} */ ('number'), required: true });
    const added = await askForm({
      title: t(seven ? 'transformation.addSeven' : 'transformation.addFour'),
      submit: t('transformation.add'),
      fields: [
        { name: 'name', label: t('transformation.name'), required: true },
        ...(seven ? [{ name: 'method', label: t('transformation.convention'), type: /** @type {const} */ ('select'),
          required: true, hint: t('transformation.convention.hint'),
          options: ['POSITION_VECTOR', 'COORDINATE_FRAME'].map((value) => ({ value, label: word('transformationMethod', value) })) }]
          : []),
        { name: 'fromCrs', label: t('transformation.from'), type: 'select', required: true,
          options: SYSTEMS.map((value) => ({ value, label: word('crs', value) })) },
        ...(seven ? [] : [{ name: 'toCrs', label: t('transformation.to'), type: /** @type {const} */ ('select'), required: true,
          options: TARGETS.map((value) => ({ value, label: word('crs', value) })) }]),
        ...(seven ? SEVEN : FOUR).map(figure),
        { name: 'rmse', label: t('transformation.rmse'), type: 'number', required: true },
        { name: 'sourceDocument', label: t('transformation.document'), required: true },
        { name: 'area', label: t('transformation.area'), required: true },
        { name: 'bounds', label: t('transformation.bounds'), required: true, hint: t('transformation.bounds.hint') },
        { name: 'validFrom', label: t('transformation.validFrom'), type: 'date', required: true },
      ],
      action: (values) => post('/api/transformations', { method: 'PLANE', ...values,
        bounds: String(values.bounds ?? '').split(/[\s,，;]+/).filter(Boolean).map(Number) }),
    });
    if (added) {
      done(t('transformation.added'));
      this.sets.run();
    }
  }

  /** @param {TransformationSet} set */
  async retire(set) {
    const retired = await askForm({
      title: t('transformation.retire'),
      text: t('transformation.retire.text', { name: set.name }),
      fields: [{ name: 'reason', label: t('transformation.reason'), required: true }],
      submit: t('transformation.retire'),
      danger: true,
      action: (values) => post(`/api/transformations/${set.id}/actions/retire`, values, { ifMatch: set.revision }),
    });
    if (retired) {
      this.sets.run();
    }
  }
}
customElements.define('jieshi-transformations-page', JieshiTransformationsPage);

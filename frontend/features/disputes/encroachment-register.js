import { html } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { number, squareMetres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { get, put } from '../../lib/request.js';
import { session } from '../../app/session.js';
import { caseLink } from './case-link.js';

const WAYS = ['PLANTING', 'BUILDING', 'AFFORESTATION', 'GRAVES', 'QUARRYING', 'OTHER'];
const FOUND = ['PATROL', 'IMAGERY', 'REPORT', 'SURVEY'];
const WRITERS = ['SURVEYOR', 'REVIEWER', 'MEDIATOR'];

/** Every occupation, present and past, with what is known of it. */
export class JieshiEncroachmentRegister extends JieshiElement {
  constructor() {
    super();
    this.list = new Loader(this, (signal) => get('/api/encroachments/register', { size: 500 }, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.list.run();
  }

  /** @param {any} line */
  async enter(line) {
    const fact = line.fact ?? {};
    const entered = await askForm({
      title: `${t('encroachment.enter')} · ${line.claim}`,
      fields: [
        { name: 'way', label: t('encroachment.way'), type: 'select', value: fact.way,
          options: WAYS.map((value) => ({ value, label: word('encroachmentWay', value) })) },
        { name: 'foundBy', label: t('encroachment.foundBy'), type: 'select', value: fact.foundBy,
          options: FOUND.map((value) => ({ value, label: word('encroachmentFound', value) })) },
        { name: 'foundOn', label: t('encroachment.foundOn'), type: 'date', required: true, value: fact.foundOn },
        { name: 'landUseScheme', label: t('encroachment.scheme'), value: fact.landUseScheme },
        { name: 'landUseCode', label: t('encroachment.class'), value: fact.landUseCode },
        { name: 'document', label: t('encroachment.document'), value: fact.document },
        { name: 'amount', label: t('encroachment.amount'), type: 'number', min: 0, value: fact.amount },
        { name: 'note', label: t('case.note'), type: 'textarea', value: fact.note },
      ],
      submit: t('action.save'),
      action: async (values) => {
        await put(`/api/encroachments/register/${encodeURIComponent(line.claim)}`, values, { ifMatch: line.revision });
        return true;
      },
    });
    if (entered) {
      done(t('case.entered'));
      this.list.run();
    }
  }

  render() {
    const may = WRITERS.includes(session.user?.role ?? '');
    return html`
      <section class="card" data-test="encroachment-register">
        <h2>${t('encroachment.register')}</h2>
        ${this.list.render((list) => dataTable({ caption: t('encroachment.register'), rows: list.items, columns: [
          { name: t('encroachments.occupier'), wide: true, cell: (/** @type {any} */ line) => html`${line.occupier ?? '—'}
            <div class="quiet small"><span class="code">${line.claim}</span> → <a class="code"
              href="#/map?parcel=${line.parcel}">${line.parcel}</a></div>` },
          { name: t('encroachments.since'), cell: (line) => html`<span class="nowrap">${line.since}</span>` },
          { name: t('table.area'), numeric: true, cell: (line) => squareMetres(line.area) },
          { name: t('encroachment.way'), cell: (line) => word('encroachmentWay', line.fact?.way) },
          { name: t('encroachment.class'), cell: (line) => line.fact?.landUseCode ?? '—' },
          { name: t('encroachment.foundBy'), cell: (line) => html`${word('encroachmentFound', line.fact?.foundBy)}
            <div class="quiet small nowrap">${line.fact?.foundOn ?? ''}</div>` },
          { name: t('encroachment.amount'), numeric: true, cell: (line) => number(line.fact?.amount, 2) },
          { name: t('encroachment.stage'), cell: (line) => html`${badge('encroachmentStage', line.stage)}
            <div class="small">${line.caseNumber ? caseLink(line.caseNumber) : ''}
              ${line.recoveredOn ? `${line.recoveredOn} · ${squareMetres(line.recoveredArea)}` : ''}</div>` },
          ...(may ? [{ name: '', cell: (/** @type {any} */ line) => html`<button type="button" class="link-button"
            data-test="encroachment-enter" @click=${() => this.enter(line)}>${t('encroachment.enter')}</button>` }] : []),
        ] }))}
      </section>`;
  }
}
customElements.define('jieshi-encroachment-register', JieshiEncroachmentRegister);

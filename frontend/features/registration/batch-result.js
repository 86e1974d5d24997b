import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { gateList } from '../../components/gates.js';
import { choose, t } from '../../lib/i18n.js';

/**
 * What became of one of many.
 *
 * @typedef {object} Outcome
 * @property {string} key parcel or application it was asked for
 * @property {string} [id] of the application
 * @property {string} [state]
 * @property {string} [certificate] number of the one that was issued
 * @property {string} [code] of the refusal
 * @property {string} [detail]
 * @property {string} [detailZh]
 * @property {{gate: string, fact: string, factZh: string}[]} unmet
 */

/**
 * The result of a batch, the refusals first.
 *
 * @param {Outcome[]} outcomes
 * @param {() => void} close
 */
export function batchResult(outcomes, close) {
  const refused = outcomes.filter((outcome) => outcome.code);
  const done = outcomes.filter((outcome) => !outcome.code);
  return html`
    <section class="card" data-test="batch-result" data-done=${done.length} data-refused=${refused.length}>
      <header class="card-head"><h2>${t('batch.result', { done: done.length, refused: refused.length })}</h2>
        <button type="button" class="icon-button" aria-label=${t('action.close')} @click=${close}>×</button></header>
      ${dataTable({ caption: t('batch.result', { done: done.length, refused: refused.length }), columns: columns(),
        rows: [...refused, ...done], key: (outcome) => outcome.key })}
    </section>`;
}

/** @returns {import('../../components/data-table.js').Column<Outcome>[]} */
function columns() {
  return [
    { name: t('batch.record'), cell: (outcome) => (outcome.id
      ? html`<a class="nowrap" href="#/applications/${outcome.id}">${outcome.key}</a>`
      : html`<span class="code">${outcome.key}</span>`) },
    { name: t('batch.outcome'), cell: (outcome) => html`<span class="badge badge-${outcome.code ? 'bad' : 'good'}">
      ${t(outcome.code ? 'batch.refused' : 'batch.done')}</span>` },
    { name: t('batch.what'), wide: true, cell: (outcome) => (outcome.code
      ? html`${outcome.unmet.length > 0 ? gateList(outcome.unmet) : choose(outcome.detail, outcome.detailZh)}`
      : html`${outcome.state ? badge('applicationState', outcome.state) : nothing}
        ${outcome.certificate ? html`<a href="#/certificates/${encodeURIComponent(outcome.certificate)}">
          ${outcome.certificate}</a>` : nothing}`) },
  ];
}

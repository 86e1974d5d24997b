import { html, nothing } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { facts } from '../../components/facts.js';
import { area, date } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { unitLink } from './unit-link.js';

/** Agreements and decisions, and what they changed. @param {any} dispute */
export const agreement = (dispute) => (dispute.settlements.length === 0
  ? html`<p class="empty">${t('case.agreement.none')}</p>` : dispute.settlements.map((/** @type {any} */ each) => html`
    <div class="card-head"><h3>${word('settlement', each.kind)}</h3>
      ${each.kind === 'AGREEMENT' ? html`<a class="button" data-test="agreement-pdf" target="_blank" rel="noopener"
        href="/api/disputes/${encodeURIComponent(dispute.id)}/agreement.pdf">${t('case.agreement.pdf')}</a>` : nothing}</div>
    ${facts([
      [t('case.outcome'), word('outcome', each.outcome)],
      [t('case.documentNumber'), `${each.documentNumber} · ${date(each.datedOn)}`],
      [t('case.authority'), each.authority],
      [t('case.seal'), each.seal],
      [t('case.signatures'), each.signatures.map((/** @type {any} */ one) => `${one.party}：${one.name}`).join('、')],
      [t('case.handlers'), each.handlers.join('、')],
      [t('case.text'), each.text],
    ])}
    ${each.changes.length === 0 ? nothing : dataTable({ caption: t('case.changes'), rows: each.changes, columns: [
      { name: t('proposal.unit'), wide: true, cell: (change) => unitLink(change) },
      { name: t('case.areaBefore'), numeric: true, cell: (change) => area(change.areaBefore) },
      { name: t('case.areaAfter'), numeric: true, cell: (change) => area(change.areaAfter) },
    ] })}`));

/** What was said at the table. @param {any} dispute */
export function sessions(dispute) {
  const held = dispute.timeline.filter((/** @type {any} */ event) => event.action === 'SESSION');
  return held.length === 0 ? html`<p class="empty">${t('case.sessions.none')}</p>` : held.map((/** @type {any} */ event) =>
    html`<section class="visit" data-test="session">
      <h4>${event.detail.place} · ${event.on}${event.level ? ` · ${word('level', event.level)}` : ''}</h4>
      <p class="quiet">${event.detail.people.join('、')} · ${t('case.recordedBy', { name: event.byName })}</p>
      <p class="lines">${event.note}</p></section>`);
}

import { html, nothing } from 'lit';
import { facts } from '../../components/facts.js';
import { date, number, squareMetres } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';

/**
 * @typedef {{en: string, zh: string}} Bilingual
 * @typedef {{facts: {area: number, landClass: string, disputed: boolean, copies: number}, tariff: string,
 *   source: string, status: Bilingual, scenario: boolean, uncertain: boolean, basis: string, rate: number,
 *   amount: number, note?: string}} Assessment
 * @typedef {{kind: 'PAID' | 'EXEMPTED', amount: number, receiptNumber?: string, exemptionReason?: string,
 *   exemptionDocument?: string, settledOn: string, recordedBy: string}} Settlement
 * @typedef {{amount: number, reason: string, document: string, receiptNumber: string, refundedOn: string,
 *   recordedBy: string}} Refund
 * @typedef {{due?: Assessment, scenarios: Assessment[], settlement?: Settlement,
 *   missing?: Bilingual, refunds?: Refund[]}} FeeStanding
 */

/**
 * What is due by which rule, what was settled, and proposals for comparison.
 *
 * @param {FeeStanding | undefined} fees absent while the class of the land use is not known
 * @param {string} application
 */
export const feeCard = (fees, application) => html`
  <section class="card" data-test="fees" data-settled=${String(fees !== undefined && !fees.missing)}>
    <header class="card-head"><h2>${t('fees.title')}</h2>${fees ? html`<a class="button button-small" target="_blank"
      rel="noopener" data-test="fee-sheet" href="/api/applications/${application}/fees.pdf">${t('fees.sheet')}</a>` : nothing}</header>
    ${fees ? standing(fees) : html`<p class="empty">${t('fees.unknown')}</p>`}
  </section>`;

/** @param {FeeStanding} fees */
const standing = ({ due, scenarios, settlement, missing, refunds = [] }) => html`
  ${missing ? html`<p class="notice notice-warn">${choose(missing.en, missing.zh)}</p>`
    : html`<p class="gates-passed">✓ ${t('fees.settled')}</p>`}
  ${facts([
    [t('fees.due'), due ? html`<strong>${yuan(due.amount)}</strong>` : t('fees.noTariff')],
    [t('fees.reckoning'), due ? reckoning(due) : null],
    [t('fees.source'), due ? `${due.source} · ${choose(due.status.en, due.status.zh)}` : null],
    settlement ? [word('fees.kind', settlement.kind), html`${yuan(settlement.amount)} ·
      ${settlement.receiptNumber ?? settlement.exemptionDocument} · ${date(settlement.settledOn)} ·
      ${settlement.recordedBy}`] : null,
    ...refunds.map((refund) => /** @type {[string, unknown]} */ ([t('fees.refund'), html`−${yuan(refund.amount)} ·
      ${refund.receiptNumber} · ${refund.document} · ${date(refund.refundedOn)} · ${refund.recordedBy}`])),
    settlement?.exemptionReason ? [t('step.reason'), settlement.exemptionReason] : null,
  ])}
  ${scenarios.length === 0 ? nothing : html`
    <details><summary>${t('fees.scenarios')}</summary>
      ${facts(scenarios.map((scenario) => [scenario.source, html`${yuan(scenario.amount)}
        <span class="quiet">${reckoning(scenario)} · ${choose(scenario.status.en, scenario.status.zh)}</span>`]))}
    </details>`}`;

/** @param {Assessment} assessment */
const reckoning = ({ basis, rate, facts: { area, landClass } }) => (basis === 'PER_SQUARE_METRE'
  ? `${squareMetres(area)} × ${rate} (${word('landClass', landClass)})`
  : `${word('fees.basis', basis)} (${word('landClass', landClass)})`);

/** @param {number} amount */
const yuan = (amount) => t('fees.yuan', { amount: number(amount, 2) });

import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { facts } from '../../components/facts.js';
import { date, dateTime } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';

/**
 * @typedef {object} Override
 * @property {number} id
 * @property {string} gate
 * @property {{en: string, zh: string}[]} facts what the gate lacked
 * @property {string} reason
 * @property {string} document
 * @property {string} expiresOn
 * @property {string} proposedBy
 * @property {string} proposedAt
 * @property {string} [confirmedBy]
 * @property {string} [confirmedAt]
 * @property {string} [endedBy]
 * @property {string} [endedAt]
 * @property {string} [endedWhy]
 * @property {'PROPOSED' | 'IN_FORCE' | 'EXPIRED' | 'ENDED'} status
 */

/** @type {Record<string, string>} */
const MARKS = { PROPOSED: 'busy', IN_FORCE: 'bad', EXPIRED: 'plain', ENDED: 'plain' };

/**
 * Every override there ever was; a second approver confirms, any approver ends one.
 *
 * @param {Override[]} overrides
 * @param {((action: string, override: Override) => void) | null} act null where nothing can be done any more
 */
export const overrideCards = (overrides, act) => (overrides.length === 0 ? nothing : html`
  <section><h2 class="section-head">${t('override.title')}</h2>
    ${overrides.map((override) => html`
      <article class="card" data-test="override" data-status=${override.status}>
        <header class="card-head"><h3>${override.gate} ${word('gate', override.gate)}</h3>
          <span class="badge badge-${MARKS[override.status]}">${word('override.status', override.status)}</span></header>
        ${facts([
          [t('override.facts'), html`<span class="lines">${override.facts.map((fact) => choose(fact.en, fact.zh))
            .join('\n')}</span>`],
          [t('step.reason'), override.reason],
          [t('step.document'), override.document],
          [t('override.expiresOn'), date(override.expiresOn)],
          [t('override.proposed'), `${override.proposedBy} · ${dateTime(override.proposedAt)}`],
          [t('override.confirmed'), override.confirmedBy ? `${override.confirmedBy} · ${dateTime(override.confirmedAt)}`
            : null],
          [t('override.ended'), override.endedBy ? `${override.endedBy} · ${dateTime(override.endedAt)} · ${
            word('override.why', override.endedWhy)}` : null],
        ])}
        ${act && session.is('APPROVER') ? buttons(override, act) : nothing}
      </article>`)}
  </section>`);

/**
 * @param {Override} override
 * @param {(action: string, override: Override) => void} act
 */
const buttons = (override, act) => (override.status !== 'PROPOSED' && override.status !== 'IN_FORCE' ? nothing : html`
  <div class="buttons">
    ${override.status === 'PROPOSED' && override.proposedBy !== session.user?.username ? html`
      <button type="button" class="button button-main" data-test="override-confirm"
        @click=${() => act('confirm-override', override)}>${word('action', 'confirm-override')}</button>` : nothing}
    <button type="button" class="button button-danger-quiet" data-test="override-end"
      @click=${() => act('end-override', override)}>${word('action', 'end-override')}</button>
  </div>`);

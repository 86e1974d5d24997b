import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { area, dateTime, metres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { caseLink } from '../disputes/case-link.js';

/**
 * @typedef {{reason: string, subject?: string}} Reason
 * @typedef {{side: 'LEFT' | 'RIGHT' | 'BOTH', left?: number, right?: number, leftReason?: Reason,
 *   rightReason?: Reason}} Cause
 * @typedef {{at: string, what: string, why: string, cause?: Cause, status: string, overlapClass: string,
 *   classBefore?: string, area: number, meanWidth?: number, allowedWidth?: number, ruleVersion?: string}} ConflictEvent
 */

const WITHIN_A_CASE = ['ATTACHED', 'SETTLED', 'REOPENED'];

/**
 * What happened to an overlap, and by which version of which side; the newest last.
 *
 * @param {import('./conflict-card.js').Conflict & {history?: ConflictEvent[]}} conflict
 */
export const conflictHistory = (conflict) => (conflict.history?.length ? html`
  <h3>${t('conflict.history')}</h3>
  <ol class="timeline" data-test="conflict-history">${conflict.history.map((event) => html`
    <li data-action=${event.what}>
      <time datetime=${event.at}>${dateTime(event.at)}</time>
      <span class="timeline-what">
        <strong>${word('conflict.event', event.what)}</strong>
        ${WITHIN_A_CASE.includes(event.what) && !isWhy(event.why) ? caseLink(event.why)
          : html`<span>${causes(conflict, event) || word('conflict.why', event.why)}</span>`}
        ${event.classBefore && event.classBefore !== event.overlapClass ? html`<span>
          ${badge('overlapClass', event.classBefore)} → ${badge('overlapClass', event.overlapClass)}</span>` : nothing}
        ${event.what !== 'GONE' && event.ruleVersion ? html`<span class="quiet small">${t('conflict.judged', {
          area: area(event.area), mean: metres(event.meanWidth), allowed: metres(event.allowedWidth),
          rule: event.ruleVersion })}</span>` : nothing}
      </span>
    </li>`)}</ol>` : nothing);

/** @param {string} why a code of the program, or the number of a case */
const isWhy = (why) => /^[A-Z_]+$/.test(why);

/**
 * @param {import('./conflict-card.js').Conflict} conflict
 * @param {ConflictEvent} event
 */
function causes(conflict, event) {
  const cause = event.cause;
  if (!cause) {
    return '';
  }
  return [
    cause.side === 'RIGHT' ? '' : by(conflict.left.code, cause.left, cause.leftReason),
    cause.side === 'LEFT' ? '' : by(conflict.right.code, cause.right, cause.rightReason),
  ].filter(Boolean).join(' · ');
}

/**
 * @param {string} code
 * @param {number | undefined} version
 * @param {Reason | undefined} given
 */
function by(code, version, given) {
  const reason = [word('changeReason', given?.reason ?? 'UNKNOWN'), given?.subject].filter(Boolean).join(' ');
  return version === undefined ? t('conflict.by.end', { code, reason }) : t('conflict.by', { code, version, reason });
}

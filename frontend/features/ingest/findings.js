import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { number } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';

/**
 * @typedef {object} Finding
 * @property {string} rule
 * @property {string} severity
 * @property {number} [record]
 * @property {string} message
 * @property {string} messageZh
 * @property {number[]} [coordinate] lon lat
 * @property {number[]} [surveyed] x y as in the file
 */

/** The weightiest first. */
const SEVERITIES = ['BLOCK', 'ASK', 'WARN', 'INFO'];

/**
 * What the checks found, rule by rule.
 *
 * @param {Finding[]} findings
 * @param {(finding: Finding) => void} show its place on the map, or its record
 */
export function findingsByRule(findings, show) {
  /** @type {Map<string, Finding[]>} */
  const groups = new Map();
  for (const finding of findings) {
    const key = `${SEVERITIES.indexOf(finding.severity)}-${finding.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const ordered = [...groups.entries()].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return html`<div data-test="findings">${ordered.map(([, group]) => html`
    <details class="finding-group" ?open=${isPressing(group[0]) || ordered.length < 6} data-rule=${group[0].rule}>
      <summary>${badge('severity', group[0].severity)} <b>${group[0].rule}</b> ${word('rule', group[0].rule)}
        <span class="quiet">${number(group.length)}</span></summary>
      <ul class="plain">${group.map((finding) => html`
        <li class="finding" data-test="finding">
          <span>${choose(finding.message, finding.messageZh)}</span>
          ${finding.coordinate || finding.record ? html`<button type="button" class="link-button nowrap" data-test="finding-place"
            @click=${() => show(finding)}>${t('action.showOnMap')}</button>` : nothing}
        </li>`)}</ul>
    </details>`)}</div>`;
}

/** Something has to be done about it before the record can go on. @param {Finding} finding */
const isPressing = ({ severity }) => severity === 'BLOCK' || severity === 'ASK';

import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { area, metres, percent } from '../../lib/format.js';
import { choose, t, translator } from '../../lib/i18n.js';
import { caseLink } from '../disputes/case-link.js';

/**
 * @typedef {{kind: 'PARCEL' | 'CLAIM' | 'EVIDENCE', id: number, code: string, version: number}} Side
 *
 * @typedef {object} Conflict
 * @property {number} id
 * @property {Side} left
 * @property {Side} right
 * @property {string} overlapClass
 * @property {string} track
 * @property {number} area m²
 * @property {number} meanWidth m
 * @property {number} maxWidth m
 * @property {number} allowedWidth m
 * @property {number} [leftAccuracy] m
 * @property {number} [rightAccuracy] m
 * @property {number} leftShare
 * @property {number} rightShare
 * @property {'EXACT' | 'BALLPARK'} exactness
 * @property {number} [ballpark] m, between two datums
 * @property {string} plane EPSG code of the left side's system
 * @property {string} status
 * @property {string} [caseNumber]
 * @property {string} ruleVersion
 * @property {string} reason
 * @property {string} reasonZh
 * @property {string} computedAt
 * @property {any} geometry
 */

/**
 * One overlap in short.
 *
 * @param {Conflict} conflict
 * @param {string} [seenFrom] code of the side that is already on the page
 */
export const conflictCard = (conflict, seenFrom) => html`
  <article class="conflict" data-test="conflict" data-class=${conflict.overlapClass} data-id=${conflict.id}>
    <p class="conflict-head">
      ${badge('overlapClass', conflict.overlapClass)} ${badge('track', conflict.track)}
      ${badge('conflictStatus', conflict.status)}
      <b class="figures">${area(conflict.area)}</b>
    </p>
    <p>${conflict.left.code === seenFrom ? sideLink(conflict.right)
      : conflict.right.code === seenFrom ? sideLink(conflict.left)
        : html`${sideLink(conflict.left)} × ${sideLink(conflict.right)}`}
      · <a href="#/map?conflict=${conflict.id}" data-test="show-conflict">${t('action.showOnMap')}</a>
      ${conflict.caseNumber ? html` · ${caseLink(conflict.caseNumber)}` : nothing}</p>
    <p class="small">${widthSentence(conflict)}</p>
  </article>`;

/** Why the overlap has its class, in one sentence (rules.md, accuracy model). @param {Conflict} conflict */
export function widthSentence(conflict) {
  const values = { mean: metres(conflict.meanWidth), max: metres(conflict.maxWidth),
    allowed: metres(conflict.allowedWidth), left: metres(conflict.leftAccuracy), right: metres(conflict.rightAccuracy),
    share: percent(conflict.leftShare) };
  const unknown = conflict.leftAccuracy === undefined || conflict.rightAccuracy === undefined;
  return [t(unknown ? 'conflict.width.unknown' : 'conflict.width', values), t(`conflict.meaning.${conflict.overlapClass}`),
    choose(conflict.reason, conflict.reasonZh)].join(translator.language === 'zh' ? '' : ' ');
}

/** @param {Side} side */
export function sideLink(side) {
  const kind = side.kind.toLowerCase();
  return html`<a href="#/map?${kind}=${encodeURIComponent(side.code)}"><span class="quiet">${t(`thing.${kind}`)}</span>
    <span class="code">${side.code}</span></a>`;
}

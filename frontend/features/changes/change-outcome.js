import { html, nothing } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { number } from '../../lib/format.js';
import { choose, t } from '../../lib/i18n.js';

/**
 * @typedef {object} Change
 * @property {string} [id]
 * @property {string} [number]
 * @property {'SPLIT' | 'MERGE' | 'ADJUST' | 'RETIRE'} kind
 * @property {'PROPOSED' | 'EXECUTED' | 'WITHDRAWN'} [status]
 * @property {string} [reason]
 * @property {string} [document]
 * @property {number} areaBefore m²
 * @property {number} areaAfter m²
 * @property {{code: string, version: number, area: number, geometry?: any}[]} parents
 * @property {{seq: number, code?: string, area: number, areaHm2: number, crs: string, geometry: any, certificate?: string}[]} children
 * @property {{fact: string, factZh: string}[]} obstacles
 * @property {string} [proposedBy]
 * @property {string} [proposedAt]
 * @property {string} [decidedBy]
 * @property {string} [decidedAt]
 * @property {number} [revision]
 */

/** What a change brings: old and new parcels with their areas, and what stands in its way. @param {Change} change */
export const changeOutcome = (change) => html`
  ${change.obstacles.length === 0 ? nothing : html`
    <div class="notice notice-error" role="alert" data-test="change-obstacles">
      <p><strong>${t('changes.obstacles')}</strong></p>
      <ul>${change.obstacles.map(({ fact, factZh }) => html`<li>${choose(fact, factZh)}</li>`)}</ul></div>`}
  ${dataTable({ caption: t('changes.parents'), rows: change.parents, test: 'change-parents', columns: [
    { name: t('changes.parents'), wide: true, cell: (parent) => html`<a class="code" href="#/map?parcel=${parent.code}">
      ${parent.code}</a>` },
    { name: t('unit.squareMetres'), numeric: true, cell: (parent) => number(parent.area, 2) },
  ] })}
  ${change.kind === 'RETIRE' ? nothing : dataTable({ caption: t('changes.children'), rows: change.children,
    test: 'change-children', columns: [
      { name: t('changes.children'), wide: true, cell: (child) => (child.code
        ? html`<a class="code" href="#/map?parcel=${child.code}">${child.code}</a>`
        : t('changes.child.of', { seq: child.seq })) },
      { name: t('unit.squareMetres'), numeric: true, cell: (child) => number(child.area, 2) },
      { name: t('unit.hectares'), numeric: true, cell: (child) => number(child.areaHm2, 4) },
      { name: t('changes.certificate'), cell: (child) => (child.certificate ? html`<a class="nowrap"
        href="#/certificates/${encodeURIComponent(child.certificate)}">${child.certificate}</a>` : '—') },
    ] })}
  <p class="quiet">${t('changes.areas', { before: number(change.areaBefore, 2), after: number(change.areaAfter, 2),
    difference: number(change.areaAfter - change.areaBefore, 2) })}</p>`;

/** @param {Change} change */
export const shapesOf = (change) => [
  ...change.children.map(({ geometry }) => ({ geometry })),
  ...(change.children.length ? [] : change.parents.map(({ geometry }) => ({ geometry }))),
];

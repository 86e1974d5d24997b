import { html } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { number, percent } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { landUse } from '../../lib/land-use.js';
import { bandBar } from './band-bar.js';
import { BANDS, areaOf, useOfGroup } from './bands.js';
import { drillLink } from './drill.js';

/**
 * The groups with their bands, and the total that they add up to.
 *
 * @param {import('./coverage-page.js').Report} report
 * @param {string} by
 * @param {string | undefined} chosen code of the group whose parcels are shown
 * @param {(code: string) => void} choose
 */
export function groupTable(report, by, chosen, choose) {
  return dataTable({
    caption: t(`coverage.by.${by}`),
    rows: report.groups,
    test: 'coverage-groups',
    key: (group) => group.code,
    selected: (group) => group.code === chosen,
    open: (group) => choose(group.code),
    columns: [
      { name: t(`coverage.by.${by}`), cell: (group) => html`<span class="nowrap">
        ${groupName(group, by)}</span>` },
      { name: t('coverage.total'), numeric: true, cell: (group) => drillLink(report, group.code, 'covered', group.totalArea,
        hm2(group.totalArea)) },
      ...BANDS.map((band) => ({ name: t(`band.${band.name}`), numeric: true,
        cell: (/** @type {import('./coverage-page.js').Group} */ group) => drillLink(report, group.code,
          band.name, areaOf(group, band), hm2(areaOf(group, band))) })),
      { name: t('coverage.share'), numeric: true, cell: (group) => percent(group.certifiedShare) },
      { name: t('coverage.bands'), wide: true, cell: (group) => html`<div class="cell-bar">
        ${bandBar(group, 'small')}</div>` },
    ],
  });
}

/**
 * @param {import('./coverage-page.js').Group} group
 * @param {string} by
 */
export function groupName(group, by) {
  if (group.code === '') {
    return t(by === 'landUse' ? 'coverage.noUse' : 'coverage.nowhere');
  }
  return by === 'landUse' ? landUse(useOfGroup(group.code)) : group.name ?? group.code;
}

/** @param {number} squareMetres */
const hm2 = (squareMetres) => number(Number(squareMetres) / 10_000, 4);

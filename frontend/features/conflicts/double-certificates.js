import { html } from 'lit';
import { navigate } from '../../app/router.js';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { number, squareMetres } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';

/**
 * @typedef {{kind: string, code: string, party?: string, number?: string, certified: boolean}} Paper
 * @typedef {{conflict: number, left: Paper, right: Paper, area: number, overlapClass: string, status: string}} Item
 */

/** One land, two certificates: reported apart, with the papers of both sides. */
export class JieshiDoubleCertificates extends JieshiElement {
  constructor() {
    super();
    /** @type {Loader<{items: Item[], total: number, pairArea: number, netArea: number}>} */
    this.report = new Loader(this, (signal) => get('/api/coverage/double-certificates', {}, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.report.run();
  }

  render() {
    return this.report.render((report) => html`
      <p class="lead">${t('double.about', { net: number(report.netArea, 2), pairs: number(report.pairArea, 2) })}</p>
      ${dataTable({ caption: t('neighbours.tab.double'), rows: report.items, test: 'double-certificates',
        key: (item) => item.conflict, empty: t('double.none'),
        open: (item) => navigate(['map'], { conflict: item.conflict }), columns: [
          { name: t('double.left'), cell: (item) => paper(item.left) },
          { name: t('double.right'), cell: (item) => paper(item.right) },
          { name: t('conflicts.class'), cell: (item) => badge('overlapClass', item.overlapClass) },
          { name: t('conflicts.status'), cell: (item) => badge('conflictStatus', item.status) },
          { name: t('conflicts.area'), numeric: true, cell: (item) => squareMetres(item.area) },
        ] })}`);
  }
}
customElements.define('jieshi-double-certificates', JieshiDoubleCertificates);

/** @param {Paper} paper */
const paper = (paper) => html`<a class="code" href="#/map?${paper.kind.toLowerCase()}=${encodeURIComponent(paper.code)}">
  ${paper.code}</a> ${paper.party ?? ''}<br><span class="quiet">${paper.number ?? ''}
  ${paper.certified ? '' : t('double.uncertified')}</span>`;

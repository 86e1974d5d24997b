import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { refused } from '../../components/toast.js';
import { area, metres, number } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { hashOf } from '../../lib/route.js';
import { caseLink } from '../disputes/case-link.js';
import { sideLink, widthSentence } from './conflict-card.js';
import { choices, filterOf } from './filters.js';
import '../export/export-button.js';
import './conflict-summary.js';
import './double-certificates.js';
import './neighbours.js';
import '../rules/rules-page.js';
import './open-case-button.js';

/** @typedef {import('./conflict-card.js').Conflict} Conflict */

const TABS = ['conflicts', 'desk', 'neighbours', 'double', 'rules'];

/** Land that two sides both cover, as a list to work through: chosen overlaps become one case. */
export class JieshiConflictsPage extends JieshiElement {
  static properties = { route: { attribute: false }, chosen: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Set<number>} */
    this.chosen = new Set();
    /** @type {Loader<{items: Conflict[], total: number, page: number, size: number}>} */
    this.conflicts = new Loader(this, (signal) => get('/api/conflicts', { ...this.filter(),
      page: this.route.query.page ?? 0, size: 50 }, { signal }));
    new LiveReload(this, ['CONFLICT', 'DISPUTE'], () => this.conflicts.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (this.route.path[1] === 'desk') {
      import('./review-desk.js').catch(refused);
    } else if (changed.has('route')) {
      this.chosen = new Set();
      this.conflicts.run();
    }
  }

  filter() {
    return filterOf(this.route.query);
  }

  render() {
    return html`
      <div class="page ${this.route.path[1] === 'desk' ? 'page-desk' : 'page-wide'}">
        <header class="page-head"><h1>${t('conflicts.title')}</h1>
          <jieshi-export-button .layers=${['conflicts', 'parcels', 'claims', 'evidence']}></jieshi-export-button></header>
        ${tabs(this.route.path[1] ?? 'conflicts')}
        ${this.route.path[1] === 'desk' ? html`<jieshi-review-desk .route=${this.route}></jieshi-review-desk>`
          : this.route.path[1] === 'neighbours' ? html`<jieshi-neighbours .parcel=${this.route.query.parcel ?? ''}>
          </jieshi-neighbours>` : this.route.path[1] === 'double' ? html`<jieshi-double-certificates>
          </jieshi-double-certificates>` : this.route.path[1] === 'rules' ? html`<jieshi-overlap-rules>
          </jieshi-overlap-rules>` : this.overlaps()}
      </div>`;
  }

  overlaps() {
    return html`
        <p class="lead">${t('conflicts.about')} <a href=${hashOf(['conflicts', 'desk'], this.filter())}
          data-test="to-desk">${t('desk.start')}</a></p>
        <jieshi-conflict-summary @changed=${() => this.conflicts.run()}></jieshi-conflict-summary>
        ${this.filters()}
        ${this.conflicts.render((list) => html`
          ${this.caseBar(list.items)}
          ${dataTable({ caption: t('conflicts.title'), rows: list.items, columns: this.columns(), test: 'conflicts',
            key: (conflict) => conflict.id, empty: t('conflicts.empty'),
            selected: (conflict) => this.chosen.has(conflict.id),
            open: (conflict) => navigate(['map'], { conflict: conflict.id }) })}
          ${pager(list, (page) => navigate(['conflicts'], { ...this.filter(), page }))}`)}`;
  }

  /** @param {Conflict[]} items */
  caseBar(items) {
    const chosen = items.filter((conflict) => this.chosen.has(conflict.id));
    return chosen.length === 0 ? nothing : html`
      <div class="batch" data-test="conflict-batch"><span>${t('conflicts.chosen', { count: chosen.length })}</span>
        <jieshi-open-case-button .conflicts=${chosen}></jieshi-open-case-button></div>`;
  }

  filters() {
    return html`
      <form class="filters" role="search" data-test="conflict-filters" @submit=${this.narrow} @change=${this.narrow}>
        ${choices(this.route.query)}
      </form>`;
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(['conflicts'], filterOf(Object.fromEntries(/** @type {any} */ (data))));
  }

  /** @returns {import('../../components/data-table.js').Column<Conflict>[]} */
  columns() {
    const mayOpen = session.is('REVIEWER', 'MEDIATOR');
    return [
      ...(mayOpen ? [{ name: t('conflicts.select'), cell: (/** @type {Conflict} */ conflict) => this.choice(conflict) }]
        : []),
      { name: t('conflicts.parcel'), cell: (conflict) => html`<a class="code"
        href="#/map?parcel=${encodeURIComponent(conflict.left.code)}">${conflict.left.code}</a>` },
      { name: t('conflicts.with'), cell: (conflict) => html`<span class="one-line">${sideLink(conflict.right)}
        </span>` },
      { name: t('conflicts.class'), cell: (conflict) => badge('overlapClass', conflict.overlapClass) },
      { name: t('conflicts.track'), cell: (conflict) => badge('track', conflict.track) },
      { name: t('conflicts.status'), cell: (conflict) => html`<span class="one-line">
        ${badge('conflictStatus', conflict.status)} ${conflict.caseNumber ? caseLink(conflict.caseNumber)
          : nothing}</span>` },
      { name: t('conflicts.area'), numeric: true, cell: (conflict) => area(conflict.area) },
      { name: t('conflicts.width'), numeric: true, cell: (conflict) => html`<span title=${widthSentence(conflict)}>
        ${[conflict.meanWidth, conflict.maxWidth].map((width) => number(width, 2)).join(' / ')} /
        ${metres(conflict.allowedWidth)}</span>` },
      { name: t('nav.map'), cell: (conflict) => html`<a class="nowrap" href="#/map?conflict=${conflict.id}"
        aria-label=${t('conflicts.map.of', { id: conflict.id })}
        data-test="conflict-map">${t('conflicts.map')}</a>` },
    ];
  }

  /** Only what nobody has taken up can become a case. @param {Conflict} conflict */
  choice(conflict) {
    return conflict.status !== 'OPEN' ? nothing : html`<input type="checkbox" data-test="choose"
      aria-label=${t('conflicts.select.one', { id: conflict.id })} .checked=${this.chosen.has(conflict.id)}
      @change=${() => this.toggle(conflict.id)}>`;
  }

  /** @param {number} id */
  toggle(id) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) {
      chosen.add(id);
    }
    this.chosen = chosen;
  }
}
/** @param {string} shown */
const tabs = (shown) => html`
  <nav class="tabs" aria-label=${t('conflicts.title')}>${TABS.filter((tab) => tab !== 'rules'
    || session.is('ADMINISTRATOR', 'MANAGER')).map((tab) => html`
    <a href="#/conflicts${tab === 'conflicts' ? '' : `/${tab}`}" aria-current=${tab === shown ? 'page' : nothing}
      data-test="tab-${tab}">${t(`neighbours.tab.${tab}`)}</a>`)}</nav>`;

customElements.define('jieshi-conflicts-page', JieshiConflictsPage);

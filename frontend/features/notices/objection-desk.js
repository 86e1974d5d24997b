import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { pager } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { t } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import './objection-card.js';

/** The objections that wait for a written answer, and those that have one. */
export class JieshiObjectionDesk extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<{items: import('./objection-card.js').Objection[], total: number, page: number, size: number}>} */
    this.objections = new Loader(this, (signal) => get('/api/objections', { status: this.status || null,
      page: this.route.query.page ?? 0, size: 20 }, { signal }));
    new LiveReload(this, ['OBJECTION'], () => this.objections.run());
  }

  get status() {
    return this.route.query.status ?? 'OPEN';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route')) {
      this.objections.run();
    }
  }

  render() {
    return html`
      <div class="page">
        <p><a href="#/notices">← ${t('notices.title')}</a></p>
        <header class="page-head"><h1>${t('objections.title')}</h1></header>
        <nav class="tabs" aria-label=${t('objections.which')}>
          ${['OPEN', 'UPHELD', 'REJECTED'].map((status) => html`
            <a href="#/notices/objections?status=${status}" data-test="objections-${status}"
              aria-current=${status === this.status ? 'true' : nothing}>${t(`objection.status.${status}`)}</a>`)}
        </nav>
        ${this.objections.render((list) => html`
          ${list.items.length === 0 ? html`<p class="empty" data-test="objections-empty">
            ${t('objections.none')}</p>` : nothing}
          ${list.items.map((objection) => html`<jieshi-objection-card .objection=${objection} with-application
            @objection-answered=${() => this.objections.run()}></jieshi-objection-card>`)}
          ${pager(list, (page) => navigate(['notices', 'objections'], { status: this.status, page }))}`)}
      </div>`;
  }
}
customElements.define('jieshi-objection-desk', JieshiObjectionDesk);

import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable, pager } from '../../components/data-table.js';
import { Loader } from '../../components/loader.js';
import { RoutedPage } from '../../components/routed-page.js';
import { dateTime, number } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import './import-view.js';
import './upload-form.js';

/** Surveyors' files on their way to the register. */
export class JieshiImportsPage extends RoutedPage {
  constructor() {
    super();
    this.list = new Loader(this, (signal) =>
      get('/api/imports', { page: this.route.query.page, size: 20 }, { signal }));
    new LiveReload(this, ['IMPORT'], () => this.list.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route')) {
      this.list.run();
    }
  }

  render() {
    return html`
      <div class="page" data-test="imports-page">
        <div class="page-head"><h1>${t('nav.imports')}</h1></div>
        <div class="columns columns-even ${this.openRecord ? 'has-open' : ''}">
          <div>
            ${session.is('SURVEYOR', 'ADMINISTRATOR') ? html`<jieshi-upload-form .corrects=${this.route.query.corrects ?? ''}
              @uploaded=${(/** @type {CustomEvent} */ event) => navigate(['imports', event.detail.id])}>
              </jieshi-upload-form>` : nothing}
            <section>
              <h2>${t('import.earlier')}</h2>
              ${this.list.render((list) => html`
                ${dataTable({ caption: t('import.earlier'), test: 'imports', rows: list.items, key: (row) => row.id,
                  open: (row) => navigate(['imports', row.id]),
                  selected: (row) => String(row.id) === this.openRecord, columns: [
                    { name: t('import.file'), wide: true, cell: (row) => html`${row.fileName}
                      <div class="small quiet">${dateTime(row.createdAt)} · ${row.createdBy}</div>` },
                    { name: t('import.layer'), cell: (row) => word('importLayer', row.layer) },
                    { name: t('import.records'), numeric: true, cell: (row) => number(row.counts.features) },
                    { name: t('table.status'), cell: (row) => badge('importStatus', row.status) },
                  ] })}
                ${pager(list, (page) => this.turnTo(page))}`)}
            </section>
          </div>
          <div @changed=${() => this.list.run()}>
            ${this.openRecord ? html`${this.wayBack()}<jieshi-import-view .number=${this.openRecord}></jieshi-import-view>`
              : html`<p class="empty card">${t('import.chooseOne')}</p>`}
          </div>
        </div>
      </div>`;
  }
}
customElements.define('jieshi-imports-page', JieshiImportsPage);

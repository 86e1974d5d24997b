import { html } from 'lit';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { Loader } from '../../components/loader.js';
import { refused } from '../../components/toast.js';
import { download } from '../../lib/download.js';
import { choose, t, translator } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';
import { byModule } from './addresses.js';

/** Whose work is the land, as on the server. */
const READERS = /** @type {const} */ (['SURVEYOR', 'REVIEWER', 'MEDIATOR', 'APPROVER', 'MANAGER']);
const LAYERS = ['units', 'evidence', 'parcels', 'certificates', 'claims', 'conflicts'];

/** What GIS programs and scripts connect to, and every address of the interface. */
export class JieshiToolsPage extends JieshiElement {
  static properties = { asked: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route | undefined} */
    this.route = undefined;
    this.asked = '';
    /** @type {Loader<import('./addresses.js').Document>} */
    this.document = new Loader(this, (signal) => get('/openapi.json', {}, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.document.run();
  }

  render() {
    const language = translator.language;
    return html`
      <div class="page">
        <header class="page-head"><h1>${t('nav.tools')}</h1></header>
        <p class="quiet">${t('tools.about')}</p>
        <div class="operations-grid">
          ${card('tools.ogc', [
            [t('tools.address'), html`<span class="code">${location.origin}/ogc</span>`],
            [t('tools.pages'), html`<a href="/ogc?f=html&lang=${language}">${t('tools.browse')}</a>`],
            [t('tools.qgis'), html`<a href="/ogc/project.qgs?lang=${language}" download>jieshi.qgs</a>`],
          ])}
          ${card('tools.tiles', LAYERS.map((layer) => [t(`layer.${layer}`),
            html`<a href="/tiles/${layer}.json" class="code">/tiles/${layer}.json</a>`]))}
          ${card('tools.ladm', [
            [t('tools.ladm.holds'), t('tools.ladm.about')],
            ...(session.is(...READERS) ? [/** @type {[string, unknown]} */ ([t('tools.ladm.file'),
              html`<button type="button" class="button button-small" data-test="ladm" @click=${this.ladm}>
                ${t('export.save')}</button>`])] : []),
          ])}
        </div>
        <h2>${t('tools.openapi')}</h2>
        <p class="quiet">${t('tools.openapi.about')} <a href="/openapi.json" class="code">/openapi.json</a></p>
        <div class="field"><label for="find-address">${t('tools.find')}</label>
          <input id="find-address" type="search" data-test="find-address" .value=${this.asked}
            @input=${(/** @type {InputEvent & {target: HTMLInputElement}} */ event) => { this.asked = event.target.value; }}></div>
        ${this.document.render((document) => byModule(document, this.asked).map(([module, addresses]) => html`
          <details ?open=${this.asked !== ''} data-test="module-${module}">
            <summary><span class="code">${module}</span> (${addresses.length})</summary>
            <table class="addresses"><tbody>${addresses.map((each) => html`<tr>
              <td class="code">${each.method}</td><td class="code hash">${each.path}</td>
              <td>${choose(each.summary, each.summaryZh)}</td></tr>`)}</tbody></table>
          </details>`))}
      </div>`;
  }

  ladm() {
    download('/api/export/ladm.gpkg', {}).catch(refused);
  }
}
customElements.define('jieshi-tools-page', JieshiToolsPage);

/** @param {string} title @param {[string, unknown][]} rows */
const card = (title, rows) => html`<section class="card"><h2>${t(title)}</h2>${facts(rows)}</section>`;

import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { masked } from '../../components/masked.js';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { dateTime } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get, post } from '../../lib/request.js';

/** The officers' side of the villages' page: links given and taken back, statements answered. */
export class JieshiVillageDesk extends JieshiElement {
  static properties = { route: { attribute: false }, given: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {{url: string, code: string, link: any} | null} */
    this.given = null;
    /** @type {Loader<any[]>} */
    this.links = new Loader(this, (signal) => get('/api/village-links', {}, { signal }));
    /** @type {Loader<{items: any[]}>} */
    this.statements = new Loader(this, (signal) => get('/api/village-statements', { size: 200 }, { signal }));
    new LiveReload(this, ['VILLAGE_STATEMENT'], () => this.statements.run());
  }

  connectedCallback() {
    super.connectedCallback();
    this.statements.run();
    if (session.is('REVIEWER', 'MEDIATOR')) {
      this.links.run();
    }
  }

  async give() {
    const claimants = await get('/api/village-links/claimants');
    const given = await askForm({ title: t('village.give'), text: t('village.give.text'), submit: t('village.give'), fields: [
      { name: 'claimant', label: t('village.claimant'), type: 'select', required: true,
        options: claimants.map((/** @type {string} */ name) => ({ value: name, label: name })) },
      { name: 'label', label: t('village.label'), required: true, hint: t('village.label.hint') },
      { name: 'days', label: t('village.days'), type: 'number', required: true, value: 60, min: 1, step: '1' }],
    action: (values) => post('/api/village-links', values) });
    if (given) {
      this.given = /** @type {any} */ (given);
      this.links.run();
    }
  }

  /** @param {any} link */
  async revoke(link) {
    if (await askForm({ title: t('village.revoke'), text: `${link.claimant} · ${link.label}`, submit: t('village.revoke'),
      danger: true, action: () => post(`/api/village-links/${link.id}/actions/revoke`) })) {
      this.links.run();
    }
  }

  /** @param {any} statement */
  async answer(statement) {
    if (await askForm({ title: `${t('village.answer')} · ${statement.receipt}`, text: statement.body, submit: t('village.answer'),
      fields: [{ name: 'answer', label: t('letters.answer'), type: 'textarea', required: true }],
      action: (values) => post(`/api/village-statements/${statement.id}/actions/answer`, values) })) {
      this.statements.run();
    }
  }

  render() {
    return html`
      <div class="page-head"><h1>${t('coordination.village')}</h1>
        ${session.is('REVIEWER', 'MEDIATOR') ? html`<button type="button" class="button button-main" data-test="village-give"
          @click=${this.give}>${t('village.give')}</button>` : nothing}</div>
      ${this.given ? html`<div class="notice notice-good" data-test="village-given"><p>${t('village.given')}</p>
        <p><code class="hash" data-test="village-url">${this.given.url}</code></p>
        <p>${t('village.code')}: <strong class="code" data-test="village-code">${this.given.code}</strong></p></div>` : nothing}
      <section class="card"><h2>${t('village.statements')}</h2>
        ${this.statements.render((page) => dataTable({ caption: t('village.statements'), rows: page.items, test: 'statements',
          selected: (row) => row.id === this.route.path[2], columns: [
            { name: t('coordination.number'), cell: (row) => html`<b>${row.receipt}</b> <span class="small">${word('statementKind', row.kind)}</span>` },
            { name: t('village.claimant'), cell: (row) => html`${row.claimant} <div class="small quiet">${row.person} ${masked(row.contact, 'VILLAGE_CONTACT', row.id)}</div>` },
            { name: t('village.claim'), cell: (row) => html`<a class="code" href="#/map?claim=${row.claimCode}">${row.claimCode}</a>` },
            { name: t('village.body'), wide: true, cell: (row) => html`<span class="lines">${row.body}</span>
              ${row.answer ? html`<div class="notice notice-info small">${row.answer} (${row.answeredOn})</div>` : nothing}` },
            { name: t('table.status'), cell: (row) => (row.status === 'OPEN' ? html`<button type="button" class="button button-small"
              data-test="statement-answer" @click=${() => this.answer(row)}>${t('village.answer')}</button>`
              : badge('statementStatus', row.status)) }] }))}
      </section>
      ${session.is('REVIEWER', 'MEDIATOR') ? html`<section class="card"><h2>${t('village.links')}</h2>
        ${this.links.render((links) => dataTable({ caption: t('village.links'), rows: links, test: 'village-links', columns: [
          { name: t('village.claimant'), wide: true, cell: (link) => html`${link.claimant} <div class="small quiet">${link.label}</div>` },
          { name: t('village.claims'), numeric: true, cell: (link) => link.claims },
          { name: t('village.expiresOn'), cell: (link) => html`<span class="nowrap">${link.expiresOn}</span>` },
          { name: t('village.used'), cell: (link) => html`${dateTime(link.lastUsedAt)} ${link.lockedUntil
            ? html`<span class="badge badge-warn">${t('village.locked')}</span>` : nothing}` },
          { name: t('table.status'), cell: (link) => (link.revokedOn ? `${t('village.revoked')} ${link.revokedOn}`
            : html`<button type="button" class="button button-small" data-test="village-revoke"
              @click=${() => this.revoke(link)}>${t('village.revoke')}</button>`) }] }))}
      </section>` : nothing}`;
  }
}
customElements.define('jieshi-village-desk', JieshiVillageDesk);

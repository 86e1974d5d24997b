import { html, nothing } from 'lit';
import '../../components/mini-map.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm, problemBox } from '../../components/form-dialog.js';
import { done, refused } from '../../components/toast.js';
import { fetchFile, saveBlob } from '../../lib/download.js';
import { mu, squareMetres } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { get, post } from '../../lib/request.js';

/** A village's own page: what it claims, what overlaps, what it stated. Opened by link and code, without a sign-in. */
export class JieshiVillagePage extends JieshiElement {
  static properties = { route: { attribute: false }, matter: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {any} */
    this.matter = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.busy = false;
    /** Kept while the page is open, and nowhere else. */
    this.code = '';
  }

  /** @returns {Record<string, string>} */
  get headers() {
    return { 'X-Village-Link': this.route.path[1] ?? '', 'X-Village-Code': this.code };
  }

  /** @param {SubmitEvent} event */
  async enter(event) {
    event.preventDefault();
    this.code = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('code') ?? '');
    this.busy = true;
    this.problem = null;
    await this.load();
    this.busy = false;
  }

  async load() {
    try {
      this.matter = await get('/api/village/matter', {}, { headers: this.headers });
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** Only given out with headers, which a plain link can't carry. @param {string} path @param {string} name */
  async print(path, name) {
    try {
      saveBlob((await fetchFile(path, { headers: this.headers, credentials: 'omit' })).blob, name);
    } catch (error) {
      refused(error);
    }
  }

  /** @param {{claim?: string, conflict?: number}} about */
  async state(about) {
    const receipt = /** @type {any} */ (await askForm({ title: t('village.state'), text: t('village.state.text'),
      submit: t('village.state'), fields: [
        { name: 'kind', label: t('village.kind'), type: 'select', options: ['STATEMENT', 'OBJECTION'].map((value) =>
          ({ value, label: word('statementKind', value) })) },
        { name: 'body', label: t('village.body'), type: 'textarea', required: true },
        { name: 'person', label: t('village.person'), required: true },
        { name: 'contact', label: t('village.contact'), required: true }],
      action: (values) => post('/api/village/statements', { ...values, ...about }, { headers: this.headers }) }));
    if (receipt) {
      done(choose(receipt.message.en, receipt.message.zh));
      this.load();
    }
  }

  render() {
    const matter = this.matter;
    if (matter === null) {
      return html`<div class="sign-in"><section class="sign-in-card">
        <img src="/favicon.svg" alt="" width="44" height="44"><h1>${t('village.title')}</h1>
        <p class="quiet">${t('village.enter.text')}</p>
        <form @submit=${this.enter} data-test="village-enter">
          <div class="field"><label for="code">${t('village.code')}</label><input id="code" name="code" required
            inputmode="numeric" autocomplete="one-time-code" data-test="village-code-field"></div>
          ${this.problem ? problemBox(this.problem) : nothing}
          <button type="submit" class="button button-main" ?disabled=${this.busy} data-test="village-open">${t('village.open')}</button>
        </form></section></div>`;
    }
    return html`
      <div class="page page-narrow" data-test="village-page">
        <div class="page-head"><h1>${matter.claimant}</h1></div>
        <p class="quiet small">${matter.label} · ${t('village.until', { day: matter.expiresOn })}</p>
        <jieshi-mini-map class="medium-map" bare .shapes=${[...matter.claims.map((/** @type {any} */ claim) => ({
          geometry: claim.geometry })), ...matter.conflicts.map((/** @type {any} */ conflict) => ({ geometry: conflict.geometry,
          role: 'overlap' }))]}></jieshi-mini-map>
        <section class="card"><h2>${t('village.claims')}</h2>
          ${dataTable({ caption: t('village.claims'), rows: matter.claims, test: 'own-claims', key: (claim) => claim.code, columns: [
            { name: t('village.claim'), wide: true, cell: (claim) => html`<span class="code">${claim.code}</span>` },
            { name: t('table.area'), numeric: true, cell: (claim) => html`${squareMetres(claim.planeArea)}<br>${mu(claim.planeArea)}` },
            { name: '', cell: (claim) => html`<button type="button" class="button button-small" data-test="state-claim"
              @click=${() => this.state({ claim: claim.code })}>${t('village.state')}</button>` }] })}</section>
        <section class="card"><h2>${t('village.conflicts')}</h2>
          ${dataTable({ caption: t('village.conflicts'), rows: matter.conflicts, test: 'own-conflicts', empty: t('village.noConflicts'),
            key: (conflict) => conflict.id, columns: [
              { name: t('village.withParcel'), wide: true, cell: (conflict) => html`<span class="code">${conflict.claim}</span> ×
                <span class="code">${conflict.parcel}</span><div class="small quiet">${choose(conflict.reason.en, conflict.reason.zh)}</div>` },
              { name: t('table.area'), numeric: true, cell: (conflict) => html`${squareMetres(conflict.area)}<br>${mu(conflict.area)}` },
              { name: '', cell: (conflict) => html`<div class="row-actions">
                <button type="button" class="button button-small" data-test="sheet" @click=${() => this.print(
                  `/api/village/conflicts/${conflict.id}/sheet.pdf`, `${conflict.claim}.pdf`)}>${t('village.sheet')}</button>
                <button type="button" class="button button-small" data-test="state-conflict"
                  @click=${() => this.state({ conflict: conflict.id })}>${t('village.state')}</button></div>` }] })}</section>
        <section class="card"><h2>${t('village.own')}</h2>
          ${dataTable({ caption: t('village.own'), rows: matter.statements, test: 'own-statements', empty: t('village.noStatements'),
            columns: [
              { name: t('coordination.number'), cell: (row) => html`<b>${row.receipt}</b><div class="small">${row.lodgedOn}</div>` },
              { name: t('village.body'), wide: true, cell: (row) => html`<span class="lines">${row.body}</span>${row.answer
                ? html`<div class="notice notice-info small">${row.answer} (${row.answeredOn})</div>` : nothing}` },
              { name: '', cell: (row) => html`<button type="button" class="button button-small" data-test="receipt"
                @click=${() => this.print(`/api/village/statements/${row.id}/receipt.pdf`, `${row.receipt}.pdf`)}>
                ${t('village.receipt')}</button>` }] })}</section>
        <p class="quiet small"><a href="#/notices">${t('session.publicNotices')}</a></p>
      </div>`;
  }
}
customElements.define('jieshi-village-page', JieshiVillagePage);

import { html } from 'lit';
import { navigate } from '../../app/router.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { field } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { date, dateTime, hectares, mu, number, squareMetres } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';
import { coHolders } from '../certificates/co-holders.js';
import './paper-check.js';
import { tokenOf } from './token.js';

/**
 * @typedef {{number: string, status: string, valid: boolean, sentence: string, sentenceZh: string, parcel: string,
 *   unitNumber?: string,
 *   holder: string, holding: string, holders: import('../certificates/co-holders.js').CoHolder[], area: number, issuedOn: string, endedAt?: string, paperSha256: string, auditSeq: number,
 *   auditHash: string}} Verification
 */

/** For whoever holds a certificate in hand: whether it counts, and the figures to compare with the paper. */
export class JieshiVerifyPage extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<Verification>} */
    this.verification = new Loader(this, (signal) => get(`/verify/${encodeURIComponent(this.token)}`, {}, { signal }));
  }

  get token() {
    return this.route.path[1] ?? '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route')) {
      this.verification.clear();
      if (this.token) {
        this.verification.run();
      }
    }
  }

  render() {
    return html`
      <div class="page page-narrow">
        <header class="page-head"><h1>${t('verify.title')}</h1></header>
        <form class="filters" @submit=${this.look} data-test="verify-form">
          <div class="field-search">${field({ name: 'token', label: t('verify.token'), required: true,
            value: this.token, hint: t('verify.token.hint') })}</div>
          <button type="submit" class="button button-main button-after-hint" data-test="verify-submit">
            ${t('verify.submit')}</button>
        </form>
        ${this.token ? this.verification.render((found) => this.result(found)) : html`
          <p class="quiet">${t('verify.about')}</p>`}
        <jieshi-paper-check></jieshi-paper-check>
      </div>`;
  }

  /** @param {Verification} found */
  result(found) {
    return html`
      <section class="card" data-test="verification" data-valid=${String(found.valid)}>
        <div class="notice ${found.valid ? 'notice-good' : 'notice-error'}" role="status">
          <p><strong>${choose(found.sentence, found.sentenceZh)}</strong></p></div>
        ${facts([
          [t('certificates.number'), found.number],
          [t('certificates.holder'), found.holder],
          [t('certificates.holding'), word('holding', found.holding)],
          [t('certificates.coholders'), found.holders.length === 0 ? null : coHolders(found.holders)],
          [t('certificates.parcel'), html`<span class="code">${found.parcel}</span>`],
          [t('verify.unitNumber'), found.unitNumber ? html`<span class="code">${found.unitNumber}</span>` : null],
          [t('certificates.area'), html`${squareMetres(found.area)} · ${hectares(found.area)} · ${mu(found.area)}`],
          [t('certificates.issuedOn'), date(found.issuedOn)],
          [t('verify.endedAt'), found.endedAt ? dateTime(found.endedAt) : null],
          [t('verify.paper'), html`<span class="code hash">${found.paperSha256}</span>`],
          [t('certificates.auditSeq'), number(found.auditSeq)],
          [t('certificates.auditHash'), html`<span class="code hash">${found.auditHash}</span>`],
        ])}
        <p class="quiet">${t('verify.compare')}</p>
      </section>`;
  }

  /** @param {SubmitEvent} event */
  look(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(['verify', tokenOf(String(data.get('token')))]);
  }
}
customElements.define('jieshi-verify-page', JieshiVerifyPage);

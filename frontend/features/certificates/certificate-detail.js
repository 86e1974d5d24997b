import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { date, dateTime, hectares, metres, mu, number, squareMetres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload, touches } from '../../lib/live.js';
import { landUse } from '../../lib/land-use.js';
import { applicationNumber } from '../../lib/names.js';
import { getVersioned, post } from '../../lib/request.js';
import { certificateAddress, pdfAddress } from './addresses.js';
import { coHolders } from './co-holders.js';

/** One certificate: its figures, its paper, and its cancellation. */
export class JieshiCertificateDetail extends JieshiElement {
  static properties = { number: { attribute: false } };

  constructor() {
    super();
    this.number = '';
    /** @type {Loader<{body: import('./certificates-page.js').Certificate, revision?: string}>} */
    this.certificate = new Loader(this, () => getVersioned(certificateAddress(this.number)));
    new LiveReload(this, (changed) => touches(changed, 'CERTIFICATE', this.number), () => this.certificate.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('number')) {
      this.certificate.clear();
      this.certificate.run();
    }
  }

  render() {
    return html`
      <div class="page">
        <p><a href="#/certificates">← ${t('certificates.title')}</a></p>
        ${this.certificate.render(({ body, revision }) => html`
          <header class="page-head page-head-beside">
            <h1 data-test="certificate-number">${body.number}</h1>
            ${badge('certificateStatus', body.status)}
            <a class="button button-main" href=${pdfAddress(body.number)} target="_blank" rel="noopener"
              data-test="certificate-pdf">${t('certificates.pdf')}</a>
            <a class="button" href="#/verify/${body.verification.split('/').pop()}">${t('certificates.verify')}</a>
            ${session.is('APPROVER') && body.status === 'LIVE' ? html`
              <button type="button" class="button button-danger" data-test="certificate-cancel"
                @click=${() => this.cancel(revision)}>${t('certificates.cancel')}</button>` : nothing}
            ${session.is('APPROVER', 'REVIEWER') && body.status === 'LIVE' ? html`
              <button type="button" class="button" data-test="certificate-serial" @click=${this.recordSerial}>
                ${t('certificates.serial.record')}</button>` : nothing}
          </header>
          ${this.ended(body)}
          ${body.holders.length === 0 ? nothing : html`<section class="card"><h2>${t('certificates.coholders')}</h2>
            ${coHolders(body.holders, (paper) => html`<a href=${pdfAddress(paper)} target="_blank" rel="noopener"
              data-test="copy-pdf">${paper}</a>`)}</section>`}
          <div class="columns columns-even">
            <section class="card"><h2>${t('certificates.right')}</h2>${this.right(body)}</section>
            <section class="card"><h2>${t('certificates.land')}</h2>${this.land(body)}</section>
          </div>
          <section class="card"><h2>${t('certificates.proof')}</h2>
            ${facts([[t('certificates.auditSeq'), number(body.auditSeq)],
              [t('certificates.auditHash'), html`<span class="code hash">${body.auditHash}</span>`]])}</section>`)}
      </div>`;
  }

  /** @param {import('./certificates-page.js').Certificate} certificate */
  ended(certificate) {
    return certificate.status === 'LIVE' ? nothing : html`
      <div class="notice notice-warn">
        <p>${t('certificates.ended', { status: word('certificateStatus', certificate.status),
          at: dateTime(certificate.endedAt), by: certificate.endedBy ?? '—' })}</p>
        <p>${certificate.endedWhy} ${certificate.endedDocument ? html`<span class="quiet">${certificate.endedDocument}
          </span>` : nothing} ${change(certificate.endedMutation) ?? nothing}</p>
      </div>`;
  }

  /** @param {import('./certificates-page.js').Certificate} certificate */
  right(certificate) {
    return facts([
      [t('certificates.holder'), certificate.holder],
      [t('certificates.holding'), word('holding', certificate.holding)],
      [t('right.kind'), word('right.kind', certificate.rightKind)],
      [t('right.nature'), certificate.rightNature ? word('right.nature', certificate.rightNature) : null],
      [t('right.termUntil'), certificate.termUntil ? date(certificate.termUntil) : t('right.noTerm')],
      [t('certificates.issuedOn'), date(certificate.issuedOn)],
      [t('certificates.form'), word('series', certificate.series)],
      [t('certificates.serials'), certificate.printedSerials.join('、') || null],
      [t('certificates.issuedBy'), certificate.issuedBy],
      [t('certificates.application'), certificate.application
        ? html`<a href="#/applications/${certificate.application}">${
          applicationNumber(certificate.application)}</a>` : null],
      [t('certificates.change'), change(certificate.mutation)],
    ]);
  }

  /** @param {import('./certificates-page.js').Certificate} certificate */
  land(certificate) {
    return facts([
      [t('certificates.parcel'), html`<a class="code" href="#/map?parcel=${certificate.parcel}">${certificate.parcel}
        </a>`],
      [t('certificates.unitNumber'), certificate.unitNumber
        ? html`<span class="code">${certificate.unitNumber}</span>` : null],
      [t('certificates.location'), certificate.location],
      [t('certificates.landUse'), landUse(certificate.landUse)],
      [t('certificates.area'), html`${squareMetres(certificate.area)} · ${hectares(certificate.area)} ·
        ${mu(certificate.area)}`],
      [t('certificates.ellipsoidArea'), squareMetres(certificate.ellipsoidArea)],
      [t('certificates.crs'), certificate.crs],
      [t('certificates.accuracy'), metres(certificate.accuracy, 3)],
    ]);
  }

  async recordSerial() {
    const recorded = await askForm({
      title: t('certificates.serial.record'),
      submit: t('certificates.serial.record'),
      fields: [
        { name: 'serial', label: t('certificates.serial'), required: true },
        { name: 'note', label: t('certificates.serial.note'), hint: t('certificates.serial.note.hint') },
      ],
      action: (values) => post(`${certificateAddress(this.number)}/printed-serials`, values),
    });
    if (recorded) {
      done(t('certificates.serial.recorded'));
      this.certificate.run();
    }
  }

  /** @param {string | undefined} revision */
  async cancel(revision) {
    const cancelled = await askForm({
      title: t('certificates.cancel.of', { number: this.number }),
      text: t('certificates.cancel.text'),
      danger: true,
      submit: t('certificates.cancel'),
      fields: [
        { name: 'reason', label: t('certificates.cancel.reason'), type: 'textarea', required: true },
        { name: 'document', label: t('certificates.cancel.document'), required: true },
      ],
      action: (values) => post(`${certificateAddress(this.number)}/cancel`, values, { ifMatch: revision }),
    });
    if (cancelled) {
      done(t('certificates.cancelled', { number: this.number }));
      this.certificate.run();
    }
  }
}
customElements.define('jieshi-certificate-detail', JieshiCertificateDetail);

/** @param {string | undefined} id of a change of parcels */
const change = (id) => (id ? html`<a href="#/changes/${id}">${id}</a>` : null);

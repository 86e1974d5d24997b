import { html } from 'lit';
import { t } from '../../lib/i18n.js';

/** @typedef {{name: string, share?: number, shareOf?: number, certificate: string}} CoHolder */

/**
 * Those who hold a right together, each with share and certificate.
 *
 * @param {CoHolder[]} holders
 * @param {(certificate: string) => unknown} [paper] how a certificate's number is shown
 */
export const coHolders = (holders, paper = (certificate) => certificate) => html`
  <ul class="plain" data-test="co-holders">${holders.map((holder) => html`<li><b>${holder.name}</b>
    ${holder.share ? html`<span class="badge badge-plain">${holder.share}/${holder.shareOf}</span>` : t('holding.jointly')}
    <span class="nowrap">${paper(holder.certificate)}</span></li>`)}</ul>`;

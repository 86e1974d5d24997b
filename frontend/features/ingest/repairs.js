import { html, nothing } from 'lit';
import '../../components/mini-map.js';
import { askForm } from '../../components/form-dialog.js';
import { percent, squareMetres } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';

/**
 * @typedef {object} Repair
 * @property {number} record
 * @property {number} areaDrawn
 * @property {number} areaRepaired
 * @property {number} difference
 * @property {number} share
 * @property {any} [drawn]
 * @property {any} [repaired]
 * @property {string} [acceptedBy]
 */

/**
 * Boundaries that can be mended, each beside what was drawn.
 *
 * @param {Repair[]} repairs
 * @param {boolean} mayAccept
 * @param {(repair: Repair) => Promise<unknown>} accept
 */
export const repairList = (repairs, mayAccept, accept) => (repairs.length === 0 ? nothing : html`
  <section data-test="repairs"><h3>${t('repair.title')}</h3>
    ${repairs.map((repair) => html`
      <div class="repair" data-test="repair" data-record=${repair.record}>
        <p><b>${t('repair.record', { record: repair.record })}</b>
          ${t('repair.areas', { drawn: squareMetres(repair.areaDrawn), repaired: squareMetres(repair.areaRepaired),
            difference: signed(repair.difference), share: percent(repair.share) })}</p>
        ${repair.repaired ? html`<div class="repair-maps">
          <figure><jieshi-mini-map class="small-map" .shapes=${[{ geometry: repair.drawn, role: 'drawn' }]}></jieshi-mini-map>
            <figcaption>${t('repair.drawn')}</figcaption></figure>
          <figure><jieshi-mini-map class="small-map" .shapes=${[{ geometry: repair.repaired, role: 'preview' }]}></jieshi-mini-map>
            <figcaption>${t('repair.repaired')}</figcaption></figure></div>` : nothing}
        ${repair.acceptedBy ? html`<p class="notice notice-good">${t('repair.acceptedBy', { name: repair.acceptedBy })}</p>`
          : mayAccept ? html`<button type="button" class="button" data-test="repair-accept" @click=${() => ask(repair, accept)}>
            ${t('repair.accept')}</button>` : nothing}
      </div>`)}
  </section>`);

/** @param {Repair} repair @param {(repair: Repair) => Promise<unknown>} accept */
const ask = (repair, accept) => askForm({
  title: t('repair.accept'),
  text: t('repair.accept.text', { record: repair.record, drawn: squareMetres(repair.areaDrawn),
    repaired: squareMetres(repair.areaRepaired) }),
  submit: t('repair.accept'),
  action: () => accept(repair),
});

/** @param {number} area */
const signed = (area) => `${area > 0 ? '+' : ''}${squareMetres(area)}`;

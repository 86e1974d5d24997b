import { html } from 'lit';
import { area, number, percent } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';

/**
 * How much of a parcel the farm's 1987 certificate speaks of, and how surely.
 *
 * @param {{documents: string[], area: number, share: number, uncertainty?: number, leastShare?: number,
 *   mostShare?: number} | undefined} given
 */
export function backing(given) {
  if (!given) {
    return undefined;
  }
  const { share, leastShare, mostShare, uncertainty } = given;
  if (given.documents.length === 0 || share === 0 && !mostShare) {
    return t('backing.none');
  }
  return html`<span class="figures" data-test="backing">${t('backing.share', { share: percent(share),
    area: area(given.area) })}</span> <span class="quiet">${given.documents.join('、')}</span><br>
    <span class="small quiet">${uncertainty === undefined ? t('backing.unknown')
      : t('backing.band', { least: percent(leastShare), most: percent(mostShare), metres: number(uncertainty, 1) })}</span>`;
}

import { html, svg } from 'lit';
import { percent } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { areaOf, segments, shareOf } from './bands.js';

const LENGTH = 1000;

/**
 * The four bands as one bar. Drawn as SVG, whose lengths are attributes that no style policy forbids.
 *
 * @param {import('./bands.js').Bands} bands
 * @param {'large' | 'small'} size
 */
export function bandBar(bands, size) {
  const said = segments(bands, LENGTH).map(({ band }) => `${t(`band.${band.name}`)} ${percent(shareOf(bands, band))}`);
  return html`
    <svg class="band-bar band-bar-${size}" viewBox="0 0 ${LENGTH} 10" preserveAspectRatio="none" role="img"
      aria-label=${said.join(', ')}>
      ${segments(bands, LENGTH).filter(({ band }) => areaOf(bands, band) > 0).map(({ band, begin, width }) => svg`
        <rect x=${begin} y="0" width=${width} height="10" fill=${band.colour}></rect>`)}
    </svg>`;
}

/**
 * The colour of a band as a small square.
 *
 * @param {import('./bands.js').Band} band
 */
export const bandKey = (band) => html`<svg class="band-key" viewBox="0 0 10 10" aria-hidden="true">
  <rect width="10" height="10" rx="2" fill=${band.colour}></rect></svg>`;

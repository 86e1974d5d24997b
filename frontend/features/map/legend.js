import { html } from 'lit';
import { CERTIFICATE, CLAIM, CONFLICT, EVIDENCE, PARCEL, TRACK, UNIT } from '../../lib/map-style.js';
import { paintPath } from '../../lib/tile-paint.js';
import { t, word } from '../../lib/i18n.js';

/** Pixels. */
const WIDTH = 26;
const HEIGHT = 16;

/** What is explained under each layer, from the top of the map to the bottom. */
const ENTRIES = /** @type {const} */ ([
  { layer: 'conflicts', family: 'overlapClass', styles: CONFLICT },
  { layer: 'claims', family: 'basis', styles: CLAIM },
  { layer: 'certificates', family: 'legend', styles: { certificate: CERTIFICATE } },
  { layer: 'parcels', family: 'status', styles: { CERTIFIED: PARCEL.CERTIFIED, PENDING: PARCEL.PENDING,
    DISPUTED: PARCEL.DISPUTED, SURVEYED: PARCEL.SURVEYED } },
  { layer: 'evidence', family: 'basis', styles: EVIDENCE },
  { layer: 'units', family: 'unitKind', styles: UNIT },
]);

/**
 * The legend, which is also where layers are switched.
 *
 * @param {readonly string[]} layers those there are
 * @param {Set<string>} hidden
 * @param {(layer: string, shown: boolean) => void} toggle
 * @param {'class' | 'track'} conflictsBy
 * @param {(by: 'class' | 'track') => void} colour
 * @param {unknown} base the choice of a base map
 */
export const legend = (layers, hidden, toggle, conflictsBy, colour, base) => html`
  <div class="legend" data-test="legend">
    ${base}
    ${ENTRIES.filter(({ layer }) => layers.includes(layer)).map(({ layer, family, styles }) => html`
      <fieldset>
        <label class="legend-layer"><input type="checkbox" data-test="layer-${layer}" .checked=${!hidden.has(layer)}
          @change=${(/** @type {Event} */ event) => toggle(layer,
            /** @type {HTMLInputElement} */ (event.target).checked)}> ${t(`layer.${layer}`)}</label>
        ${layer === 'conflicts' ? html`
          <div class="legend-by" role="group" aria-label=${t('legend.by')}>${/** @type {const} */ (['class', 'track']).map((by) => html`
            <button type="button" aria-pressed=${by === conflictsBy} data-test="conflicts-by-${by}"
              @click=${() => colour(by)}>${t(`conflicts.${by}`)}</button>`)}</div>` : ''}
        <ul>${Object.entries(layer === 'conflicts' && conflictsBy === 'track' ? TRACK : styles).map(([code, style]) => html`
          <li><jieshi-swatch .look=${style}></jieshi-swatch> ${word(layer === 'conflicts' && conflictsBy === 'track' ? 'track' : family, code)}</li>`)}</ul>
      </fieldset>`)}
  </div>`;

/** A sample of how a thing is painted. */
class JieshiSwatch extends HTMLElement {
  /** @param {import('../../lib/map-style.js').Style} style */
  set look(style) {
    const canvas = document.createElement('canvas');
    canvas.width = 2 * WIDTH;
    canvas.height = 2 * HEIGHT;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.scale(2, 2);
    context.beginPath();
    context.rect(2, 2, WIDTH - 4, HEIGHT - 4);
    paintPath(context, style);
    this.ariaHidden = 'true';
    this.replaceChildren(canvas);
  }
}
customElements.define('jieshi-swatch', JieshiSwatch);

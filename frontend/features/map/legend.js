import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { CERTIFICATE, CLAIM, CONFLICT, EVIDENCE, PARCEL, UNIT } from '../../lib/map-style.js';
import { paintArea } from '../../lib/tile-paint.js';
import { t, word } from '../../lib/i18n.js';

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
 */
export const legend = (layers, hidden, toggle) => html`
  <div class="legend" data-test="legend">
    ${ENTRIES.filter(({ layer }) => layers.includes(layer)).map(({ layer, family, styles }) => html`
      <fieldset>
        <label class="legend-layer"><input type="checkbox" data-test="layer-${layer}" .checked=${!hidden.has(layer)}
          @change=${(/** @type {Event} */ event) => toggle(layer,
            /** @type {HTMLInputElement} */ (event.target).checked)}> ${t(`layer.${layer}`)}</label>
        <ul>${Object.entries(styles).map(([code, style]) => html`
          <li>${swatch(style)} ${word(family, code)}</li>`)}</ul>
      </fieldset>`)}
  </div>`;

/** @param {import('../../lib/map-style.js').Style} style */
const swatch = (style) => html`
  <canvas class="swatch" width="52" height="32" aria-hidden="true" ${ref((element) => {
    if (element) {
      paintSwatch(/** @type {HTMLCanvasElement} */ (element), style);
    }
  })}></canvas>`;

/**
 * @param {HTMLCanvasElement} canvas shown at half its size
 * @param {import('../../lib/map-style.js').Style} style
 */
function paintSwatch(canvas, style) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, 26, 16);
  const path = new Path2D();
  path.rect(2, 2, 22, 12);
  paintArea(context, path, style);
}

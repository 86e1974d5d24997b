import { html, nothing, svg } from 'lit';
import { sketch } from '../lib/sketch.js';

const SIZE = 280;
const MARGIN = 8;

/**
 * The shape of a parcel as a small drawing, north up.
 *
 * @param {{type: string, coordinates: any}} geometry GeoJSON, degrees
 * @param {string} name read out
 * @param {{at: number[], text: string}[]} [labels] beside points of the land, degrees
 */
export function sketchOf(geometry, name, labels = []) {
  const drawing = sketch(geometry, SIZE);
  if (drawing === null) {
    return nothing;
  }
  const { path, place, width, height } = drawing;
  return html`
    <svg class="sketch" role="img" aria-label=${name}
      viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}">
      ${svg`<path d=${path}></path>`}
      ${labels.map(({ at, text }) => { const [x, y] = place(at); return svg`<text x=${x + 3} y=${y - 3}>${text}</text>`; })}
    </svg>`;
}

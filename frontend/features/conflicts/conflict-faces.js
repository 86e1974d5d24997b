import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { boundsOf } from '../../lib/geometry.js';
import { number, squareMetres } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';
import { sideLink } from './conflict-card.js';

/**
 * @typedef {import('./conflict-card.js').Side} Side
 * @typedef {{unit: Side, party?: string, document?: string}} Claimant
 * @typedef {{area: number, contested: boolean, claimants: Claimant[], geometry: any}} Face
 */

/** The pieces into which everybody's boundaries cut an overlap, each with all who claim it. */
export class JieshiConflictFaces extends JieshiElement {
  static properties = { conflict: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./conflict-card.js').Conflict | null} */
    this.conflict = null;
    /** @type {Loader<{items: Face[], netArea: number, pairArea: number}>} */
    this.faces = new Loader(this, (signal) => get('/api/conflicts/faces', { bbox: windowOf(this.conflict?.geometry) },
      { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('conflict') && this.conflict) {
      this.faces.run();
    }
  }

  render() {
    const conflict = this.conflict;
    return conflict ? html`<h3>${t('conflict.faces')}</h3>
      ${this.faces.render((list) => html`
        <ul class="plain" data-test="conflict-faces">${list.items.filter((face) => isOf(face, conflict)).map((face) => html`
          <li><b class="figures">${squareMetres(face.area)}</b>
            ${face.claimants.map((claimant, i) => html`${i > 0 ? ' · ' : nothing}${sideLink(claimant.unit)}
              ${claimant.party ?? ''} <span class="quiet">${claimant.document ?? ''}</span>`)}</li>`)}</ul>
        <p class="small quiet">${t('conflict.faces.note', { net: number(list.netArea, 2),
          pairs: number(list.pairArea, 2) })}</p>`)}` : nothing;
  }
}
customElements.define('jieshi-conflict-faces', JieshiConflictFaces);

/** @param {Face} face @param {import('./conflict-card.js').Conflict} conflict */
const isOf = (face, conflict) => [conflict.left, conflict.right].every((side) =>
  face.claimants.some((claimant) => claimant.unit.id === side.id));

/** @param {any} geometry */
function windowOf(geometry) {
  const bounds = boundsOf(geometry);
  return bounds?.join(',') ?? '';
}

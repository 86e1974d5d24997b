import { html } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { badge } from '../../components/badge.js';
import { facts } from '../../components/facts.js';
import { boundsOf } from '../../lib/geometry.js';
import { area, metres, squareMetres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveUpdates, touches } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { conflictCard } from '../conflicts/conflict-card.js';
import { accuracyButton } from './accuracy.js';
import { attributes } from './parcel-panel.js';
import { loadPlaces, placeName } from './places.js';

/** A claim of somebody else, or a piece of evidence such as the certificate of 1987. */
export class JieshiClaimPanel extends JieshiElement {
  static properties = { code: {}, kind: {} };

  constructor() {
    super();
    this.code = '';
    /** @type {'claim' | 'evidence'} */
    this.kind = 'claim';
    this.updates = new LiveUpdates(this, (changed) => touches(changed, this.kind === 'claim' ? 'CLAIM' : 'EVIDENCE',
      this.code) && this.main.run());
    this.main = new Loader(this, async (signal) => {
      const path = this.kind === 'claim' ? '/api/claims' : '/api/evidence';
      const [places, unit, conflicts] = await Promise.all([loadPlaces(),
        get(`${path}/${encodeURIComponent(this.code)}`, {}, { signal }),
        this.kind === 'claim' ? get('/api/conflicts', { claim: this.code }, { signal }) : { items: [] }]);
      this.tell('show-shape', { shapes: [{ geometry: unit.geometry }],
        bounds: this.main.value?.unit.code === unit.code ? null : boundsOf(unit.geometry) });
      return { places, unit, conflicts: conflicts.items };
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if ((changed.has('code') || changed.has('kind')) && this.code) {
      this.main.clear();
      this.main.run();
    }
  }

  render() {
    return html`<section class="panel-body" aria-live="polite" data-test="${this.kind}-panel">
      ${this.main.render(({ places, unit, conflicts }) => html`
        <header class="panel-head">
          <p class="small quiet">${t(`thing.${this.kind}`)}</p>
          <h2>${unit.claimant ?? unit.holder ?? unit.code}</h2>
          <p>${badge('basis', unit.basis)} ${badge('status', unit.status)} <b class="figures">${area(unit.planeArea)}</b></p>
        </header>
        ${facts([
          [t('claim.code'), unit.code],
          [t('claim.document'), unit.document],
          [t('claim.since'), unit.since],
          [t('parcel.location'), unit.location],
          [t('unitKind.VILLAGE'), placeName(places, 'VILLAGE', unit.village)],
          [t('parcel.planeArea'), html`<span class="figures">${squareMetres(unit.planeArea)}</span>`],
          [t('parcel.ellipsoidArea'), html`<span class="figures">${squareMetres(unit.ellipsoidArea)}</span>`],
          [t('parcel.crs'), unit.crs],
          [t('parcel.accuracy'), unit.accuracy === undefined ? t('parcel.accuracy.unknown')
            : t('parcel.accuracy.value', { metres: metres(unit.accuracy, 3) })],
          [t('accuracy.correct'), accuracyButton(this.kind === 'claim' ? 'CLAIM' : 'EVIDENCE', unit.code,
            `/api/${this.kind === 'claim' ? 'claims' : 'evidence'}/${encodeURIComponent(unit.code)}`,
            () => this.main.run())],
          [t('parcel.version'), `${unit.version} · ${word('changeReason', unit.reason)}`],
        ])}
        ${this.kind === 'claim' ? html`<h3>${t('parcel.conflicts', { count: conflicts.length })}</h3>
          ${conflicts.length === 0 ? html`<p class="empty">${t('parcel.conflicts.none')}</p>` : ''}
          ${conflicts.map((/** @type {any} */ conflict) => conflictCard(conflict, unit.code))}` : ''}
        ${attributes(unit.attributes)}`)}</section>`;
  }
}
customElements.define('jieshi-claim-panel', JieshiClaimPanel);

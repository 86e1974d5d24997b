import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { badge } from '../../components/badge.js';
import { facts } from '../../components/facts.js';
import { boundsOf } from '../../lib/geometry.js';
import { dateTime, metres, number, percent } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { shortCode } from '../../lib/map-style.js';
import { LiveUpdates, touches } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { sideLink, widthSentence } from './conflict-card.js';
import './conflict-faces.js';
import { conflictHistory } from './history.js';
import './open-case-button.js';
import { caseLink } from '../disputes/case-link.js';
import { accuracyButton } from '../parcels/accuracy.js';

/** An overlap with both of its sides on the map. */
export class JieshiConflictPanel extends JieshiElement {
  static properties = { number: {} };

  constructor() {
    super();
    this.number = '';
    this.updates = new LiveUpdates(this, (changed) => touches(changed, 'CONFLICT', this.number) && this.main.run());
    this.main = new Loader(this, async (signal) => {
      const conflict = await get(`/api/conflicts/${encodeURIComponent(this.number)}`, {}, { signal });
      const [left, right] = await Promise.all([conflict.left, conflict.right].map((side) => get(pathOf(side), {},
        { signal })));
      this.tell('show-shape', { maxZoom: 20,
        bounds: this.main.value?.conflict.id === conflict.id ? null : boundsOf(conflict.geometry), shapes: [
        { geometry: left.geometry, role: 'left' }, { geometry: right.geometry, role: 'right' },
        { geometry: conflict.geometry, role: 'overlap' }] });
      return { conflict, left, right };
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('number') && this.number) {
      this.main.clear();
      this.main.run();
    }
  }

  render() {
    return html`<section class="panel-body" aria-live="polite" data-test="conflict-panel" @changed=${() => this.main.run()}>
      ${this.main.render(({ conflict, left, right }) => html`
        <header class="panel-head">
          <p class="small quiet">${t('thing.conflict')} ${conflict.id}</p>
          <h2 class="figures">${number(conflict.area, 2)} m²</h2>
          <p>${badge('overlapClass', conflict.overlapClass)} ${badge('track', conflict.track)}
            ${badge('conflictStatus', conflict.status)}</p>
        </header>
        <p class="notice notice-info">${widthSentence(conflict)}</p>
        <p class="side-key"><span class="key key-left"></span>${sideLink(conflict.left)} ${left.holder ?? ''}</p>
        <p class="side-key"><span class="key key-right"></span>${sideLink(conflict.right)}
          ${right.claimant ?? right.holder ?? ''}</p>
        ${this.accuracies([left, right], conflict)}
        ${facts([
          [t('conflict.meanWidth'), metres(conflict.meanWidth)],
          [t('conflict.maxWidth'), metres(conflict.maxWidth)],
          [t('conflict.allowedWidth'), metres(conflict.allowedWidth)],
          [t('conflict.leftShare'), percent(conflict.leftShare, 3)],
          [t('conflict.rightShare'), percent(conflict.rightShare, 3)],
          [t('conflict.case'), conflict.caseNumber
            ? caseLink(conflict.caseNumber) : undefined],
          [t('conflict.plane'), conflict.plane],
          [t('conflict.exactness'), t(`conflict.exactness.${conflict.exactness}`,
            { metres: number(conflict.ballpark, 1) })],
          [t('conflict.rule'), conflict.ruleVersion],
          [t('conflict.computedAt'), dateTime(conflict.computedAt)],
        ])}
        <jieshi-conflict-faces .conflict=${conflict}></jieshi-conflict-faces>
        ${conflictHistory(conflict)}
        ${conflict.status === 'OPEN'
          ? html`<jieshi-open-case-button .conflicts=${[conflict]}></jieshi-open-case-button>` : ''}`)}</section>`;
  }

  /** An overlap turns into survey noise in one lawful way: a side is known less exactly than was thought. @param {any[]} units @param {any} conflict */
  accuracies(units, conflict) {
    const buttons = [conflict.left, conflict.right].map((side) => accuracyButton(side.kind, side.code, pathOf(side),
      () => this.tell('changed')));
    return buttons[0] === undefined ? nothing : html`<dl class="facts small">${units.map((unit, index) => html`
      <div><dt>${t('conflict.accuracy.of', { code: shortCode(unit.code) })}</dt><dd>${unit.accuracy === undefined
        ? t('parcel.accuracy.unknown') : t('parcel.accuracy.value', { metres: metres(unit.accuracy, 3) })}
        ${buttons[index]}</dd></div>`)}</dl>`;
  }
}
customElements.define('jieshi-conflict-panel', JieshiConflictPanel);

/** @param {import('./conflict-card.js').Side} side */
function pathOf(side) {
  const path = { PARCEL: '/api/parcels', CLAIM: '/api/claims', EVIDENCE: '/api/evidence' }[side.kind];
  return `${path}/${encodeURIComponent(side.code)}`;
}

import { html, nothing } from 'lit';
import '../../components/mini-map.js';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { Loader } from '../../components/loader.js';
import { timeline } from '../../components/timeline.js';
import { done } from '../../components/toast.js';
import { area, date } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';
import { act } from './actions.js';

/** @typedef {{kind: string, code: string}} Unit */

/** One dispute case. Tells `changed`. */
export class JieshiCaseView extends JieshiElement {
  static properties = { number: {} };

  constructor() {
    super();
    this.number = '';
    this.main = new Loader(this, (signal) => get(`/api/disputes/${encodeURIComponent(this.number)}`, {}, { signal }));
    this.shapes = new Loader(this, async (signal) => {
      const conflicts = await Promise.all(this.main.value.conflicts.map((/** @type {any} */ conflict) =>
        get(`/api/conflicts/${conflict.id}`, {}, { signal })));
      return conflicts.map((conflict) => ({ geometry: conflict.geometry, role: 'overlap' }));
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('number') && this.number) {
      this.main.clear();
      this.shapes.clear();
      this.load();
    }
  }

  async load() {
    await this.main.run();
    if (this.main.value) {
      this.shapes.run();
    }
  }

  /** @param {any} dispute @param {string} action */
  async act(dispute, action) {
    if (await act(dispute, action)) {
      done(t('case.acted', { action: word('caseAction', action), number: dispute.number }));
      this.load();
      this.tell('changed');
    }
  }

  render() {
    return this.main.render((dispute) => html`
      <article class="card" data-test="case" data-stage=${dispute.stage}>
        <h2><span data-test="case-number">${dispute.number}</span> ${badge('stage', dispute.stage)}
          ${dispute.level ? badge('level', dispute.level) : nothing} ${badge('track', dispute.track)}</h2>
        <p>${dispute.title}</p>
        <p class="notice notice-info small">${choose(dispute.triageReason.en, dispute.triageReason.zh)}
          ${dispute.triageNote ?? ''}</p>
        <div class="buttons">${dispute.allowedActions.map((/** @type {string} */ action) => html`
          <button type="button" class="button" data-test="case-${action}" @click=${() => this.act(dispute, action)}>
            ${word('caseAction', action)}</button>`)}</div>
        ${this.clocks(dispute.clocks)}
        <h3>${t('case.parties')}</h3>
        ${facts(dispute.parties.map((/** @type {any} */ party) => [word('side', party.side), html`${party.name}
          ${party.units.map((/** @type {string} */ code) => unitLink(dispute.units.find((/** @type {Unit} */ unit) =>
            unit.code === code) ?? { kind: 'CLAIM', code }))}`]))}
        ${dispute.handlers.length ? facts([[t('case.handlers'),
          dispute.handlers.map((/** @type {any} */ handler) => handler.name).join('、')]]) : nothing}
        <h3>${t('case.conflicts')}</h3>
        ${this.conflicts(dispute.conflicts)}
        ${this.shapes.render((shapes) => html`<jieshi-mini-map class="medium-map" .shapes=${shapes}></jieshi-mini-map>`)}
        ${dispute.settlements.map(settlement)}
        <h3>${t('case.timeline')}</h3>
        ${timeline(dispute.timeline.map((/** @type {any} */ event) => ({ at: event.on,
          action: event.action.toLowerCase(), actor: event.byName, note: event.note })), 'caseAction')}
      </article>`);
  }

  /** @param {any[]} clocks */
  clocks(clocks) {
    if (clocks.length === 0) {
      return nothing;
    }
    return html`
      <h3>${t('case.clocks')}</h3>
      ${dataTable({ caption: t('case.clocks'), test: 'clocks', rows: clocks, columns: [
        { name: t('case.clock'), wide: true, cell: (clock) => choose(clock.title.en, clock.title.zh) },
        { name: t('case.clock.limit'), cell: (clock) => (clock.unit === 'SET_DAY' ? '—'
          : html`<span class="nowrap">${clock.length} ${word('clockUnit', clock.unit)}</span>`) },
        { name: t('case.clock.deadline'), cell: (clock) => (clock.deadline
          ? html`<span class="nowrap">${clock.deadline}</span>` : choose(clock.note.en, clock.note.zh)) },
        { name: t('table.status'), cell: (clock) => html`${badge('clockState', clock.state)} ${clock.late
          ? badge('clockState', 'LATE') : nothing} <span class="nowrap">${
          clock.finishedOn ?? ''}</span>` },
      ] })}`;
  }

  /** @param {any[]} conflicts */
  conflicts(conflicts) {
    return dataTable({ caption: t('case.conflicts'), rows: conflicts, columns: [
      { name: t('conflict.sides'), wide: true, cell: (conflict) => html`
        ${unitLink({ kind: conflict.leftKind, code: conflict.left })}<br>
        ${unitLink({ kind: conflict.rightKind, code: conflict.right })}` },
      { name: t('conflict.class'), cell: (conflict) => badge('overlapClass', conflict.overlapClass) },
      { name: t('table.area'), numeric: true, cell: (conflict) => area(conflict.area) },
      { name: t('table.status'), cell: (conflict) => html`${badge('conflictStatus', conflict.status)}
        <a href="#/map?conflict=${conflict.id}">${t('action.showOnMap')}</a>` },
    ] });
  }
}
customElements.define('jieshi-case-view', JieshiCaseView);

/** @param {Unit} unit */
const unitLink = ({ kind, code }) => html`<a href="#/map?${kind.toLowerCase()}=${encodeURIComponent(code)}"
  class="code">${code}</a> `;

/** @param {any} each an agreement or a decision, and what it changed */
const settlement = (each) => html`
  <h3>${word('settlement', each.kind)}</h3>
  ${facts([
    [t('case.outcome'), word('outcome', each.outcome)],
    [t('case.documentNumber'), `${each.documentNumber} · ${date(each.datedOn)}`],
    [t('case.authority'), each.authority],
    [t('case.seal'), each.seal],
    [t('case.signatures'), each.signatures.map((/** @type {any} */ one) => `${one.party}：${one.name}`).join('、')],
    [t('case.text'), each.text],
  ])}
  ${each.changes.length === 0 ? nothing : dataTable({ caption: t('case.changes'), rows: each.changes, columns: [
    { name: t('case.changes'), wide: true, cell: (change) => unitLink(change) },
    { name: t('case.areaBefore'), numeric: true, cell: (change) => area(change.areaBefore) },
    { name: t('case.areaAfter'), numeric: true, cell: (change) => area(change.areaAfter) },
  ] })}`;

import { html, nothing } from 'lit';
import '../../components/map-view.js';
import { JieshiElement } from '../../components/element.js';
import { dataTable } from '../../components/data-table.js';
import { askForm } from '../../components/form-dialog.js';
import { LineDrawing } from '../../components/line-drawing.js';
import { done } from '../../components/toast.js';
import { mu, number, squareMetres } from '../../lib/format.js';
import { boundsOf } from '../../lib/geometry.js';
import { t, word } from '../../lib/i18n.js';
import { asProblem, sentence } from '../../lib/problem.js';
import { get, post } from '../../lib/request.js';
import { Loader } from '../../components/loader.js';

/**
 * Proposed lines and exchanges of a case, side by side, on the map; a line can be drawn and its effect seen before it is
 * entered. Tells `changed`.
 *
 * @typedef {import('../../components/map-view.js').JieshiMap} JieshiMap
 */
export class JieshiCaseProposals extends JieshiElement {
  static properties = { dispute: { attribute: false }, shapes: { attribute: false }, may: { type: Boolean },
    shown: { state: true }, drawn: { state: true }, preview: { state: true }, problem: { state: true },
    kind: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.dispute = null;
    /** @type {{geometry: any, role?: string}[]} the land in dispute */
    this.shapes = [];
    this.may = false;
    /** Number of the proposal on the map. */
    this.shown = 0;
    /** @type {LineDrawing | null} */
    this.drawing = null;
    /** Points drawn so far. */
    this.drawn = 0;
    /** @type {any} what the drawn line would do */
    this.preview = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.list = new Loader(this, (signal) => get(`/api/disputes/${encodeURIComponent(this.dispute.id)}/proposals`, {},
      { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const before = /** @type {any} */ (changed.get('dispute'));
    if (changed.has('dispute') && this.dispute && before?.revision !== this.dispute.revision) {
      this.list.run();
    }
  }

  updated() {
    const map = this.#map;
    const proposal = this.preview ?? this.list.value?.items.find((/** @type {any} */ each) => each.number === this.shown);
    map?.highlight([...(proposal ? [] : this.shapes), ...(proposal?.pieces ?? []).map((/** @type {any} */ piece) =>
      ({ geometry: piece.geometry, role: this.#partyIndex(piece.to) === 0 ? 'toFirst' : 'toSecond' })),
    ...(proposal?.line && !this.preview ? [{ geometry: proposal.line }] : [])]);
    if (map && !map.ready && this.shapes.length) {
      map.fit(boundsOf(...this.shapes.map(({ geometry }) => geometry)), { maxZoom: 20, padding: 40 });
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  /** @returns {JieshiMap | null} */
  get #map() {
    return this.querySelector('jieshi-map');
  }

  /** Which party a unit stands for. @param {string} code */
  #partyIndex(code) {
    return this.dispute.parties.findIndex((/** @type {any} */ party) => party.units.includes(code));
  }

  #start() {
    const map = this.#map?.map;
    if (map) {
      this.shown = 0;
      this.drawing = new LineDrawing(map, () => {
        this.drawn = this.drawing?.size ?? 0;
        this.#look();
      });
      this.drawn = 0;
      this.requestUpdate();
    }
  }

  #stop() {
    this.drawing?.remove();
    this.drawing = null;
    this.drawn = 0;
    this.preview = null;
    this.problem = null;
  }

  /** What the line as it stands would do; the newest answer wins. */
  async #look() {
    const drawing = this.drawing;
    const size = drawing?.size ?? 0;
    if (!drawing || size < 2) {
      this.preview = null;
      return;
    }
    const geometry = drawing.geometry;
    try {
      const preview = await post(`/api/disputes/${encodeURIComponent(this.dispute.id)}/proposals?preview=true`,
        { title: t('proposal.new'), line: geometry });
      if (this.drawing === drawing && drawing.size === size) {
        this.preview = preview;
        this.problem = null;
      }
    } catch (error) {
      if (this.drawing === drawing && drawing.size === size) {
        this.preview = null;
        this.problem = asProblem(error);
      }
    }
  }

  /** A piece falls to the other side instead. @param {number} index */
  async #turn(index) {
    const to = this.preview.pieces.map((/** @type {any} */ piece, /** @type {number} */ at) =>
      (at === index ? piece.from : piece.to));
    try {
      this.preview = await post(`/api/disputes/${encodeURIComponent(this.dispute.id)}/proposals?preview=true`,
        { title: t('proposal.new'), line: this.drawing?.geometry, to });
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  async #enter() {
    const line = this.drawing?.geometry;
    const to = this.preview.pieces.map((/** @type {any} */ piece) => piece.to);
    await this.#ask({ line, to, drawn: true }, []);
  }

  async #type() {
    await this.#ask({}, [
      { name: 'line', label: t('proposal.line'), type: 'textarea', required: true, hint: t('proposal.line.hint') },
      { name: 'crs', label: t('import.crs'), type: 'select', options: ['EPSG:4524', 'EPSG:4525', 'EPSG:4490'].map((crs) =>
        ({ value: crs, label: word('crs', crs) })) }]);
  }

  async #swap() {
    const units = this.dispute.units.filter((/** @type {any} */ unit) => !unit.parkedAs).map((/** @type {any} */ unit) =>
      ({ value: unit.code, label: `${unit.code} ${word('unitKind', unit.kind)}` }));
    const entered = await askForm({
      title: t('proposal.swap'),
      text: t('proposal.swap.hint'),
      fields: [...this.#common(),
        { name: 'from', label: t('proposal.swap.disputed'), type: 'select', options: units },
        { name: 'to', label: t('proposal.swap.to'), type: 'select', options: [...units].reverse() },
        { name: 'land', label: t('proposal.swap.land'), type: 'textarea', required: true, hint: t('proposal.line.hint') },
        { name: 'crs', label: t('import.crs'), type: 'select', options: ['EPSG:4524', 'EPSG:4525', 'EPSG:4490'].map(
          (crs) => ({ value: crs, label: word('crs', crs) })) },
        { name: 'compensation', label: t('proposal.compensation'), type: 'number', min: 0 },
        { name: 'payer', label: t('proposal.payer'), type: 'select', options: this.#parties('—') }],
      submit: t('action.save'),
      action: ({ from, to, land, ...values }) => this.#post({ ...values,
        swaps: [{ from, to }, { from: to, to: from, land: parsed(land) }] }),
    });
    this.#entered(entered);
  }

  /** @param {Record<string, any>} body @param {import('../../components/form-dialog.js').Field[]} more */
  async #ask(body, more) {
    const entered = await askForm({
      title: t('proposal.new'),
      fields: [...this.#common(), ...more,
        { name: 'dropSlivers', label: t('case.dropSlivers'), type: 'checkbox' },
        { name: 'note', label: t('proposal.terms'), type: 'textarea' }],
      submit: t('action.save'),
      action: (values) => this.#post({ ...body, ...values, ...(values.line ? { line: parsed(values.line) } : {}) }),
    });
    this.#entered(entered);
  }

  /** @param {Record<string, any>} body */
  #post(body) {
    return post(`/api/disputes/${encodeURIComponent(this.dispute.id)}/proposals`, body);
  }

  /** @returns {import('../../components/form-dialog.js').Field[]} */
  #common() {
    return [{ name: 'title', label: t('proposal.title'), required: true },
      { name: 'party', label: t('proposal.by'), type: 'select', options: this.#parties(t('case.evidence.handlers')) }];
  }

  /** @param {string} none */
  #parties(none) {
    return [{ value: '', label: none }, ...this.dispute.parties.map((/** @type {any} */ party) =>
      ({ value: party.name, label: party.name }))];
  }

  /** @param {unknown} entered */
  #entered(entered) {
    if (entered) {
      this.#stop();
      this.shown = /** @type {any} */ (entered).number ?? 0;
      done(t('case.entered'));
      this.list.run();
    }
  }

  /** @param {any} proposal */
  async #choose(proposal) {
    const chosen = await askForm({ title: t('proposal.choose'), text: proposal.title, fields: [],
      submit: t('proposal.choose'), action: () => post(`/api/disputes/${encodeURIComponent(this.dispute.id)}/proposals/${
        proposal.number}/actions/choose`) });
    if (chosen) {
      this.list.run();
      this.tell('changed');
    }
  }

  render() {
    return html`
      <div class="card-head"><h3>${t('case.proposals')}</h3></div>
      <jieshi-map class="proposal-map" data-test="proposal-map" .label=${t('case.proposals')}></jieshi-map>
      ${this.may ? this.#tools() : nothing}
      ${this.problem ? html`<p class="notice notice-info small" role="status" data-test="proposal-hint">${
        sentence(this.problem)}</p>` : nothing}
      ${this.preview ? html`<section class="card" data-test="proposal-preview"><h4>${t('proposal.preview')}</h4>
        ${this.#effects(this.preview)}
        ${this.#pieces(this.preview, (index) => this.#turn(index))}</section>` : nothing}
      ${this.list.render((list) => (list.items.length === 0 ? html`<p class="empty">${t('proposal.none')}</p>` : html`
        <div class="proposals" data-test="proposals">${list.items.map((/** @type {any} */ each) =>
          this.#proposal(each))}</div>`))}`;
  }

  #tools() {
    return this.drawing ? html`
      <p class="small">${t('proposal.drawing', { points: number(this.drawn) })}</p>
      <div class="buttons">
        <button type="button" class="button button-main" data-test="proposal-enter" ?disabled=${!this.preview}
          @click=${() => this.#enter()}>${t('proposal.enter')}</button>
        <button type="button" class="button" data-test="proposal-undo" ?disabled=${this.drawn === 0}
          @click=${() => this.drawing?.undo()}>${t('proposal.undo')}</button>
        <button type="button" class="button" data-test="proposal-cancel" @click=${() => this.#stop()}>
          ${t('action.cancel')}</button>
      </div>` : html`
      <div class="buttons">
        <button type="button" class="button" data-test="proposal-draw" @click=${() => this.#start()}>
          ${t('proposal.draw')}</button>
        <button type="button" class="button" data-test="proposal-type" @click=${() => this.#type()}>
          ${t('proposal.type')}</button>
        <button type="button" class="button" data-test="proposal-swap" @click=${() => this.#swap()}>
          ${t('proposal.swap')}</button>
      </div>`;
  }

  /** @param {any} proposal */
  #proposal(proposal) {
    return html`
      <section class="card proposal ${proposal.chosen ? 'is-chosen' : ''}" data-test="proposal"
        data-number=${proposal.number} data-chosen=${String(proposal.chosen)}>
        <h4>${proposal.number}. ${proposal.title} ${proposal.chosen ? html`<span class="badge badge-good">${
          t('proposal.chosen')}</span>` : nothing} ${proposal.current ? nothing : html`<span class="badge badge-warn">${
          t('proposal.stale')}</span>`}</h4>
        <p class="quiet small">${proposal.party ?? t('case.evidence.handlers')} · ${word('proposalKind', proposal.kind)} · ${
          word('proposalMethod', proposal.method)} · ${proposal.crs}</p>
        ${this.#effects(proposal)}
        ${proposal.compensation === undefined ? nothing : html`<p>${t('proposal.pays', { payer: proposal.payer,
          amount: number(proposal.compensation, 2) })}</p>`}
        <details><summary>${t('proposal.pieces')}</summary>${this.#pieces(proposal)}
          ${proposal.points.length === 0 ? nothing : dataTable({ caption: t('proposal.points'), rows: proposal.points,
            columns: [
              { name: t('proposal.point'), cell: (/** @type {any} */ point) => point.number },
              { name: 'X (N) m', numeric: true, cell: (point) => number(point.north, 3) },
              { name: 'Y (E) m', numeric: true, cell: (point) => number(point.east, 3) }] })}</details>
        <div class="buttons">
          <button type="button" class="button" aria-pressed=${String(this.shown === proposal.number)}
            @click=${() => { this.shown = proposal.number; }}>${t('proposal.show')}</button>
          <a class="button" target="_blank" rel="noopener" href="/api/disputes/${encodeURIComponent(this.dispute.id)}/agreement.pdf?proposal=${
            proposal.number}">${t('proposal.draft')}</a>
          ${this.may && !proposal.chosen && proposal.current ? html`<button type="button" class="button button-main"
            data-test="proposal-choose" @click=${() => this.#choose(proposal)}>${t('proposal.choose')}</button>` : nothing}
        </div>
      </section>`;
  }

  /** Before and after for each side. @param {any} proposal */
  #effects(proposal) {
    return dataTable({ caption: t('proposal.effects'), test: 'proposal-effects', rows: proposal.effects, columns: [
      { name: t('proposal.unit'), wide: true, cell: (/** @type {any} */ row) => html`<span class="code">${row.code}</span>
        <div class="quiet small">${row.party}</div>` },
      { name: t('case.areaBefore'), numeric: true, cell: (row) => both(row.areaBefore) },
      { name: t('case.areaAfter'), numeric: true, cell: (row) => both(row.areaAfter) },
      { name: t('proposal.difference'), numeric: true, cell: (row) => squareMetres(row.difference) },
    ] });
  }

  /** @param {any} proposal @param {(index: number) => void} [turn] */
  #pieces(proposal, turn) {
    return dataTable({ caption: t('proposal.pieces'), test: 'proposal-pieces', rows: proposal.pieces, columns: [
      { name: t('proposal.piece'), cell: (/** @type {any} */ piece) => number(proposal.pieces.indexOf(piece) + 1) },
      { name: t('proposal.to'), wide: true, cell: (piece) => html`${this.dispute.parties[this.#partyIndex(piece.to)]?.name}
        <span class="quiet code">${piece.to}</span>` },
      { name: t('table.area'), numeric: true, cell: (piece) => both(piece.area) },
      ...(turn ? [{ name: t('proposal.turn.head'), cell: (/** @type {any} */ piece) => html`<button type="button"
        class="link-button" @click=${() => turn(proposal.pieces.indexOf(piece))}>${t('proposal.turn')}</button>` }] : []),
    ] });
  }
}
customElements.define('jieshi-case-proposals', JieshiCaseProposals);

/** @param {number} area m² */
const both = (area) => html`<span class="nowrap">${squareMetres(area)}</span><div class="quiet small nowrap">${mu(area)}</div>`;

/** GeoJSON as typed, else WKT. @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

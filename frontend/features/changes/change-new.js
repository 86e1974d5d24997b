import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { JieshiElement } from '../../components/element.js';
import { field, problemBox } from '../../components/form-dialog.js';
import '../../components/map-view.js';
import { done } from '../../components/toast.js';
import { boundsOf } from '../../lib/geometry.js';
import { t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { get, post } from '../../lib/request.js';
import { changeOutcome } from './change-outcome.js';
import { areDegrees, fromGeoJson, linesOf } from './drawing.js';

const KINDS = ['SPLIT', 'MERGE', 'ADJUST', 'RETIRE'];

/**
 * A new change: choose parcels, draw the line on the map (or type it, or bring a file), see what it would bring, propose it.
 */
export class JieshiChangeNew extends JieshiElement {
  static properties = { parcels: { attribute: false }, kind: { state: true }, line: { state: true }, file: { state: true },
    preview: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** Codes, apart by commas. */
    this.parcels = '';
    this.kind = 'SPLIT';
    /** Drawn on the map, degrees. @type {number[][]} */
    this.line = [];
    /** @type {ReturnType<typeof fromGeoJson>} */
    this.file = null;
    /** @type {import('./change-outcome.js').Change | null} */
    this.preview = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.busy = false;
    /** @type {any[]} */
    this.land = [];
  }

  get map() {
    return /** @type {import('../../components/map-view.js').JieshiMap} */ (this.querySelector('jieshi-map'));
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector('form'));
  }

  firstUpdated() {
    if (this.parcels) {
      this.showLand();
    } else {
      get('/tiles/index.json').then(({ bounds }) => this.map?.fit(bounds ?? null), () => this.map?.fit(null));
    }
  }

  /** @param {string} text */
  codes(text) {
    return text.split(/[\s,，、;；]+/).filter(Boolean);
  }

  async showLand() {
    const codes = this.codes(String(new FormData(this.form).get('parcels') ?? ''));
    this.preview = null;
    this.problem = null;
    try {
      const parcels = await Promise.all(codes.map((code) => get(`/api/parcels/${encodeURIComponent(code)}`)));
      this.land = parcels.map(({ geometry }) => geometry);
      if (this.land.length) {
        this.map.fit(boundsOf(...this.land), { maxZoom: 19, padding: 40 });
      }
    } catch (error) {
      this.land = [];
      this.problem = asProblem(error);
    }
    this.draw();
  }

  draw() {
    const land = this.preview?.children.length ? this.preview.children.map(({ geometry }) => geometry) : this.land;
    this.map?.highlight([...land.map((geometry) => ({ geometry })),
      ...this.line.map((coordinates) => ({ geometry: { type: 'Point', coordinates } })),
      ...(this.line.length > 1 ? [{ geometry: { type: 'LineString', coordinates: this.line } }] : [])]);
  }

  /** A click on the map is the next point of the line. @param {CustomEvent<{lon: number, lat: number}>} event */
  point({ detail }) {
    if (this.kind === 'SPLIT') {
      this.line = [...this.line, [detail.lon, detail.lat]];
      this.preview = null;
      this.draw();
    }
  }

  back() {
    this.line = this.line.slice(0, -1);
    this.preview = null;
    this.draw();
  }

  /** @param {Event} event */
  async readFile(event) {
    const file = /** @type {HTMLInputElement} */ (event.currentTarget).files?.[0];
    this.file = file ? fromGeoJson(await file.text()) : null;
    this.preview = null;
    this.problem = file && !this.file ? { code: 'FILE_UNREADABLE', status: 0, title: '', titleZh: '',
      detail: t('changes.file.unreadable'), detailZh: t('changes.file.unreadable') } : null;
  }

  /** The address and the body of the request; null if something is missing. */
  request() {
    const data = new FormData(this.form);
    const codes = this.codes(String(data.get('parcels') ?? ''));
    const common = { reason: String(data.get('reason') ?? '').trim() || undefined,
      document: String(data.get('document') ?? '').trim() || undefined };
    if (this.kind === 'MERGE') {
      return { path: '/api/parcels/merge', body: { parcels: codes, ...common } };
    }
    if (this.kind === 'ADJUST') {
      return { path: '/api/parcels/adjust', body: { parcels: codes, ...this.fromFile(), ...common } };
    }
    const one = encodeURIComponent(codes[0] ?? '');
    return this.kind === 'RETIRE' ? { path: `/api/parcels/${one}/retire`, body: common }
      : { path: `/api/parcels/${one}/split`, body: { ...this.cut(String(data.get('typed') ?? '')), ...common } };
  }

  fromFile() {
    const shapes = this.file?.shapes ?? [];
    return { shapes, crs: areDegrees(this.file?.lines.concat(shapes.map(firstRing)) ?? []) ? 'EPSG:4490' : 'native' };
  }

  /** @param {string} typed */
  cut(typed) {
    if (this.file?.shapes.length) {
      return this.fromFile();
    }
    const lines = linesOf(typed) ?? this.file?.lines ?? (this.line.length > 1 ? [this.line] : []);
    return { lines, crs: areDegrees(lines) ? 'EPSG:4490' : 'native' };
  }

  /** @param {boolean} dryRun */
  async send(dryRun) {
    this.busy = true;
    this.problem = null;
    try {
      const { path, body } = this.request();
      const answer = await post(dryRun ? `${path}?dryRun=true` : path, body);
      if (dryRun) {
        this.preview = answer;
        this.draw();
      } else {
        done(t('changes.kept', { number: answer.number }));
        navigate(['changes', answer.id]);
      }
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault();
    this.send(/** @type {HTMLElement | null} */ (event.submitter)?.dataset.test !== 'change-propose');
  }

  render() {
    return html`
      <div class="page">
        <p><a href="#/changes">← ${t('changes.title')}</a></p>
        <header class="page-head"><h1>${t('changes.new')}</h1></header>
        <div class="columns columns-even">
          <section class="card">
            <form @submit=${this.submit} @change=${this.changed} data-test="change-form">
              ${field({ name: 'kind', label: t('changes.kind'), type: 'select', value: this.kind,
                options: KINDS.map((value) => ({ value, label: word('changeKind', value) })) })}
              ${field({ name: 'parcels', label: t('changes.parcels'), value: this.parcels, required: true,
                hint: t('changes.parcels.hint') })}
              ${this.drawing()}
              ${field({ name: 'reason', label: t('changes.reason') })}
              ${field({ name: 'document', label: t('changes.document'), hint: t('changes.document.hint') })}
              <div class="buttons">
                <button type="submit" class="button" data-test="change-preview" ?disabled=${this.busy}>
                  ${t('changes.preview')}</button>
                <button type="submit" class="button button-main" data-test="change-propose"
                  ?disabled=${this.busy || !this.preview || this.preview.obstacles.length > 0}>
                  ${t('changes.propose')}</button>
              </div>
            </form>
            ${this.problem ? problemBox(this.problem) : nothing}
            ${this.preview ? html`<h2>${t('changes.outcome')}</h2>${changeOutcome(this.preview)}` : nothing}
          </section>
          <section class="card map-card map-card-tall">
            <jieshi-map @map-click=${this.point} data-test="change-map"></jieshi-map>
          </section>
        </div>
      </div>`;
  }

  /** @param {Event} event */
  changed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    if (name === 'kind') {
      this.kind = value;
      this.preview = null;
      this.draw();
    } else if (name === 'parcels') {
      this.showLand();
    }
  }

  drawing() {
    if (this.kind === 'MERGE' || this.kind === 'RETIRE') {
      return nothing;
    }
    return html`
      ${this.kind === 'SPLIT' ? html`
        <p class="quiet small">${t('changes.draw.hint')}</p>
        <div class="buttons">
          <span class="figures" data-test="change-points">${t('changes.draw.points', { count: this.line.length })}</span>
          <button type="button" class="button button-small" ?disabled=${this.line.length === 0} @click=${this.back}
            data-test="change-back">${t('changes.draw.back')}</button>
        </div>
        ${field({ name: 'typed', label: t('changes.typed'), type: 'textarea', hint: t('changes.typed.hint') })}` : nothing}
      <div class="field"><label for="change-file">${t('changes.file')}</label>
        <input id="change-file" type="file" accept=".geojson,.json" @change=${this.readFile} data-test="change-file">
        <small class="quiet">${t('changes.file.hint')}</small></div>`;
  }
}
customElements.define('jieshi-change-new', JieshiChangeNew);

/** @param {{type: string, coordinates: any}} shape */
const firstRing = ({ type, coordinates }) => (type === 'Polygon' ? coordinates[0] : coordinates[0][0]);

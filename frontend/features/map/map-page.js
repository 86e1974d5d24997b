import { html, nothing } from 'lit';
import '../../components/map-view.js';
import { JieshiElement } from '../../components/element.js';
import { LAYERS } from '../../lib/tile-look.js';
import { refused } from '../../components/toast.js';
import { boundsOf } from '../../lib/geometry.js';
import { date } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';
import { loadDesks } from '../../lib/desks.js';
import { Keys } from '../../lib/shortcuts.js';
import { navigate, rewrite } from '../../app/router.js';
import { basemapChoice, rememberedBasemap } from './basemap.js';
import { legend } from './legend.js';
import './search-box.js';

const KINDS = /** @type {const} */ (['conflict', 'parcel', 'claim', 'evidence']);

/** Panels are loaded when they are first needed, so that the map itself is there soon. */
const PANELS = {
  parcel: () => import('../parcels/parcel-panel.js'),
  claim: () => import('../parcels/claim-panel.js'),
  evidence: () => import('../parcels/claim-panel.js'),
  conflict: () => import('../conflicts/conflict-panel.js'),
};

/** Layers that are off until somebody asks for them: certificates repeat what the colour of the parcels says. */
const OFF_AT_FIRST = ['certificates'];

/** Of the view; what somebody pointed at is seen already, so that the map stays where it is. */
const SMALLEST = 1 / 8;
const SMALLEST_POINTED_AT = 1 / 60;

/** Where the map was left, for coming back to it. @type {{lat: number, lon: number, zoom: number} | null} */
let left = null;

/** The map with the panel of whatever was chosen on it. The address names what is chosen: `#/map?parcel=…`. */
export class JieshiMapPage extends JieshiElement {
  static properties = { route: { attribute: false }, hits: { state: true }, hiddenLayers: { state: true },
    legendOpen: { state: true }, nothingHere: { state: true }, measuring: { state: true }, conflictsBy: { state: true },
    placed: { state: true }, panelReady: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: ['map'], query: {} };
    /** @type {import('./identify.js').Hit[]} */
    this.hits = [];
    this.hiddenLayers = new Set(OFF_AT_FIRST);
    this.legendOpen = matchMedia('(min-width: 75rem)').matches;
    this.nothingHere = false;
    this.measuring = false;
    /** Whether words and styles of panels are there. */
    this.panelReady = false;
    /** @type {'class' | 'track'} */
    this.conflictsBy = 'class';
    /** Whether the map is on the page, for what lies on it. */
    this.placed = false;
    new Keys(this, {
      '/': () => /** @type {HTMLElement | null} */ (this.querySelector('jieshi-search-box input'))?.focus(),
      f: () => this.wholeFarm(),
      l: () => { this.legendOpen = !this.legendOpen; }, m: () => this.measure(!this.measuring),
      escape: () => (this.measuring ? this.measure(false) : this.chosen && this.close()),
    });
    /** Whether what is chosen was chosen on the map itself. */
    this.pointedAt = false;
    /** @type {AbortController | null} */
    this.asking = null;
  }

  get map() {
    return /** @type {import('../../components/map-view.js').JieshiMap} */ (this.querySelector('jieshi-map'));
  }

  /** The day at whose end the land is shown; undefined for now. */
  get asOf() {
    return this.route.query.asOf || undefined;
  }

  get days() {
    return { asOf: this.asOf, before: this.earlier };
  }

  /** The earlier day that is shown left of the line; undefined for one day only. */
  get earlier() {
    return this.route.query.before || undefined;
  }

  /** What the address says is chosen. @returns {{kind: typeof KINDS[number], id: string} | null} */
  get chosen() {
    const kind = KINDS.find((each) => this.route.query[each]);
    return kind ? { kind, id: this.route.query[kind] } : null;
  }

  firstUpdated() {
    this.placed = true;
    this.map.underlay(rememberedBasemap());
    this.map.tiles.once('load', () => {
      this.tell('first-view');
      loadDesks().then(() => import('../export/export-button.js')).catch(refused);
    });
    OFF_AT_FIRST.forEach((layer) => this.map.tiles.show(layer, false));
    if (left) {
      this.map.view(left.lat, left.lon, left.zoom);
    } else if (!this.chosen) {
      this.wholeFarm();
    }
  }

  /** A panel takes room from the map: the legend makes way, until somebody asks for it. @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (this.earlier) {
      import('./time-slider.js').catch(refused);
    }
    if (this.chosen) {
      Promise.all([PANELS[this.chosen.kind](), loadDesks()]).then(() => { this.panelReady = true; }, refused);
    }
    const before = changed.get('route')?.query ?? {};
    if (changed.has('route') && this.chosen && !KINDS.some((kind) => before[kind]) && innerWidth < 1600) {
      this.legendOpen = false;
    }
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('route') && !this.chosen) {
      this.map.highlight([]);
    }
    if (changed.has('route') && this.map.tiles.asOf !== (this.asOf ?? '')) {
      this.map.tiles.asOf = this.asOf ?? '';
      this.map.tiles.redraw();
    }
  }

  async wholeFarm() {
    try {
      const { bounds } = await get('/tiles/index.json');
      this.map?.fit(bounds ?? null);
    } catch (error) {
      refused(error);
    }
  }

  /** @param {CustomEvent} event */
  async clicked(event) {
    if (this.measuring) {
      return;
    }
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const { identify } = await import('./identify.js');
      const hits = await identify(event.detail, (layer) => !this.hiddenLayers.has(layer), this.asOf,
        asking.signal);
      this.hits = hits;
      this.nothingHere = hits.length === 0;
      if (hits.length > 0) {
        this.pointedAt = true;
        this.choose(hits[0]);
      } else {
        navigate(['map'], this.days);
      }
    } catch (error) {
      if (!asking.signal.aborted) {
        refused(error);
      }
    }
  }

  /** @param {{kind: string, id: string | number}} thing */
  choose({ kind, id }) {
    this.nothingHere = false;
    navigate(['map'], { [kind]: id, ...this.days });
  }

  /** @param {CustomEvent} event */
  async found({ detail }) {
    this.hits = [];
    if (detail.kind !== 'place') {
      this.choose(detail.kind === 'certificate' ? { kind: 'parcel', id: detail.id } : detail);
      return;
    }
    try {
      const [kind] = detail.id.split('-', 1);
      const collection = await get('/api/units', { kind });
      const place = collection.features.find((/** @type {any} */ feature) => feature.id === detail.id);
      this.map.highlight([{ geometry: place?.geometry }]);
      this.map.fit(boundsOf(place?.geometry));
    } catch (error) {
      refused(error);
    }
  }

  /** Shows what a panel loaded; the map moves only if one does not see it well yet. @param {CustomEvent} event */
  show({ detail }) {
    this.map.highlight(detail.shapes);
    if (detail.bounds && !this.inView(detail.bounds, this.pointedAt ? SMALLEST_POINTED_AT : SMALLEST)) {
      this.map.fit(detail.bounds, { maxZoom: detail.maxZoom ?? 17, padding: 60 });
    }
    this.pointedAt = false;
  }

  /** @param {number[]} bounds @param {number} smallest share of the view that can be made out */
  inView([west, south, east, north], smallest) {
    const view = this.map.bounds;
    if (!view) {
      return false;
    }
    const largeEnough = (east - west) > (view.getEast() - view.getWest()) * smallest
      || (north - south) > (view.getNorth() - view.getSouth()) * smallest;
    return largeEnough && west >= view.getWest() && east <= view.getEast() && south >= view.getSouth()
      && north <= view.getNorth();
  }

  /** The window of the map, for an export. @returns {Record<string, unknown>} */
  inSight() {
    const view = this.map.bounds;
    return view ? { bbox: [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()]
      .map((degrees) => degrees.toFixed(6)).join(',') } : {};
  }

  /** @param {CustomEvent} event */
  moved({ detail }) {
    left = detail;
  }

  /** @param {string} layer @param {boolean} shown */
  toggle(layer, shown) {
    const hidden = new Set(this.hiddenLayers);
    if (shown) {
      hidden.delete(layer);
    } else {
      hidden.add(layer);
    }
    this.hiddenLayers = hidden;
    this.map.tiles.show(layer, shown);
    /** @type {import('./time-slider.js').JieshiTimeSlider | null} */ (
      this.querySelector('jieshi-time-slider'))?.show(layer, shown);
  }

  /** @param {'class' | 'track'} by */
  colour(by) {
    this.conflictsBy = by;
    this.map.tiles.conflictsBy = by;
    this.map.tiles.repaint();
  }

  /** @param {boolean} on */
  async measure(on) {
    if (on) {
      await import('./measure.js').catch(refused);
    }
    this.measuring = on;
  }

  /** The land changed: by a step taken in a panel. */
  changed() {
    this.map.refresh();
  }

  close() {
    this.hits = [];
    rewrite(['map'], this.days);
    this.route = { path: ['map'], query: /** @type {Record<string, string>} */ (Object.fromEntries(
      Object.entries(this.days).filter(([, day]) => day))) };
  }

  /** @param {Event} event */
  travel(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.currentTarget);
    navigate(['map'], { ...this.route.query, [name]: value });
  }

  render() {
    return html`
      <h1 class="unseen">${t('nav.map')}</h1>
      <div class="map-page ${this.chosen ? 'has-panel' : ''}" @changed=${this.changed} @show-shape=${this.show}>
        <div class="map-area">
          <jieshi-map data-test="map" @map-click=${this.clicked} @map-view=${this.moved}></jieshi-map>
          <jieshi-search-box @found=${this.found}></jieshi-search-box>
          <div class="map-tools">
            <div class="buttons">
              <button type="button" class="button button-small" data-test="whole-farm" @click=${this.wholeFarm}>
                ${t('map.wholeFarm')}</button>
              <button type="button" class="button button-small" aria-expanded=${this.legendOpen}
                data-test="legend-toggle" @click=${() => { this.legendOpen = !this.legendOpen; }}>
                ${t('map.legend')}</button>
              <button type="button" class="button button-small" aria-pressed=${this.measuring} data-test="measure"
                @click=${() => this.measure(!this.measuring)}>${t('measure.name')}</button>
              <button type="button" class="button button-small" data-test="map-print" @click=${() => print()}>
                ${t('map.print')}</button>
              <jieshi-export-button small .layers=${['parcels', 'claims', 'evidence', 'conflicts', 'certificates']}
                .filter=${() => this.inSight()}></jieshi-export-button>
            </div>
            <details class="map-days" ?open=${this.earlier !== undefined || this.asOf !== undefined}>
              <summary>${t('time.days')}</summary>
              <label class="map-date">${t('asOf.label')}
                <input type="date" name="asOf" .value=${this.asOf ?? ''} @change=${this.travel} data-test="map-as-of"></label>
              <label class="map-date">${t('time.before')}
                <input type="date" name="before" .value=${this.earlier ?? ''} @change=${this.travel}
                  data-test="map-before"></label>
            </details>
            ${this.legendOpen ? legend(LAYERS, this.hiddenLayers, (layer, shown) => this.toggle(layer, shown),
              this.conflictsBy, (by) => this.colour(by),
              basemapChoice((basemap) => this.map.underlay(basemap))) : nothing}
          </div>
          ${this.measuring ? html`<jieshi-measure .map=${this.map} @measure-end=${() => this.measure(false)}>
            </jieshi-measure>` : nothing}
          ${this.earlier && this.placed ? html`<jieshi-time-slider .map=${this.map} .earlier=${this.earlier}
            .later=${this.asOf ?? ''}></jieshi-time-slider>` : nothing}
          ${this.asOf && !this.earlier ? html`<p class="map-past" role="status" data-test="map-past">${t('asOf.said',
            { day: date(this.asOf) })} <a href="#/map">${t('asOf.now')}</a></p>` : nothing}
          ${this.nothingHere ? html`<p class="map-hint" role="status">${t('map.nothingHere')}</p>` : nothing}
        </div>
        ${this.panel()}
      </div>`;
  }

  panel() {
    const chosen = this.chosen;
    if (!chosen) {
      return nothing;
    }
    return html`
      <aside class="panel" aria-label=${t(`thing.${chosen.kind}`)} data-test="panel">
        <div class="panel-bar">
          ${this.others(chosen)}
          <button type="button" class="icon-button" aria-label=${t('action.close')} data-test="panel-close"
            @click=${this.close}>×</button>
        </div>
        ${!this.panelReady ? html`<p class="loading" role="status">${t('state.loading')}</p>` : nothing}
        ${chosen.kind === 'parcel' && this.panelReady ? html`<jieshi-parcel-panel .code=${chosen.id} .asOf=${this.asOf}></jieshi-parcel-panel>` : nothing}
        ${chosen.kind === 'conflict' && this.panelReady ? html`<jieshi-conflict-panel .number=${chosen.id}></jieshi-conflict-panel>`
          : nothing}
        ${this.panelReady && (chosen.kind === 'claim' || chosen.kind === 'evidence')
          ? html`<jieshi-claim-panel .kind=${chosen.kind} .code=${chosen.id}></jieshi-claim-panel>` : nothing}
      </aside>`;
  }

  /** What else lies at the place that was clicked. @param {{kind: string, id: string}} chosen */
  others(chosen) {
    if (this.hits.length < 2) {
      return html`<span></span>`;
    }
    return html`
      <div class="tabs" role="group" aria-label=${t('map.alsoHere')}>
        ${this.hits.map((hit) => html`
          <button type="button" title=${hit.name} aria-pressed=${hit.kind === chosen.kind && String(hit.id) === chosen.id}
            data-test="hit-${hit.kind}" @click=${() => this.choose(hit)}>${t(`thing.${hit.kind}`)}</button>`)}
      </div>`;
  }
}
customElements.define('jieshi-map-page', JieshiMapPage);

import * as L from 'leaflet';
import { t } from '../lib/i18n.js';
import { toZone } from '../lib/gauss-kruger.js';
import { number } from '../lib/format.js';
import { LiveReload, LiveUpdates } from '../lib/live.js';
import { JieshiElement } from './element.js';
import { graticule, highlightLayer, labelOverlay } from './map-overlays.js';
import { VectorTileLayer } from './tile-layer.js';

/** Where the map of an office without any land stands: Lingshan county. */
const HOME = /** @type {[number, number, number, number]} */ ([109.0, 22.1, 109.6, 22.7]);
const DEFAULT_ZONE = 36;

/** What may look different when it changes. Towns, villages and sub-farms come by imports. */
const ON_THE_MAP = ['PARCEL', 'CLAIM', 'EVIDENCE', 'CONFLICT', 'CERTIFICATE', 'IMPORT', 'MUTATION', 'BATCH'];

/**
 * The map: tiles, names, graticule, scale, coordinates, and what is highlighted.
 *
 * Tells `map-click` {lon, lat, tolerance} and `map-view` {lat, lon, zoom}. Works without any base map, and offline.
 */
export class JieshiMap extends JieshiElement {
  static properties = { small: { type: Boolean }, bare: { type: Boolean }, label: {} };

  constructor() {
    super();
    this.small = false;
    /** Without the register's own layers, for somebody who may not see them. */
    this.bare = false;
    this.label = '';
    this.zone = DEFAULT_ZONE;
    this.ready = false;
    /** @type {L.Map | null} */
    this.map = null;
    this.tiles = new VectorTileLayer();
    /** @type {L.TileLayer[]} */
    this.underlays = [];
    this.attribution = document.createElement('small');
    this.attribution.className = 'map-attribution';
    this.labels = labelOverlay(this.tiles);
    this.highlighted = highlightLayer();
    this.frame = document.createElement('div');
    this.frame.className = 'map-frame';
    /** @type {import('../lib/live.js').Area[] | null} where the map changed since it was asked for; null: anywhere */
    this.changed = [];
    new LiveUpdates(this, ({ areas }) => { this.changed = areas && this.changed ? [...this.changed, ...areas] : null; });
    this.updates = new LiveReload(this, ON_THE_MAP, () => {
      const areas = this.changed;
      this.changed = [];
      return this.bare || this.tiles.asOf ? undefined : this.tiles.renew(areas);
    });
    new LiveUpdates(this, () => {
      this.changed = null;
      this.updates.soon();
    }, 'map');
    this.resizing = new ResizeObserver(() => this.ready && this.map?.invalidateSize({ animate: false }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.append(this.frame);
    this.map = this.#build();
    this.resizing.observe(this.frame);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resizing.disconnect();
    const map = /** @type {any} */ (this.map);
    this.map = null;
    map._animatingZoom = false; // else Leaflet ends a zoom that is under way after it is gone
    map.remove();
  }

  /** Nothing to draw but the frame: Leaflet keeps what is in it. */
  render() {
    this.frame.setAttribute('aria-label', this.label || t('map.name'));
    return undefined;
  }

  /** @returns {HTMLElement} */
  createRenderRoot() {
    const root = document.createElement('div');
    root.className = 'map-notes';
    this.append(root);
    return root;
  }

  /**
   * Nothing is drawn before the first view is set.
   *
   * @param {[number, number, number, number] | null} bounds west, south, east, north; null: the county
   * @param {{maxZoom?: number, padding?: number}} [options]
   */
  fit(bounds, { maxZoom = 18, padding = 24 } = {}) {
    const [west, south, east, north] = bounds ?? HOME;
    this.map?.fitBounds([[south, west], [north, east]], { maxZoom, padding: [padding, padding], animate: false });
  }

  /** Degrees in view; null before the first view is set. */
  get bounds() {
    return this.ready ? this.map?.getBounds() ?? null : null;
  }

  /**
   * @param {number} lat
   * @param {number} lon
   * @param {number} zoom
   */
  view(lat, lon, zoom) {
    this.map?.setView([lat, lon], zoom, { animate: false });
  }

  /** @param {{geometry: any, role?: string}[]} shapes replaces what was highlighted */
  highlight(shapes) {
    this.highlighted.clearLayers();
    for (const { geometry, role } of shapes) {
      if (geometry) {
        this.highlighted.addData(/** @type {any} */ ({ type: 'Feature', properties: { role }, geometry }));
      }
    }
  }

  /**
   * What lies under everything.
   *
   * @param {{urls: string[], attribution: string, deepest: number} | null} basemap null: paper
   */
  underlay(basemap) {
    this.underlays.forEach((layer) => layer.remove());
    this.attribution.textContent = basemap?.attribution ?? '';
    this.underlays = (basemap?.urls ?? []).map((url) => {
      const own = url.startsWith('/api/');
      return L.tileLayer(url, { pane: 'underlay', subdomains: '01234567', maxZoom: 22, maxNativeZoom: basemap?.deepest ?? 18,
        minZoom: 9, tileSize: own ? 512 : 256, zoomOffset: own ? -1 : 0, crossOrigin: false,
        referrerPolicy: 'strict-origin-when-cross-origin' }).addTo(/** @type {L.Map} */ (this.map));
    });
  }

  /** Asks for every tile anew; unchanged ones are answered with 304. */
  refresh() {
    this.tiles.renew();
  }

  #build() {
    this.ready = false;
    const map = L.map(this.frame, { minZoom: 9, maxZoom: 22, zoomControl: false,
      attributionControl: false, zoomSnap: 1, boxZoom: !this.small, wheelPxPerZoomLevel: 90 });
    map.whenReady(() => { this.ready = true; });
    pane(map, 'underlay', 100);
    pane(map, 'graticule', 150);
    pane(map, 'highlight', 450);
    pane(map, 'labels', 470);
    graticule().addTo(map);
    if (!this.bare) {
      this.tiles.addTo(map);
      this.labels.addTo(map);
    }
    this.highlighted.addTo(map);
    L.control.scale({ imperial: false, position: 'bottomleft', maxWidth: this.small ? 80 : 140 }).addTo(map);
    if (!this.small) {
      this.#controls(map);
    }
    map.on('click', (event) => {
      const pixel = map.containerPointToLatLng(event.containerPoint.add([4, 0])).lng - event.latlng.lng;
      this.tell('map-click', { lon: event.latlng.lng, lat: event.latlng.lat, tolerance: Math.abs(pixel) });
    });
    map.on('moveend', () => {
      if (this.map === null) {
        return; // it is being taken away
      }
      const { lat, lng } = map.getCenter();
      this.tell('map-view', { lat, lon: lng, zoom: map.getZoom() });
    });
    return map;
  }

  /** @param {L.Map} map */
  #controls(map) {
    L.control.zoom({ position: 'bottomright', zoomInTitle: '+', zoomOutTitle: '−' }).addTo(map);
    const attribution = new L.Control({ position: 'bottomleft' });
    attribution.onAdd = () => this.attribution;
    attribution.addTo(map);
    const place = document.createElement('output');
    place.className = 'map-place';
    place.dataset.test = 'map-coordinates';
    const control = new L.Control({ position: 'bottomleft' });
    control.onAdd = () => place;
    control.addTo(map);
    map.on('mousemove', (event) => {
      const { lat, lng } = event.latlng;
      const plane = toZone(lng, lat, this.zone);
      place.textContent = `${t('map.east')} ${number(plane.x, 2).replaceAll(',', ' ')}  ${t('map.north')} ${
        number(plane.y, 2).replaceAll(',', ' ')}  (EPSG:${4488 + this.zone})   ${lng.toFixed(6)}°, ${lat.toFixed(6)}°`;
    });
    map.on('mouseout', () => { place.textContent = ''; });
  }
}
customElements.define('jieshi-map', JieshiMap);

/**
 * @param {L.Map} map
 * @param {string} name
 * @param {number} height above the tiles at 200, below the controls at 800
 */
function pane(map, name, height) {
  const element = map.createPane(name);
  element.style.zIndex = String(height);
  element.style.pointerEvents = 'none';
}

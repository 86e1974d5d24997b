import * as L from 'leaflet';

/**
 * A line that a person draws on a map by clicking, point by point; its points can be dragged afterwards. Coordinates are
 * degrees; the server takes them into the legal plane system and rounds them to the millimetre.
 */
export class LineDrawing {
  /** @type {L.LatLng[]} */ #points = [];
  /** @type {L.Marker[]} */ #markers = [];
  /** @type {L.Polyline} */ #line = L.polyline([], { color: '#c01010', weight: 3, interactive: false });
  /** @type {L.Map} */ #map;
  /** @type {() => void} */ #changed;
  /** @type {(event: L.LeafletMouseEvent) => void} */ #click = (event) => this.add(event.latlng.lng, event.latlng.lat);

  /**
   * @param {L.Map} map
   * @param {() => void} changed told after every change
   */
  constructor(map, changed) {
    this.#map = map;
    this.#changed = changed;
    this.#line.addTo(map);
    map.on('click', this.#click);
    map.getContainer().classList.add('is-drawing');
  }

  /** @param {number} lon @param {number} lat */
  add(lon, lat) {
    const index = this.#points.length;
    this.#points.push(L.latLng(lat, lon));
    const icon = L.divIcon({ className: 'drawn-point', iconSize: [14, 14], html: '' });
    const marker = L.marker([lat, lon], { draggable: true, icon, keyboard: false, title: `L${index + 1}` });
    marker.on('drag', () => {
      this.#points[index] = marker.getLatLng();
      this.#line.setLatLngs(this.#points);
    });
    marker.on('dragend', () => this.#changed());
    this.#markers.push(marker.addTo(this.#map));
    this.#draw();
  }

  /** Takes the last point back. */
  undo() {
    this.#points.pop();
    this.#markers.pop()?.remove();
    this.#draw();
  }

  get size() {
    return this.#points.length;
  }

  /** GeoJSON, lon lat. */
  get geometry() {
    return { type: 'LineString', coordinates: this.#points.map(({ lng, lat }) => [lng, lat]) };
  }

  /** Closed, for a piece of land. */
  get polygon() {
    const ring = this.geometry.coordinates;
    return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  }

  remove() {
    this.#map.off('click', this.#click);
    this.#map.getContainer().classList.remove('is-drawing');
    this.#line.remove();
    this.#markers.forEach((marker) => marker.remove());
  }

  #draw() {
    this.#line.setLatLngs(this.#points);
    this.#changed();
  }
}

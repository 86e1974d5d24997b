import * as L from 'leaflet';
import { labelOf } from '../lib/map-style.js';
import { placeLabels } from '../lib/tile-paint.js';
import { OverlayCanvas } from './overlay-canvas.js';

const FONT = '12px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Degrees between the lines of the graticule, the finest first. */
const STEPS = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds / 3600);

/** Half of it, in pixels: what is farther outside is not seen. */
const LONGEST_NAME = 200;

/** Room for the figures at the lines. */
const LEAST_PIXELS = 105;

/**
 * Names on the things that the tiles show.
 *
 * @param {import('./tile-layer.js').VectorTileLayer} tiles
 */
export function labelOverlay(tiles) {
  const overlay = new OverlayCanvas('labels', (context, map, size) => {
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    const shift = map.getPixelOrigin().subtract(map.layerPointToContainerPoint([0, 0]));
    const wanted = tiles.labels(map.getZoom()).flatMap(({ layer, properties, point }) => {
      const at = point.subtract(shift);
      const near = at.x > -LONGEST_NAME && at.y > -LONGEST_NAME && at.x < size.x + LONGEST_NAME && at.y < size.y + LONGEST_NAME;
      const label = near ? labelOf(layer, properties) : null;
      if (!label) {
        return [];
      }
      context.font = label.bold ? `600 ${FONT}` : FONT;
      return [{ ...label, x: at.x, y: at.y, width: context.measureText(label.text).width, height: 14 }];
    });
    for (const label of placeLabels(wanted)) {
      context.font = label.bold ? `600 ${FONT}` : FONT;
      context.lineWidth = 3;
      context.strokeStyle = 'rgb(255 255 255 / 85%)';
      context.strokeText(label.text, label.x, label.y);
      context.fillStyle = label.colour;
      context.fillText(label.text, label.x, label.y);
    }
  });
  tiles.on('drawn', overlay.redraw, overlay);
  return overlay;
}

/**
 * Lines of longitude and latitude on calm paper: where there is no base map one still knows where one is. Their figures stand
 * at the left and above the scale, where no button lies over them.
 */
export function graticule() {
  return new OverlayCanvas('graticule', (context, map, size) => {
    const bounds = map.getBounds();
    const pixelsPerDegree = size.x / (bounds.getEast() - bounds.getWest());
    const step = STEPS.find((each) => each * pixelsPerDegree >= LEAST_PIXELS) ?? STEPS[STEPS.length - 1];
    context.font = FONT.replace('12px', '10.5px');
    context.strokeStyle = 'rgb(120 128 120 / 28%)';
    context.fillStyle = '#6a6f66';
    context.lineWidth = 1;
    context.beginPath();
    for (let lon = Math.ceil(bounds.getWest() / step) * step; lon <= bounds.getEast(); lon += step) {
      const x = Math.round(map.latLngToContainerPoint([bounds.getCenter().lat, lon]).x) + 0.5;
      context.moveTo(x, 0);
      context.lineTo(x, size.y);
      context.fillText(degrees(lon, step, 'E', 'W'), x + 4, size.y - 34);
    }
    for (let lat = Math.ceil(bounds.getSouth() / step) * step; lat <= bounds.getNorth(); lat += step) {
      const y = Math.round(map.latLngToContainerPoint([lat, bounds.getCenter().lng]).y) + 0.5;
      context.moveTo(0, y);
      context.lineTo(size.x, y);
      if (y < size.y - 50) {
        context.fillText(degrees(lat, step, 'N', 'S'), 6, y - 4);
      }
    }
    context.stroke();
  });
}

/**
 * @param {number} value
 * @param {number} step
 * @param {string} positive
 * @param {string} negative
 */
function degrees(value, step, positive, negative) {
  const seconds = Math.round(Math.abs(value) * 3600 * 10) / 10;
  const d = Math.floor(seconds / 3600 + 1e-9);
  const m = Math.floor((seconds - d * 3600) / 60 + 1e-9);
  const s = Math.round((seconds - d * 3600 - m * 60) * 10) / 10;
  const fine = step < 1 / 60 ? `${String(m).padStart(2, '0')}′${String(s).padStart(2, '0')}″`
    : `${String(m).padStart(2, '0')}′`;
  return `${d}°${step < 1 ? fine : ''}${value < 0 ? negative : positive}`;
}

/** The thing a person chose, drawn over everything else. */
export function highlightLayer() {
  const options = { interactive: false, pane: 'highlight' };
  return L.geoJSON(undefined, /** @type {any} */ ({ ...options,
    pointToLayer: (/** @type {any} */ feature, /** @type {L.LatLng} */ place) => L.circleMarker(place, { ...options, radius: feature?.properties?.role ? 5 : 9 }),
    style: (/** @type {any} */ feature) =>
    HIGHLIGHT[feature?.properties?.role ?? 'chosen'] ?? HIGHLIGHT.chosen }));
}

/** @type {Record<string, L.PathOptions>} */
const HIGHLIGHT = {
  chosen: { color: '#f59e0b', weight: 4, opacity: 0.95, fill: false },
  left: { color: '#14607a', weight: 2.5, fillColor: '#14607a', fillOpacity: 0.08 },
  right: { color: '#6b3a94', weight: 2.5, dashArray: '7 4', fillColor: '#6b3a94', fillOpacity: 0.08 },
  drawn: { color: '#b3261e', weight: 1.5, fillColor: '#b3261e', fillOpacity: 0.1 },
  toFirst: { color: '#a86008', weight: 2, fillColor: '#f2b455', fillOpacity: 0.85 },
  toSecond: { color: '#1d5b8f', weight: 2, fillColor: '#7fb2e0', fillOpacity: 0.85 },
  preview: { color: '#14607a', weight: 1.5, fillColor: '#14607a', fillOpacity: 0.15 },
  counted: { color: '#c2630a', weight: 2.5, fillColor: '#f59e0b', fillOpacity: 0.3 },
  outline: { color: '#24333c', weight: 2, dashArray: '10 4', fill: false },
  fault: { color: '#b00f16', weight: 2, fillColor: '#fff', fillOpacity: 0.9 },
  doubt: { color: '#a86008', weight: 2, fillColor: '#fff', fillOpacity: 0.9 },
  overlap: { color: '#b00f16', weight: 2, fillColor: '#d62828', fillOpacity: 0.5 },
};

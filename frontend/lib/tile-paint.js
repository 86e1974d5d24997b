/**
 * Paints decoded tiles on a canvas.
 *
 * @typedef {import('./map-style.js').Style} Style
 * @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context
 */

const HATCH_SIZE = 8;

/** @type {number[]} */
const SOLID = [];

/** @type {Map<string, CanvasPattern | null>} */
const hatches = new Map();

/**
 * Paths are built on the canvas itself: an object for each of ten thousand things takes longer to be thrown away.
 *
 * @param {Context} context
 * @param {import('./mvt.js').TileLayer} layer
 * @param {(properties: Record<string, any>) => Style | null} styleOf the same object for what is painted alike
 * @param {number} size pixels the tile is wide, in the context's own units
 * @param {number} [lines] how much finer than usual lines are, where everything is small
 * @param {number} [together] how many rings of a style are painted in one stroke; where these overlap, only one is seen
 */
export function paintLayer(context, layer, styleOf, size, lines = 1, together = 1) {
  const scale = size / layer.extent;
  /** @type {Map<Style, number[][]>} */
  const waiting = new Map();
  for (const feature of layer.features) {
    const style = feature.kind === 'area' ? styleOf(feature.properties) : null;
    if (!style) {
      continue;
    }
    if (together === 1) {
      paintRings(context, feature.rings, scale, style, lines, 'evenodd');
      continue;
    }
    let alike = waiting.get(style) ?? [];
    for (const ring of feature.rings) {
      if (alike.length >= together && isShell(ring)) {
        paintRings(context, alike, scale, style, lines, 'nonzero');
        alike = [];
      }
      alike.push(ring);
    }
    waiting.set(style, alike);
  }
  for (const [style, alike] of waiting) {
    paintRings(context, alike, scale, style, lines, 'nonzero');
  }
}

/** @param {number[]} ring shells run clockwise on the screen, holes the other way */
function isShell(ring) {
  let area = 0;
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
    area += ring[before] * ring[i + 1] - ring[i] * ring[before + 1];
  }
  return area > 0;
}

/**
 * @param {Context} context
 * @param {number[][]} rings
 * @param {number} scale pixels per unit
 * @param {Style} style
 * @param {number} lines
 * @param {CanvasFillRule} rule
 */
function paintRings(context, rings, scale, style, lines, rule) {
  context.beginPath();
  for (const ring of rings) {
    context.moveTo(ring[0] * scale, ring[1] * scale);
    for (let i = 2; i < ring.length; i += 2) {
      context.lineTo(ring[i] * scale, ring[i + 1] * scale);
    }
    context.closePath();
  }
  paintPath(context, style, lines, rule);
}

/**
 * Paints the context's path.
 *
 * @param {Context} context
 * @param {Style} style
 * @param {number} [lines]
 * @param {CanvasFillRule} [rule]
 */
export function paintPath(context, style, lines = 1, rule = 'evenodd') {
  if (style.fill) {
    context.fillStyle = style.fill;
    context.fill(rule);
  }
  if (style.hatch) {
    const pattern = hatch(context, style.hatch, style.hatchKind ?? '/');
    if (pattern) {
      context.fillStyle = pattern;
      context.fill(rule);
    }
  }
  if (style.stroke) {
    context.strokeStyle = style.stroke;
    context.lineWidth = (style.width ?? 1) * lines;
    context.lineJoin = lines < 1 ? 'bevel' : 'round'; // in fine lines nobody sees it
    context.setLineDash(style.dash ? style.dash.map((length) => length * lines) : SOLID);
    context.stroke();
  }
}

/**
 * A square of diagonal lines that meets itself on every side. A tile's width is a multiple of its own, so that the lines
 * run on from tile to tile.
 *
 * @param {Context} context any: a pattern holds on every canvas
 * @param {string} colour
 * @param {'/' | '\\' | 'x'} kind
 */
function hatch(context, colour, kind) {
  const key = colour + kind;
  let pattern = hatches.get(key);
  if (pattern === undefined) {
    pattern = context.createPattern(hatchSquare(colour, kind), 'repeat');
    hatches.set(key, pattern);
  }
  return pattern;
}

/**
 * @param {string} colour
 * @param {'/' | '\\' | 'x'} kind
 */
function hatchSquare(colour, kind) {
  const square = new OffscreenCanvas(HATCH_SIZE, HATCH_SIZE);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (square.getContext('2d'));
  context.strokeStyle = colour;
  context.lineWidth = 1.1;
  context.beginPath();
  for (const offset of [-HATCH_SIZE, 0, HATCH_SIZE]) {
    if (kind !== '\\') {
      context.moveTo(offset - 1, HATCH_SIZE + 1);
      context.lineTo(offset + HATCH_SIZE + 1, -1);
    }
    if (kind !== '/') {
      context.moveTo(offset - 1, -1);
      context.lineTo(offset + HATCH_SIZE + 1, HATCH_SIZE + 1);
    }
  }
  context.stroke();
  return square;
}

/**
 * Which labels find room: the lower rank first, then as they come.
 *
 * @template {{x: number, y: number, width: number, height: number, rank: number}} L centre and size in pixels
 * @param {L[]} labels
 * @param {number} [margin] pixels kept free around each
 */
export function placeLabels(labels, margin = 3) {
  const cell = 64;
  /** @type {Map<string, L[]>} */
  const grid = new Map();
  /** @type {L[]} */
  const placed = [];
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const cells = cellsOf(label, cell, margin);
    const free = cells.every((key) => (grid.get(key) ?? []).every((other) => !overlap(label, other, margin)));
    if (free) {
      placed.push(label);
      cells.forEach((key) => grid.set(key, [...(grid.get(key) ?? []), label]));
    }
  }
  return placed;
}

/**
 * @param {{x: number, y: number, width: number, height: number}} label
 * @param {number} cell
 * @param {number} margin
 */
function cellsOf(label, cell, margin) {
  const keys = [];
  const left = Math.floor((label.x - label.width / 2 - margin) / cell);
  const right = Math.floor((label.x + label.width / 2 + margin) / cell);
  const top = Math.floor((label.y - label.height / 2 - margin) / cell);
  const bottom = Math.floor((label.y + label.height / 2 + margin) / cell);
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) {
      keys.push(`${column}/${row}`);
    }
  }
  return keys;
}

/**
 * @param {{x: number, y: number, width: number, height: number}} a
 * @param {{x: number, y: number, width: number, height: number}} b
 * @param {number} margin
 */
function overlap(a, b, margin) {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + margin && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + margin;
}

/**
 * Paints decoded tiles on a canvas.
 *
 * @typedef {import('./map-style.js').Style} Style
 */

const HATCH_SIZE = 8;

/** Features painted between two looks at the clock. */
const AT_ONCE = 25;

/** @type {Map<string, HTMLCanvasElement | OffscreenCanvas>} */
const hatches = new Map();

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('./mvt.js').TileLayer} layer
 * @param {(properties: Record<string, any>) => Style | null} styleOf the same object for what is painted alike
 * @param {number} size pixels the tile is wide, in the context's own units
 * @param {number} [lines] how much finer than usual lines are, where everything is small
 * @param {number} [together] how many features of a style are painted in one stroke; where these overlap, only one is seen
 * @returns {Generator<void, void>} a step for some features each
 */
export function* paintLayer(context, layer, styleOf, size, lines = 1, together = 1) {
  const scale = size / layer.extent;
  /** @type {Map<Style, {path: Path2D, count: number}>} */
  const strokes = new Map();
  let seen = 0;
  for (const feature of layer.features) {
    const style = feature.kind === 'area' ? styleOf(feature.properties) : null;
    if (!style) {
      continue;
    }
    let stroke = strokes.get(style);
    if (!stroke) {
      stroke = { path: new Path2D(), count: 0 };
      strokes.set(style, stroke);
    }
    addRings(stroke.path, feature.rings, scale);
    stroke.count++;
    if (stroke.count >= together) {
      paintArea(context, stroke.path, style, lines, together > 1 ? 'nonzero' : 'evenodd');
      strokes.delete(style);
    }
    seen++;
    if (seen % AT_ONCE === 0) {
      yield;
    }
  }
  for (const [style, stroke] of strokes) {
    paintArea(context, stroke.path, style, lines, 'nonzero');
    yield;
  }
}

/**
 * @param {Path2D} path
 * @param {Int32Array[]} rings shells clockwise, holes the other way
 * @param {number} scale pixels per unit
 */
function addRings(path, rings, scale) {
  for (const ring of rings) {
    path.moveTo(ring[0] * scale, ring[1] * scale);
    for (let i = 2; i < ring.length; i += 2) {
      path.lineTo(ring[i] * scale, ring[i + 1] * scale);
    }
    path.closePath();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {Style} style
 * @param {number} [lines]
 * @param {CanvasFillRule} [rule]
 */
export function paintArea(context, path, style, lines = 1, rule = 'evenodd') {
  if (style.fill) {
    context.fillStyle = style.fill;
    context.fill(path, rule);
  }
  if (style.hatch) {
    const pattern = context.createPattern(hatch(style.hatch, style.hatchKind ?? '/'), 'repeat');
    if (pattern) {
      context.fillStyle = pattern;
      context.fill(path, rule);
    }
  }
  if (style.stroke) {
    context.strokeStyle = style.stroke;
    context.lineWidth = (style.width ?? 1) * lines;
    context.lineJoin = 'round';
    context.setLineDash((style.dash ?? []).map((length) => length * lines));
    context.stroke(path);
  }
}

/**
 * A square of diagonal lines that meets itself on every side. A tile's width is a multiple of its own, so that the lines
 * run on from tile to tile.
 *
 * @param {string} colour
 * @param {'/' | '\\' | 'x'} kind
 */
function hatch(colour, kind) {
  const key = colour + kind;
  let square = hatches.get(key);
  if (!square) {
    square = document.createElement('canvas');
    square.width = HATCH_SIZE;
    square.height = HATCH_SIZE;
    const context = /** @type {CanvasRenderingContext2D} */ (square.getContext('2d'));
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
    hatches.set(key, square);
  }
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

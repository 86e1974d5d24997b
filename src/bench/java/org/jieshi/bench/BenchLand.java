package org.jieshi.bench;

import java.util.Arrays;
import org.jieshi.geometry.kernel.FlatLand;

/**
 * Synthetic land for benchmarks, EPSG:4524, near 109.3° E 22.4° N. Every vertex is a hash of seed and place: any feature
 * can be made by itself, on any thread, the same on every machine.
 *
 * <ul>
 * <li><b>Parcels</b>: the cells of a jittered grid of 120 m; neighbours share crooked boundaries exactly; 41 vertices on
 * average. 2 % have a hole, half of those an island in it. 3 % were surveyed again and lie 0.5–5 m beside, so that they
 * truly overlap their neighbours, 5 % carry ±5 mm of digitising noise.
 * <li><b>Claims</b>: a fifth as many, of 1×1 to 2×2 cells; 10 % follow parcel boundaries to the digit, the others lie
 * 0.5–30 m beside with ±0.3 m of noise.
 * <li><b>Districts</b>: blocks of 25×25 cells, exact unions of cells, a thousand vertices each.
 * </ul>
 *
 * Coordinates are written to a tenth of a millimetre.
 */
public final class BenchLand {

  static final int SRID = 4524;
  private static final double CELL = 120;
  private static final double WEST = 36_633_900;
  private static final double SOUTH = 2_478_000;
  private static final int DISTRICT = 25;
  private static final double FULL_CIRCLE = 6.283185307;

  /** What a hash is for: different kinds at one place have nothing to do with each other. */
  private static final int NODE = 1;
  private static final int EDGE = 2;
  private static final int BEND = 4;
  private static final int HOLE = 6;
  private static final int SURVEY = 7;
  private static final int NOISE = 8;
  private static final int STATUS = 9;
  private static final int CIRCLE_SIZE = 10;
  private static final int CIRCLE_SHAPE = 11;
  private static final int CLAIM = 20;
  private static final int CLAIM_NOISE = 21;

  private final long seed;
  private final int parcels;
  private final int columns;
  private final int rows;

  public BenchLand(int parcels, long seed) {
    this.parcels = parcels;
    this.seed = seed;
    int down = (int) Math.sqrt(parcels);
    while (parcels % down != 0) {
      down--;
    }
    boolean square = parcels / down <= 4 * down;
    this.columns = square ? parcels / down : (int) Math.ceil(Math.sqrt(parcels));
    this.rows = square ? down : (parcels + columns - 1) / columns;
  }

  int parcels() {
    return parcels;
  }

  public int claims() {
    return (int) Math.round(parcels * 0.2);
  }

  int districts() {
    return districtColumns() * ((rows + DISTRICT - 1) / DISTRICT);
  }

  private int districtColumns() {
    return (columns + DISTRICT - 1) / DISTRICT;
  }

  boolean certified(int parcel) {
    return random(STATUS, parcel, 0, 0) < 0.6;
  }

  public FlatLand parcel(int id) {
    int i = id % columns;
    int j = id / columns;
    Line line = new Line();
    block(line, i, j, 1, 1);
    if (random(HOLE, id, 0, 0) < 0.02) {
      double x = (nodeX(i, j) + nodeX(i + 1, j) + nodeX(i, j + 1) + nodeX(i + 1, j + 1)) / 4;
      double y = (nodeY(i, j) + nodeY(i + 1, j) + nodeY(i, j + 1) + nodeY(i + 1, j + 1)) / 4;
      circle(line, x, y, 0.12 * CELL, true, id);
      if (random(HOLE, id, 1, 0) < 0.5) {
        circle(line, x, y, 0.04 * CELL, false, id + (1L << 40));
      }
    }
    double fate = random(SURVEY, id, 0, 0);
    double angle = random(SURVEY, id, 1, 0) * FULL_CIRCLE;
    if (fate < 0.03) {
      double by = 0.5 + 4.5 * random(SURVEY, id, 2, 0);
      for (int ring = 0; ring < line.rings; ring++) {
        move(line, ring, by * Math.cos(angle), by * Math.sin(angle), 0, NOISE, id);
      }
    } else if (fate < 0.08) {
      move(line, 0, 0, 0, 0.005, NOISE, id);
    }
    return line.land();
  }

  public FlatLand claim(int id) {
    int w = 1 + (int) (random(CLAIM, id, 0, 0) * 2);
    int h = 1 + (int) (random(CLAIM, id, 1, 0) * 2);
    Line line = new Line();
    block(line, (int) (random(CLAIM, id, 2, 0) * (columns - w + 1)), (int) (random(CLAIM, id, 3, 0) * (rows - h + 1)),
        w, h);
    if (random(CLAIM, id, 4, 0) >= 0.1) {
      double by = 0.5 * Math.pow(60, random(CLAIM, id, 5, 0));
      double angle = random(CLAIM, id, 6, 0) * FULL_CIRCLE;
      move(line, 0, by * Math.cos(angle), by * Math.sin(angle), 0.3, CLAIM_NOISE, id);
    }
    return line.land();
  }

  public FlatLand district(int id) {
    int i = id % districtColumns() * DISTRICT;
    int j = id / districtColumns() * DISTRICT;
    Line line = new Line();
    block(line, i, j, Math.min(DISTRICT, columns - i), Math.min(DISTRICT, rows - j));
    return line.land();
  }

  /** Uniform in [0, 1). */
  private double random(int kind, long i, long j, int k) {
    long hash = mixed(mixed(mixed(mixed(seed * 0x9E3779B97F4A7C15L + kind) + i) + j * 31) + k * 17);
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static double written(double metres) {
    return Math.rint(metres * 1e4) / 1e4;
  }

  private double nodeX(int i, int j) {
    return WEST + i * CELL + (random(NODE, i, j, 0) - 0.5) * 0.3 * CELL;
  }

  private double nodeY(int i, int j) {
    return SOUTH + j * CELL + (random(NODE, i, j, 1) - 0.5) * 0.3 * CELL;
  }

  /** The outline of cells i to i+w, j to j+h, clockwise from the south-west. */
  private void block(Line line, int i, int j, int w, int h) {
    for (int q = 0; q < h; q++) {
      edge(line, i, j + q, true, false);
    }
    for (int q = 0; q < w; q++) {
      edge(line, i + q, j + h, false, false);
    }
    for (int q = h - 1; q >= 0; q--) {
      edge(line, i + w, j + q, true, true);
    }
    for (int q = w - 1; q >= 0; q--) {
      edge(line, i + q, j, false, true);
    }
    line.endRing();
  }

  /** From a node to the one north or east of it, or backwards; without the last point. */
  private void edge(Line line, int i, int j, boolean north, boolean backwards) {
    int kind = EDGE + (north ? 1 : 0);
    double ax = nodeX(i, j);
    double ay = nodeY(i, j);
    double bx = north ? nodeX(i, j + 1) : nodeX(i + 1, j);
    double by = north ? nodeY(i, j + 1) : nodeY(i + 1, j);
    int points = 4 + (int) (random(kind, i, j, 999) * 11);
    line.vertex(backwards ? bx : ax, backwards ? by : ay);
    double phase = random(kind, i, j, 998) * 6.28318;
    for (int q = 0; q < points; q++) {
      int m = backwards ? points - 1 - q : q;
      double t = (m + 0.5 + (random(kind, i, j, m) - 0.5) * 0.8) / points;
      double aside = 0.03 * CELL * Math.sin(Math.PI * t)
          * (Math.sin(phase + 5 * t) + (random(BEND + (north ? 1 : 0), i, j, m) - 0.5)) / Math.hypot(bx - ax, by - ay);
      line.vertex(ax + (bx - ax) * t - (by - ay) * aside, ay + (by - ay) * t + (bx - ax) * aside);
    }
  }

  private void circle(Line line, double x, double y, double radius, boolean counterClockwise, long id) {
    int n = 8 + (int) (random(CIRCLE_SIZE, id, 0, 0) * 9);
    for (int q = 0; q < n; q++) {
      double angle = FULL_CIRCLE * (counterClockwise ? q : n - q) / n;
      double r = radius * (0.8 + 0.4 * random(CIRCLE_SHAPE, id, q, 0));
      line.vertex(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    line.endRing();
  }

  private void move(Line line, int ring, double dx, double dy, double noise, int kind, long id) {
    int from = ring == 0 ? 0 : line.ringEnds[ring - 1];
    for (int i = from; i < line.ringEnds[ring]; i++) {
      line.xy[2 * i] = written(line.xy[2 * i] + dx + (random(kind, id, i - from, 0) - 0.5) * 2 * noise);
      line.xy[2 * i + 1] = written(line.xy[2 * i + 1] + dy + (random(kind, id, i - from, 1) - 0.5) * 2 * noise);
    }
  }

  /** Rings under construction, drawn clockwise around land; turned round when they are handed over. */
  private static final class Line {

    private double[] xy = new double[256];
    private int vertices;
    private final int[] ringEnds = new int[3];
    private int rings;

    void vertex(double x, double y) {
      if (2 * vertices == xy.length) {
        xy = Arrays.copyOf(xy, 2 * xy.length);
      }
      xy[2 * vertices] = written(x);
      xy[2 * vertices + 1] = written(y);
      vertices++;
    }

    void endRing() {
      ringEnds[rings++] = vertices;
    }

    FlatLand land() {
      double[] turned = new double[2 * vertices];
      int from = 0;
      for (int ring = 0; ring < rings; ring++) {
        for (int i = from; i < ringEnds[ring]; i++) {
          int to = ringEnds[ring] - 1 - (i - from);
          turned[2 * to] = xy[2 * i];
          turned[2 * to + 1] = xy[2 * i + 1];
        }
        from = ringEnds[ring];
      }
      return FlatLand.ofRings(turned, Arrays.copyOf(ringEnds, rings));
    }
  }
}

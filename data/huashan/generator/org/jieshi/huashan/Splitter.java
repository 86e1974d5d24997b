package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Parts a block into fields. Two places belong together when they are near and at one height, so the lines between
 * fields follow the hill: k-means over (x, y, {@link #STEEPNESS}·z), the ground warped a little.
 */
final class Splitter {

  private static final double STEEPNESS = 7;
  private static final double CELL = 10;

  private final Terrain terrain;
  private final Noise noise = new Noise(2129);

  Splitter(Terrain terrain) {
    this.terrain = terrain;
  }

  /** About {@code count} fields without gap or overlap; a scrap under {@code least} m² goes to a neighbour. */
  List<Polygon> split(Polygon block, int count, double least) {
    if (count < 2) {
      return List.of(block);
    }
    Envelope box = block.getEnvelopeInternal();
    Grid grid = new Grid(box.getMinX() - 3 * CELL, box.getMinY() - 3 * CELL, CELL,
        (int) (box.getWidth() / CELL) + 7, (int) (box.getHeight() / CELL) + 7);
    double[][] places = IntStream.range(0, grid.size()).mapToObj(cell -> place(grid.centre(cell)))
        .toArray(double[][]::new);
    double[][] means = means(inside(block, grid), places, count);
    int[] labels = Arrays.stream(places).mapToInt(place -> nearest(place, means)).toArray();
    List<Geometry> lines = new ArrayList<>(LabelLines.of(grid, labels, false, 1.8, 2));
    lines.add(block.getBoundary());
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(block);
    List<Polygon> fields = new ArrayList<>(Overlay.faces(lines));
    fields.removeIf(field -> locator.locate(field.getInteriorPoint().getCoordinate()) == Location.EXTERIOR);
    return mergeScraps(fields, least);
  }

  private double[] place(Coordinate p) {
    double x = p.x + 70 * noise.hills(p.x, p.y, 260, 3);
    double y = p.y + 70 * noise.hills(p.y, p.x, 260, 3);
    return new double[] {x, y, STEEPNESS * terrain.height(p.x, p.y)};
  }

  private static int[] inside(Polygon block, Grid grid) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(block);
    return IntStream.range(0, grid.size())
        .filter(cell -> locator.locate(grid.centre(cell)) != Location.EXTERIOR)
        .toArray();
  }

  private static double[][] means(int[] cells, double[][] places, int count) {
    double[][] means = new double[count][];
    means[0] = places[cells[0]].clone();
    for (int k = 1; k < count; k++) {
      int far = cells[0];
      double[][] chosen = Arrays.copyOf(means, k);
      for (int cell : cells) {
        if (distance(places[cell], chosen) > distance(places[far], chosen)) {
          far = cell;
        }
      }
      means[k] = places[far].clone();
    }
    for (int pass = 0; pass < 40; pass++) {
      double[][] sums = new double[count][4];
      for (int cell : cells) {
        double[] sum = sums[nearest(places[cell], means)];
        for (int i = 0; i < 3; i++) {
          sum[i] += places[cell][i];
        }
        sum[3]++;
      }
      for (int k = 0; k < count; k++) {
        for (int i = 0; i < 3 && sums[k][3] > 0; i++) {
          means[k][i] = sums[k][i] / sums[k][3];
        }
      }
    }
    return means;
  }

  private static double distance(double[] place, double[][] means) {
    return squared(place, means[nearest(place, means)]);
  }

  private static int nearest(double[] place, double[][] means) {
    int nearest = 0;
    for (int k = 1; k < means.length; k++) {
      if (squared(place, means[k]) < squared(place, means[nearest])) {
        nearest = k;
      }
    }
    return nearest;
  }

  private static double squared(double[] a, double[] b) {
    double dx = a[0] - b[0];
    double dy = a[1] - b[1];
    double dz = a[2] - b[2];
    return dx * dx + dy * dy + dz * dz;
  }

  private static List<Polygon> mergeScraps(List<Polygon> fields, double least) {
    while (true) {
      Polygon scrap = fields.stream().min((a, b) -> Double.compare(a.getArea(), b.getArea())).orElseThrow();
      if (fields.size() == 1 || scrap.getArea() >= least) {
        return fields;
      }
      fields.remove(scrap);
      Polygon neighbour = fields.stream()
          .max((a, b) -> Double.compare(shared(scrap, a), shared(scrap, b))).orElseThrow();
      fields.remove(neighbour);
      fields.add((Polygon) Overlay.dissolve(List.of(scrap, neighbour)));
    }
  }

  private static double shared(Polygon a, Polygon b) {
    return Overlay.common(a.getBoundary(), b.getBoundary()).getLength();
  }
}

package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Land that others hold or claim beside the farm: a stretch of a plot's outer boundary and what lies behind it. */
final class Neighbours {

  /** A line more than this far inside a plot is not drawn after the plot's boundary, and may cross into others. */
  private static final double DEEP = 30;

  private final Cadastre cadastre;
  private final Geometry towns;
  private final List<Plot> plots;
  private final List<Polygon> taken = new ArrayList<>();
  private final Set<Integer> used = new HashSet<>();

  Neighbours(Cadastre cadastre) {
    this.cadastre = cadastre;
    this.towns = Overlay.dissolve(cadastre.towns());
    this.plots = cadastre.plots();
  }

  /**
   * @param shape the land, in local metres
   * @param plot the plot it leans on
   */
  record Holding(Polygon shape, int plot) {}

  /**
   * Land beside a plot of one of these kinds.
   *
   * @param length of the boundary it leans on, metres
   * @param inward how far its line lies inside the plot; 0 takes the plot's own vertices, so the two only touch
   * @param outward how far it reaches away from the farm
   */
  Holding beside(List<Integer> candidates, double length, double inward, double outward) {
    for (int plot : candidates) {
      for (Coordinate[] run : used.contains(plot) ? List.<Coordinate[]>of() : runs(plot, length)) {
        Polygon shape = beyond(run, inward, outward);
        if (shape != null && fits(shape, plot, inward)) {
          taken.add(shape);
          used.add(plot);
          return new Holding(shape, plot);
        }
      }
    }
    throw new IllegalStateException("no plot has " + length + " m of boundary for a claim " + inward + " m deep");
  }

  /** Plots of a kind, those first that lie apart from each other in the list. */
  List<Integer> plots(Plot.Kind kind) {
    List<Integer> found = IntStream.range(0, plots.size()).filter(i -> plots.get(i).kind() == kind).boxed().toList();
    return IntStream.range(0, found.size()).mapToObj(i -> found.get((i * 37) % found.size())).distinct().toList();
  }

  /** The certified plot of ordinary size (15 to 25 hm²) with the longest boundary to land of others. */
  int ordinaryPlotByTheBorder() {
    return plots(Plot.Kind.CERTIFIED).stream()
        .filter(i -> plots.get(i).area() > 150_000 && plots.get(i).area() < 250_000)
        .filter(i -> plots.get(i).shape().getNumInteriorRing() == 0)
        .max(Comparator.comparingInt(i -> runs(i, 420).size())).orElseThrow();
  }

  /** Stretches of the outer boundary, counter-clockwise, whose vertices belong to this plot alone. */
  private List<Coordinate[]> runs(int plot, double length) {
    Set<Coordinate> free = cadastre.free(plot);
    Coordinate[] ring = cadastre.shape(plot).getExteriorRing().getCoordinates();
    if (!Orientation.isCCW(ring)) {
      CoordinateArrays.reverse(ring);
    }
    int size = ring.length - 1;
    List<Coordinate[]> runs = new ArrayList<>();
    for (int start = 0; start < size; start++) {
      List<Coordinate> run = new ArrayList<>();
      double walked = 0;
      for (int i = start; walked < length && i < start + size && free.contains(ring[i % size]); i++) {
        walked += run.isEmpty() ? 0 : ring[i % size].distance(run.get(run.size() - 1));
        run.add(ring[i % size]);
      }
      if (walked >= length && walked < 1.3 * length && run.get(0).distance(run.get(run.size() - 1)) > 0.75 * walked) {
        runs.add(run.toArray(Coordinate[]::new));
      }
    }
    return runs;
  }

  private static Polygon beyond(Coordinate[] run, double inward, double outward) {
    Coordinate first = run[0];
    Coordinate last = run[run.length - 1];
    double chord = first.distance(last);
    double ux = (last.x - first.x) / chord;
    double uy = (last.y - first.y) / chord;
    List<Coordinate> ring = new ArrayList<>();
    Coordinate[] inner = Arrays.stream(run).map(p -> place(p, -uy * inward, ux * inward)).toArray(Coordinate[]::new);
    if (inward > DEEP) {
      inner = DouglasPeuckerSimplifier.simplify(Curves.FACTORY.createLineString(inner), 9).getCoordinates();
    }
    ring.addAll(List.of(inner));
    double bulge = Arrays.stream(run).mapToDouble(p -> (p.x - first.x) * uy - (p.y - first.y) * ux).max().orElse(0);
    double[][] back =
        {{1.03, 0.35}, {0.93, 0.85}, {0.71, 1.04}, {0.52, 0.93}, {0.33, 1.09}, {0.12, 0.88}, {-0.04, 0.4}};
    for (double[] step : back) {
      double along = step[0] * chord;
      double out = (Math.max(0, bulge) + outward) * step[1];
      ring.add(place(first, ux * along + uy * out, uy * along - ux * out));
    }
    ring.add(ring.get(0).copy());
    Polygon shape = Curves.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    return shape.isValid() ? shape : null;
  }

  static Coordinate place(Coordinate from, double dx, double dy) {
    return new Coordinate(Areas.millimetres(from.x + dx) / 1000.0, Areas.millimetres(from.y + dy) / 1000.0);
  }

  /** Meets no plot but its own (and, when it goes deep, other land that is not certified), and no other claim. */
  private boolean fits(Polygon shape, int plot, double inward) {
    if (!towns.covers(shape) || taken.stream().anyMatch(other -> other.distance(shape) < 25)) {
      return false;
    }
    for (int i = 0; i < plots.size(); i++) {
      Polygon other = plots.get(i).shape();
      boolean meets = shape.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
          && !Overlay.common(shape, other).isEmpty();
      if (meets && i != plot && (inward < DEEP || plots.get(i).kind().certified())) {
        return false;
      }
    }
    Geometry shared = Overlay.common(shape, plots.get(plot).shape());
    return inward == 0 ? shared.getArea() < 1e-9 : shared instanceof Polygon;
  }
}

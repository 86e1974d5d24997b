package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * The plots of the farm, near the figures of the case: fields, ponds left out, yards, which plots were certified in
 * 2012, which were surveyed later and which never. {@link Cadastre} makes the figures exact.
 */
final class FarmPlan {

  static final int CERTIFIED = 92;
  static final int PENDING = 20;
  static final double TOTAL = 21_290_000;
  static final double LATE_SHARE = 2_223_700 / TOTAL;

  private static final double FIELD = 320_000;
  private static final double LEAST_FIELD = 40_000;
  private static final double UNSURVEYED_SHARE = LATE_SHARE / 3;
  private static final double[][] OFFICES = {{3300, 7000}, {6800, 6700}, {10100, 6600}, {2900, 3000}, {7600, 2400}};

  private final Random random = new Random(1412);
  private final Landscape landscape;
  private final Splitter splitter;
  private List<Plot> plots = new ArrayList<>();

  FarmPlan(Landscape landscape) {
    this.landscape = landscape;
    this.splitter = new Splitter(landscape.terrain());
    for (Landscape.Block block : landscape.blocks()) {
      int count = (int) Math.max(1, Math.round(block.shape().getArea() / FIELD));
      for (Polygon field : splitter.split(block.shape(), count, LEAST_FIELD)) {
        plots.add(new Plot(field, block.village(), subFarm(block.shape()), Plot.Kind.CERTIFIED));
      }
    }
    digPonds(16);
    buildYards();
    leaveForLater();
    splitPending();
  }

  List<Plot> plots() {
    return plots;
  }

  /** The enlargement about the origin that gives the certified plots their area. */
  AffineTransformation enlargement() {
    double certified = plots.stream().filter(plot -> plot.kind().certified()).mapToDouble(Plot::area).sum();
    double scale = StrictMath.sqrt(TOTAL * (1 - LATE_SHARE) / certified);
    return AffineTransformation.scaleInstance(scale, scale);
  }

  private static int subFarm(Polygon block) {
    Point centre = block.getCentroid();
    return IntStream.range(0, OFFICES.length).boxed()
        .min(Comparator.comparingDouble(i -> centre.getCoordinate().distance(office(i)))).orElseThrow();
  }

  private static Coordinate office(int subFarm) {
    return new Coordinate(OFFICES[subFarm][0], OFFICES[subFarm][1]);
  }

  /** Ponds of the villages in the lowest part of large fields; land of others inside a parcel is a hole (rule C9). */
  private void digPonds(int count) {
    List<Plot> large = plots.stream().filter(plot -> plot.area() > 130_000).toList();
    for (int i = 0; i < count; i++) {
      Plot plot = large.get(i * large.size() / count);
      double radius = 26 + random.nextInt(30);
      Geometry room = plot.shape().buffer(-radius * 1.7 - 18);
      if (!room.isEmpty()) {
        Coordinate low = lowest(room);
        replace(plot, plot.with((Polygon) Overlay.minus(plot.shape(), pond(low, radius))));
      }
    }
  }

  private Coordinate lowest(Geometry room) {
    return Arrays.stream(room.getCoordinates())
        .min(Comparator.comparingDouble(p -> landscape.terrain().height(p.x, p.y))).orElseThrow();
  }

  private Polygon pond(Coordinate centre, double radius) {
    int corners = 9 + random.nextInt(6);
    double turn = random.nextDouble() * StrictMath.PI;
    double stretch = 1.2 + random.nextDouble() * 0.35;
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * StrictMath.PI * (i + 0.5 * random.nextDouble()) / corners;
      double reach = radius * (0.78 + 0.3 * random.nextDouble());
      double along = reach * stretch * StrictMath.cos(angle);
      double across = reach / stretch * StrictMath.sin(angle);
      ring[i] = new Coordinate(centre.x + along * StrictMath.cos(turn) - across * StrictMath.sin(turn),
          centre.y + along * StrictMath.sin(turn) + across * StrictMath.cos(turn));
    }
    ring[corners] = ring[0].copy();
    return Curves.FACTORY.createPolygon(ring);
  }

  /** One yard per sub-farm: a parcel inside a field near a road. */
  private void buildYards() {
    IndexedFacetDistance roads = new IndexedFacetDistance(landscape.roads());
    for (int subFarm = 0; subFarm < OFFICES.length; subFarm++) {
      int wanted = subFarm;
      Plot field = plots.stream()
          .filter(plot -> plot.subFarm() == wanted && plot.area() > 160_000 && plot.shape().getNumInteriorRing() == 0)
          .min(Comparator.comparingDouble(plot -> roads.distance(plot.shape()) + plot.shape().getCentroid()
              .getCoordinate().distance(office(wanted)) / 20))
          .orElseThrow();
      Geometry room = field.shape().buffer(-125);
      if (room.isEmpty()) {
        room = field.shape().buffer(-100);
      }
      Coordinate place = Arrays.stream(room.getCoordinates())
          .min(Comparator.comparingDouble(p -> roads.distance(Curves.FACTORY.createPoint(p)))).orElseThrow();
      Polygon yard = yard(place, subFarm);
      replace(field, field.with((Polygon) Overlay.minus(field.shape(), yard)));
      plots.add(new Plot(yard, field.village(), subFarm, Plot.Kind.YARD));
    }
  }

  private Polygon yard(Coordinate centre, int subFarm) {
    double w = 58 + 7 * subFarm;
    double h = 72 - 6 * subFarm;
    double[][] corners = {{-w, -h}, {w, -h}, {w, h * 0.4}, {w * 0.35, h * 0.4}, {w * 0.35, h}, {-w, h}, {-w, -h}};
    Coordinate[] ring = new Coordinate[corners.length];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Coordinate(centre.x + corners[i][0], centre.y + corners[i][1]);
    }
    AffineTransformation turn =
        AffineTransformation.rotationInstance(0.4 + 1.1 * subFarm, centre.x, centre.y);
    return (Polygon) turn.transform(Curves.FACTORY.createPolygon(ring));
  }

  /** Of many drawings by lot takes the one whose late plots come nearest to the area the case leaves uncertified. */
  private void leaveForLater() {
    int late = plots.size() - CERTIFIED;
    double total = plots.stream().mapToDouble(Plot::area).sum();
    Lots lots = new Lots(plots, random);
    List<Integer> best = lots.nearest(candidates(), late, LATE_SHARE * total, 60);
    best.forEach(i -> plots.set(i, plots.get(i).as(Plot.Kind.PENDING)));
    List<Integer> never = lots.nearest(best, late / 3, UNSURVEYED_SHARE * total, 3);
    never.forEach(i -> plots.set(i, plots.get(i).as(Plot.Kind.UNSURVEYED)));
  }

  private List<Integer> candidates() {
    return IntStream.range(0, plots.size()).filter(i -> plots.get(i).kind() == Plot.Kind.CERTIFIED)
        .filter(i -> plots.get(i).shape().getNumInteriorRing() == 0).boxed().toList();
  }

  private void splitPending() {
    while (plots.stream().filter(plot -> plot.kind() == Plot.Kind.PENDING).count() < PENDING) {
      Plot largest = plots.stream().filter(plot -> plot.kind() == Plot.Kind.PENDING)
          .max(Comparator.comparingDouble(Plot::area)).orElseThrow();
      List<Plot> parts = splitter.split(largest.shape(), 2, 20_000).stream().map(largest::with).toList();
      plots.remove(largest);
      plots.addAll(parts);
    }
  }

  private void replace(Plot old, Plot changed) {
    plots.set(plots.indexOf(old), changed);
  }
}

package org.jieshi.huashan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Older papers with maps: the farm's forest-right certificate of 1987, and live ones of its neighbours. */
final class Evidence {

  private static final BigDecimal EXTENT_1987 = new BigDecimal("14120700.00");
  static final String ACCURACY_1987 = "8.0";
  static final String ACCURACY_FOREST = "3.0";

  private Evidence() {}

  /**
   * The extents of 1987 as drawn on a 1:10 000 sheet: long straight lines tens of metres off, over ponds and roads and
   * land of others, and some of the farm left out.
   */
  static Layer certificate1987(Cadastre cadastre) {
    Random hand = new Random(1987);
    List<Polygon> drawn = new ArrayList<>();
    for (Geometry subFarm : cadastre.subFarms()) {
      for (Polygon block : Overlay.polygons(subFarm.buffer(40, 2).buffer(-75, 2))) {
        if (block.getArea() > 130_000) {
          draw(block, hand, drawn);
        }
      }
    }
    drawn.sort(Comparator.comparingDouble(Geometry::getArea));
    List<Polygon> extents = fitted(leftOut(drawn));
    List<Layer.Feature> features = new ArrayList<>();
    for (Polygon extent : extents) {
      String note = features.size() % 3 == 1 ? "四至以岭脚、大路为界,界址不清" : "面积为目估,界址不清";
      features.add(Layer.Feature.of(extent, "灵政林证字(1987)第0018号", "国营华山农场", "第" + (features.size() + 1) + "宗",
          Areas.of(extent), LocalDate.of(1987, 6, 1), note));
    }
    return new Layer(List.of(Layer.Column.text("ZSBH", 40), Layer.Column.text("QLRMC", 60), Layer.Column.text("ZH", 10),
        Layer.Column.number("MJ", 15, 2), Layer.Column.date("FZRQ"), Layer.Column.text("SM", 80)), features);
  }

  private static void draw(Polygon block, Random hand, List<Polygon> drawn) {
    Polygon outline = Curves.FACTORY.createPolygon(block.getExteriorRing().getCoordinateSequence());
    Coordinate[] ring = TopologyPreservingSimplifier.simplify(outline, 75).getCoordinates();
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] = Neighbours.place(ring[i], 24 + 30 * hand.nextGaussian(), -15 + 30 * hand.nextGaussian());
    }
    ring[ring.length - 1] = ring[0].copy();
    Polygon sketch = Curves.FACTORY.createPolygon(ring);
    if (sketch.isValid() && drawn.stream().allMatch(other -> other.distance(sketch) > 12)) {
      drawn.add((Polygon) sketch.norm());
    }
  }

  /** Leaves out the smallest extents while the rest is still more than the certificate says. */
  private static List<Polygon> leftOut(List<Polygon> drawn) {
    List<Polygon> kept = new ArrayList<>(drawn);
    double excess = kept.stream().mapToDouble(Geometry::getArea).sum() - EXTENT_1987.doubleValue();
    for (Polygon sketch : drawn) {
      if (sketch.getArea() < excess) {
        kept.remove(sketch);
        excess -= sketch.getArea();
      }
    }
    return kept;
  }

  private static List<Polygon> fitted(List<Polygon> drawn) {
    double scale = StrictMath.sqrt(EXTENT_1987.doubleValue() / drawn.stream().mapToDouble(Geometry::getArea).sum());
    List<Polygon> fitted = new ArrayList<>();
    for (Polygon sketch : drawn) {
      Coordinate centre = sketch.getCentroid().getCoordinate();
      Geometry scaled = AffineTransformation.scaleInstance(scale, scale, centre.x, centre.y).transform(sketch);
      scaled.apply((Coordinate p) -> p.setCoordinate(Neighbours.place(p, 0, 0)));
      fitted.add((Polygon) scaled);
    }
    fitted.sort(Comparator.comparingDouble(sketch -> -sketch.getEnvelopeInternal().getMaxY()));
    Polygon first = fitted.get(0);
    BigDecimal wanted = Areas.of(first).add(EXTENT_1987.subtract(Areas.sum(fitted)));
    Coordinate[] ring = first.reverse().getCoordinates();
    ring[1] = Areas.shifted(ring[0], ring[1], ring[2], Areas.doubled(wanted) - Areas.doubled(first));
    fitted.set(0, Curves.FACTORY.createPolygon(ring));
    return fitted;
  }

  /** Live forest-right certificates of villages: two beside the farm, one over a plot that is not certified. */
  static Layer forestCertificates(Cadastre cadastre, Neighbours neighbours, int last) {
    List<Integer> certified = neighbours.plots(Plot.Kind.CERTIFIED).stream().filter(i -> i != last).toList();
    List<Neighbours.Holding> holdings = List.of(
        neighbours.beside(neighbours.plots(Plot.Kind.PENDING), 230, 80, 190),
        neighbours.beside(certified, 400, 0, 260),
        neighbours.beside(certified, 300, 0, 210));
    List<Layer.Feature> features = new ArrayList<>();
    for (Neighbours.Holding holding : holdings) {
      Village village = Village.ALL.get(cadastre.plots().get(holding.plot()).village());
      features.add(Layer.Feature.of(holding.shape(), "灵林证字(2009)第" + (110_423 + 871 * features.size()) + "号",
          village.name() + "村集体经济组织", Areas.of(holding.shape()), LocalDate.of(2009, 9, 1 + 8 * features.size()),
          LocalDate.of(2059, 8, 31), features.isEmpty() ? "松、杉" : "速生桉"));
    }
    return new Layer(List.of(Layer.Column.text("LQZH", 40), Layer.Column.text("QLRMC", 60),
        Layer.Column.number("MJ", 15, 2), Layer.Column.date("FZRQ"), Layer.Column.date("ZZRQ"),
        Layer.Column.text("SZ", 20)), features);
  }
}

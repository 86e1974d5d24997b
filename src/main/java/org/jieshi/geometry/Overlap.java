package org.jieshi.geometry;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.OverlapKernel;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The land that two polygonal geometries both cover, exactly, in one plane system. Immutable.
 *
 * <p>The area is taken by slabs first, which tells neighbours that touch from land that overlaps; most overlaps are then
 * traced from crossing to crossing ({@link org.jieshi.geometry.kernel}). Where boundaries touch or come within a
 * micrometre of each other JTS OverlayNG draws the overlap, and must agree with the slabs.
 *
 * <p>The result depends on the two point sets only, to the last bit: rings are brought into canonical order first, so that
 * first vertex, direction and order of the parts make no difference, and swapping the sides swaps the shares alone.
 * Touching neighbours do not overlap. Parts smaller than {@link #SMALLEST_AREA} are what is left of floating-point
 * rounding on coordinates of eight digits and are dropped.
 */
public final class Overlap {

  /** m²; a strip of 1 km by one nanometre. Coordinates are written to the millimetre at best. */
  public static final double SMALLEST_AREA = OverlapKernel.NOISE;

  private static final ThreadLocal<OverlapKernel> KERNEL = ThreadLocal.withInitial(OverlapKernel::new);

  private static final PrecisionModel PRECISION = new PrecisionModel();
  private static final double FINEST_CIRCLE = 0.0025;

  private final Geometry geometry;
  private final Geometry nearOrigin;
  private final double area;
  private final double perimeter;
  private final double leftShare;
  private final double rightShare;
  private volatile double maxWidth = Double.NaN;

  private Overlap(Geometry geometry, Geometry nearOrigin, double leftArea, double rightArea) {
    this.geometry = geometry;
    this.nearOrigin = nearOrigin;
    this.area = Areas.planeAreaExact(nearOrigin);
    this.perimeter = nearOrigin.getLength();
    this.leftShare = Math.min(1, area / leftArea);
    this.rightShare = Math.min(1, area / rightArea);
  }

  /**
   * The overlap of two valid polygonal geometries, empty when they only touch or are apart.
   *
   * @throws GeometryRefusal {@code SYSTEMS_DIFFER} for two SRIDs, {@code DEGREES_NOT_PLANE} for degrees, {@code
   *     NOT_POLYGONAL}, or {@code OVERLAY_FAILED} for geometries that are not valid where that shows
   */
  public static Optional<Overlap> between(Geometry left, Geometry right) {
    requireSamePlane(left, right);
    if (!left.getEnvelopeInternal().intersects(right.getEnvelopeInternal())) {
      return Optional.empty();
    }
    return between(FlatLand.of(left), FlatLand.of(right), left.getFactory(), left.getSRID(),
        any -> true, () -> List.of(left, right));
  }

  /**
   * As {@link #between(Geometry, Geometry)}, of those overlaps that matter: others are left undrawn.
   *
   * @param srid the plane system of both
   * @param matters asked before an overlap is drawn; most are, by what they come to at most
   */
  public static Optional<Overlap> between(FlatLand left, FlatLand right, int srid, Predicate<AtMost> matters) {
    if (CoordinateSystems.isGeographic(srid)) {
      CoordinateSystems.bySrid(srid);
    }
    GeometryFactory factory = new GeometryFactory(PRECISION, srid);
    return between(left, right, factory, srid, matters,
        () -> List.of(left.toGeometry(factory), right.toGeometry(factory)));
  }

  /**
   * What an overlap comes to at most, a billionth more than it does.
   *
   * @param meanWidth metres
   * @param leftShare as {@link Overlap#leftShare}
   */
  public record AtMost(double meanWidth, double leftShare, double rightShare) {

    private static final double ROUNDING = 1 + 1e-9;

    private static AtMost of(OverlapKernel traced, FlatLand left, FlatLand right) {
      double area = traced.tracedArea() * ROUNDING;
      return new AtMost(2 * area / traced.tracedOutline(), area / left.area(), area / right.area());
    }
  }

  private static Optional<Overlap> between(FlatLand left, FlatLand right, GeometryFactory factory, int srid,
      Predicate<AtMost> matters, Supplier<List<Geometry>> sides) {
    OverlapKernel kernel = KERNEL.get();
    double bySlabs = kernel.measure(left, right);
    if (bySlabs <= SMALLEST_AREA) {
      return Optional.empty();
    }
    boolean traced = kernel.trace();
    if (traced && !matters.test(AtMost.of(kernel, left, right))) {
      return Optional.empty();
    }
    LocalFrame frame = new LocalFrame(kernel.originX(), kernel.originY());
    Optional<Drawn> drawn = traced
        ? Optional.of(kernel.drawing(factory)).map(local -> new Drawn(local, frame.backUnchecked(local, srid)))
        : overlay(sides.get(), frame, bySlabs).map(local -> new Drawn(local, frame.back(local, srid)));
    return drawn.filter(each -> !each.there().isEmpty())
        .map(each -> new Overlap(each.there(), each.local(), left.area(), right.area()));
  }

  private static Optional<Geometry> overlay(List<Geometry> sides, LocalFrame frame, double bySlabs) {
    return Intersection.of(frame.local(sides.get(0)), frame.local(sides.get(1)), bySlabs);
  }

  /** The same land near the origin and in the survey's coordinates. */
  private record Drawn(Geometry local, Geometry there) {
  }

  /** Polygon or MultiPolygon in the plane system of both sides, valid. */
  public Geometry geometry() {
    return geometry;
  }

  /** Plane area, m². */
  public double area() {
    return area;
  }

  /** Length of all rings, metres. */
  public double perimeter() {
    return perimeter;
  }

  /** {@code 2·A/P}, metres: the width of a long strip of this area and perimeter. */
  public double meanWidth() {
    return 2 * area / perimeter;
  }

  /**
   * Diameter of the largest inscribed circle, metres: short of it by at most 5 mm or 0.1 % of the mean width, and for
   * simple land never below the mean width. Computed when first asked for.
   */
  public double maxWidth() {
    double width = maxWidth;
    if (Double.isNaN(width)) {
      width = 2 * InscribedCircle.radius(nearOrigin, Math.max(FINEST_CIRCLE, meanWidth() / 2000));
      maxWidth = width;
    }
    return width;
  }

  /** Share of the left side that the overlap covers, 0-1. */
  public double leftShare() {
    return leftShare;
  }

  /** Share of the right side that the overlap covers, 0-1. */
  public double rightShare() {
    return rightShare;
  }

  static void requireSamePlane(Geometry left, Geometry right) {
    Polygons.of(left);
    Polygons.of(right);
    if (left.getSRID() != right.getSRID()) {
      throw new GeometryRefusal(Reason.SYSTEMS_DIFFER,
          "Two parcels can only be compared in one plane system, not EPSG:%d with EPSG:%d; transform one first."
              .formatted(left.getSRID(), right.getSRID()),
          "两宗地须在同一平面坐标系中比较，不能将 EPSG:%d 与 EPSG:%d 直接比较，请先转换其中之一。"
              .formatted(left.getSRID(), right.getSRID()));
    }
    if (CoordinateSystems.isGeographic(left.getSRID())) {
      CoordinateSystems.bySrid(left.getSRID());
    }
  }
}

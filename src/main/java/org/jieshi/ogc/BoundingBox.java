package org.jieshi.ogc;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The {@code bbox} of a request: a rectangle in its own system. The database finds candidates by their bounds in degrees;
 * what is not wholly inside is judged by its land.
 */
final class BoundingBox {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  /** Of the rectangle's sides in a plane system, which are curves in degrees. */
  private static final int STEPS = 64;
  /** Degrees: PostgreSQL compares boxes with a tolerance of 1e-6. */
  private static final double TOLERANCE = 2e-6;
  /** Degrees that a curve between two of the steps may lie aside. */
  private static final double BEND = 1e-6;

  private final OutputSystem system;
  private final List<PreparedGeometry> rectangles = new ArrayList<>();
  private final List<Box> outer = new ArrayList<>();
  private final List<Box> inner = new ArrayList<>();

  private BoundingBox(OutputSystem system) {
    this.system = system;
  }

  /**
   * Four numbers, or six with heights that nothing here has: lower corner, upper corner, each in the system's axis order.
   * In degrees a west greater than the east goes across the 180th meridian.
   *
   * @throws org.jieshi.shared.ProblemException {@code BAD_REQUEST}
   */
  static BoundingBox parse(String text, OutputSystem system) {
    double[] n = numbers(text);
    int upper = n.length / 2;
    double west = n[system.northFirst() ? 1 : 0];
    double south = n[system.northFirst() ? 0 : 1];
    double east = n[upper + (system.northFirst() ? 1 : 0)];
    double north = n[upper + (system.northFirst() ? 0 : 1)];
    boolean across = system.degrees() && west > east;
    if (south > north || west > east && !across
        || system.degrees() && (Math.abs(west) > 180 || Math.abs(east) > 180 || Math.abs(south) > 90 || Math.abs(north) > 90)) {
      throw refused();
    }
    BoundingBox box = new BoundingBox(system);
    if (across) {
      box.add(new Envelope(west, 180, south, north));
      box.add(new Envelope(-180, east, south, north));
    } else {
      box.add(new Envelope(west, east, south, north));
    }
    return box;
  }

  private static double[] numbers(String text) {
    String[] fields = text.split(",", -1);
    double[] numbers = new double[fields.length];
    try {
      for (int i = 0; i < fields.length; i++) {
        numbers[i] = Double.parseDouble(fields[i]);
        if (!Double.isFinite(numbers[i])) {
          throw refused();
        }
      }
    } catch (NumberFormatException notANumber) {
      throw refused();
    }
    if (fields.length != 4 && fields.length != 6) {
      throw refused();
    }
    return numbers;
  }

  private static RuntimeException refused() {
    return Problem.of(ProblemCode.BAD_REQUEST,
        "bbox is the lower and the upper corner in the axis order of bbox-crs (without it longitude, latitude), as "
            + "109.2,22.3,109.4,22.5.",
        "bbox 为下角与上角坐标，按 bbox-crs 的轴序（默认经度、纬度），例如 109.2,22.3,109.4,22.5。").inField("bbox").asException();
  }

  private void add(Envelope rectangle) {
    rectangles.add(PreparedGeometryFactory.prepare(FACTORY.toGeometry(rectangle)));
    if (system.degrees()) {
      outer.add(Box.of(rectangle));
      addInner(rectangle.getMinX(), rectangle.getMinY(), rectangle.getMaxX(), rectangle.getMaxY(), TOLERANCE);
      return;
    }
    Envelope west = side(rectangle.getMinX(), rectangle.getMinY(), rectangle.getMinX(), rectangle.getMaxY());
    Envelope east = side(rectangle.getMaxX(), rectangle.getMinY(), rectangle.getMaxX(), rectangle.getMaxY());
    Envelope south = side(rectangle.getMinX(), rectangle.getMinY(), rectangle.getMaxX(), rectangle.getMinY());
    Envelope north = side(rectangle.getMinX(), rectangle.getMaxY(), rectangle.getMaxX(), rectangle.getMaxY());
    Envelope around = new Envelope(west);
    List.of(east, south, north).forEach(around::expandToInclude);
    around.expandBy(BEND);
    outer.add(Box.of(around));
    addInner(west.getMaxX(), south.getMaxY(), east.getMinX(), north.getMinY(), TOLERANCE + BEND);
  }

  private void addInner(double west, double south, double east, double north, double by) {
    if (east - west > 2 * by && north - south > 2 * by) {
      inner.add(new Box(west + by, south + by, east - by, north - by));
    }
  }

  private Envelope side(double x1, double y1, double x2, double y2) {
    Coordinate[] points = new Coordinate[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      points[i] = new Coordinate(x1 + (x2 - x1) * i / STEPS, y1 + (y2 - y1) * i / STEPS);
    }
    try {
      Envelope side = CoordinateSystems.transform(FACTORY.createLineString(points), system.srid(),
          CoordinateSystems.CGCS2000_DEGREES).getEnvelopeInternal();
      if (side.isNull() || !Double.isFinite(side.getArea())) {
        throw refused();
      }
      return side;
    } catch (org.jieshi.geometry.GeometryRefusal outside) {
      throw refused();
    }
  }

  OutputSystem system() {
    return system;
  }

  /** Windows around it in degrees. */
  List<Box> outer() {
    return outer;
  }

  /** Windows in degrees whose every point is in it. */
  List<Box> inner() {
    return inner;
  }

  /** @param land in the system of the box, east before north */
  boolean meets(@Nullable Geometry land) {
    return land != null && rectangles.stream().anyMatch(rectangle -> rectangle.intersects(land));
  }
}

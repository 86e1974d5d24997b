package org.jieshi.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jieshi.geometry.CoordinateSystems;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Land as sets of points: united, cut, taken away. Polygonal geometries in plane coordinates, each carrying its SRID; the
 * result is in the system of the first one.
 *
 * <p>Everything is computed near the origin, where doubles are fine enough, and every result is valid and can be cut again.
 * Where boundaries run within a hair of each other it may cross itself once it is moved back among coordinates of eight
 * digits; then it is computed once more on a grid of micrometres, whose corners stay half of one clear of every line.
 */
public final class PlaneSets {

  private static final PrecisionModel MICROMETRES = new PrecisionModel(1e6);

  private PlaneSets() {
  }

  public static Geometry union(List<Geometry> polygons) {
    if (polygons.size() == 1) {
      return polygons.get(0);
    }
    Frame frame = Frame.of(polygons.get(0));
    List<Geometry> near = polygons.stream().map(frame::near).toList();
    return valid(frame.back(OverlayNGRobust.union(near)), () -> frame.back(UnaryUnionNG.union(near, MICROMETRES)));
  }

  /** What of {@code land} does not lie in {@code other}; may be empty. */
  public static Geometry difference(Geometry land, Geometry other) {
    return overlay(land, other, OverlayNG.DIFFERENCE);
  }

  /** What of {@code land} lies in {@code other}; may be empty. */
  public static Geometry intersection(Geometry land, Geometry other) {
    return overlay(land, other, OverlayNG.INTERSECTION);
  }

  private static Geometry overlay(Geometry land, Geometry other, int operation) {
    Frame frame = Frame.of(land);
    Geometry near = frame.near(land);
    Geometry there = frame.near(other);
    return valid(frame.back(polygonal(OverlayNGRobust.overlay(near, there, operation))),
        () -> frame.back(polygonal(OverlayNG.overlay(near, there, operation, MICROMETRES))));
  }

  private static Geometry valid(Geometry drawn, Supplier<Geometry> onGrid) {
    return drawn.isValid() ? drawn : onGrid.get();
  }

  /** Points and lines where boundaries only touch are no land. */
  private static Geometry polygonal(Geometry result) {
    List<Geometry> polygons = new ArrayList<>();
    for (int i = 0; i < result.getNumGeometries(); i++) {
      if (result.getGeometryN(i).getDimension() == 2 && !result.getGeometryN(i).isEmpty()) {
        polygons.add(result.getGeometryN(i));
      }
    }
    return result.getFactory().buildGeometry(polygons);
  }

  static Geometry moved(Geometry geometry, double dx, double dy) {
    return AffineTransformation.translationInstance(dx, dy).transform(geometry);
  }

  private record Frame(double east, double north, int srid) {

    static Frame of(Geometry geometry) {
      Envelope bounds = geometry.getEnvelopeInternal();
      return bounds.isNull() ? new Frame(0, 0, geometry.getSRID())
          : new Frame(Math.rint(bounds.getMinX()), Math.rint(bounds.getMinY()), geometry.getSRID());
    }

    Geometry near(Geometry geometry) {
      return moved(CoordinateSystems.inPlane(geometry, srid), -east, -north);
    }

    Geometry back(Geometry near) {
      Geometry geometry = moved(near, east, north);
      geometry.setSRID(srid);
      return geometry;
    }
  }
}

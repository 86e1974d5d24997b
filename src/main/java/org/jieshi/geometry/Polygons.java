package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Walking the parts of a polygonal geometry. */
final class Polygons {

  private Polygons() {}

  /** The polygons of a Polygon or MultiPolygon; anything else is refused. */
  static List<Polygon> of(Geometry polygonal) {
    if (polygonal instanceof Polygon polygon) {
      return List.of(polygon);
    }
    if (!(polygonal instanceof MultiPolygon)) {
      throw new GeometryRefusal(Reason.NOT_POLYGONAL,
          "A polygon is needed here, but the geometry is a %s.".formatted(polygonal.getGeometryType()),
          "此处需要面状图形，但实际为 %s。".formatted(polygonal.getGeometryType()));
    }
    List<Polygon> parts = new ArrayList<>(polygonal.getNumGeometries());
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      parts.add((Polygon) polygonal.getGeometryN(i));
    }
    return parts;
  }

  /** The outer ring, then the holes; none for an empty polygon. */
  static List<LinearRing> rings(Polygon polygon) {
    List<LinearRing> rings = new ArrayList<>(1 + polygon.getNumInteriorRing());
    if (!polygon.isEmpty()) {
      rings.add(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        rings.add(polygon.getInteriorRingN(i));
      }
    }
    return rings;
  }

  /** A ring's x and y in turn, closed as it is. Not to be written to: it may be the ring's own. */
  static double[] xy(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    if (points instanceof PackedCoordinateSequence.Double packed && packed.getDimension() == 2) {
      return packed.getRawCoordinates();
    }
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.getX(i);
      xy[2 * i + 1] = points.getY(i);
    }
    return xy;
  }
}

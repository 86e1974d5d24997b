package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

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
}

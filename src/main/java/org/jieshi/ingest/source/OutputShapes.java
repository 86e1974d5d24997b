package org.jieshi.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Walking a boundary while it is written. */
public final class OutputShapes {

  private OutputShapes() {}

  /** The parts of a record's boundary. */
  public static List<Polygon> parts(SurveyRecord record) {
    Geometry boundary = Objects.requireNonNull(record.boundary());
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      parts.add((Polygon) boundary.getGeometryN(i));
    }
    return parts;
  }

  /** The outer ring, then the holes. */
  public static List<LinearRing> rings(Polygon part) {
    List<LinearRing> rings = new ArrayList<>();
    rings.add(part.getExteriorRing());
    for (int i = 0; i < part.getNumInteriorRing(); i++) {
      rings.add(part.getInteriorRingN(i));
    }
    return rings;
  }
}

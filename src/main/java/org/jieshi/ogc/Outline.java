package org.jieshi.ogc;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** The shape of a feature as a small picture, north up. */
final class Outline {

  private static final double SIDE = 320;
  private static final double MARGIN = 8;

  private Outline() {}

  /** @param degrees longitude first; a degree of longitude is drawn as long as it is there */
  static String svg(Geometry degrees) {
    Envelope land = degrees.getEnvelopeInternal();
    double narrow = Math.cos(Math.toRadians(land.centre().y));
    double scale = (SIDE - 2 * MARGIN) / Math.max(Math.max(land.getWidth() * narrow, land.getHeight()), 1e-9);
    StringBuilder path = new StringBuilder();
    for (Object part : PolygonExtracter.getPolygons(degrees)) {
      Polygon polygon = (Polygon) part;
      ring(polygon.getExteriorRing(), land, narrow, scale, path);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(polygon.getInteriorRingN(i), land, narrow, scale, path);
      }
    }
    return String.format(Locale.ROOT, "<svg class=\"outline\" width=\"%.0f\" height=\"%.0f\" role=\"img\" aria-hidden=\"true\">"
        + "<path d=\"%s\" fill-rule=\"evenodd\"/></svg>", land.getWidth() * narrow * scale + 2 * MARGIN,
        land.getHeight() * scale + 2 * MARGIN, path);
  }

  private static void ring(LinearRing ring, Envelope land, double narrow, double scale, StringBuilder path) {
    CoordinateSequence points = ring.getCoordinateSequence();
    for (int i = 0; i < points.size() - 1; i++) {
      Coordinate point = points.getCoordinate(i);
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L",
          MARGIN + (point.x - land.getMinX()) * narrow * scale, MARGIN + (land.getMaxY() - point.y) * scale));
    }
    path.append('Z');
  }
}

package org.jieshi.geometry;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A copy that belongs to another system throughout. An SRID set on a geometry isn't enough: what JTS makes of it later, an
 * intersection above all, carries the SRID of its factory.
 */
final class SystemCopy {

  private SystemCopy() {}

  static Geometry of(Geometry geometry, int srid) {
    GeometryFactory former = geometry.getFactory();
    return in(new GeometryFactory(former.getPrecisionModel(), srid, former.getCoordinateSequenceFactory()), geometry);
  }

  private static Geometry in(GeometryFactory factory, Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return factory.createPolygon(ring(factory, polygon.getExteriorRing()),
          IntStream.range(0, polygon.getNumInteriorRing())
              .mapToObj(hole -> ring(factory, polygon.getInteriorRingN(hole))).toArray(LinearRing[]::new));
    }
    if (geometry instanceof MultiPolygon several) {
      return factory.createMultiPolygon(parts(factory, several).toArray(Polygon[]::new));
    }
    if (geometry instanceof MultiLineString several) {
      return factory.createMultiLineString(parts(factory, several).toArray(LineString[]::new));
    }
    if (geometry instanceof MultiPoint several) {
      return factory.createMultiPoint(parts(factory, several).toArray(Point[]::new));
    }
    if (geometry instanceof GeometryCollection several) {
      return factory.createGeometryCollection(parts(factory, several).toArray(Geometry[]::new));
    }
    if (geometry instanceof LinearRing closed) {
      return ring(factory, closed);
    }
    return geometry instanceof LineString line ? factory.createLineString(line.getCoordinateSequence().copy())
        : factory.createPoint(((Point) geometry).getCoordinateSequence().copy());
  }

  private static LinearRing ring(GeometryFactory factory, LinearRing ring) {
    return factory.createLinearRing(ring.getCoordinateSequence().copy());
  }

  private static Stream<Geometry> parts(GeometryFactory factory, GeometryCollection several) {
    return IntStream.range(0, several.getNumGeometries()).mapToObj(part -> in(factory, several.getGeometryN(part)));
  }
}

package org.jieshi.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jieshi.geometry.CoordinateSystems;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Geometry in any answer, as GeoJSON. CGCS2000 degrees follow RFC 7946: longitude first, outer rings counterclockwise,
 * nine decimals (0.1 mm). Plane coordinates are given to the last digit and in the order in which they were surveyed.
 */
@JacksonComponent
class GeoJsonSerializer extends ValueSerializer<Geometry> {

  private static final int DECIMALS_OF_DEGREES = 9;

  @Override
  public void serialize(Geometry geometry, JsonGenerator json, SerializationContext context) {
    boolean degrees = CoordinateSystems.isGeographic(geometry.getSRID());
    json.writeStartObject();
    json.writeStringProperty("type", geometry.getGeometryType());
    json.writeArrayPropertyStart("coordinates");
    if (geometry instanceof Polygon polygon) {
      writeRings(polygon, degrees, json);
    } else if (geometry instanceof MultiPolygon) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        json.writeStartArray();
        writeRings((Polygon) geometry.getGeometryN(i), degrees, json);
        json.writeEndArray();
      }
    } else if (geometry instanceof Point point) {
      writeOrdinates(point.getCoordinateSequence(), 0, degrees, json);
    } else {
      throw new IllegalArgumentException("not a geometry of the register: " + geometry.getGeometryType());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeRings(Polygon polygon, boolean degrees, JsonGenerator json) {
    if (polygon.isEmpty()) {
      return;
    }
    writeRing(polygon.getExteriorRing(), true, degrees, json);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      writeRing(polygon.getInteriorRingN(i), false, degrees, json);
    }
  }

  private static void writeRing(LinearRing ring, boolean outer, boolean degrees, JsonGenerator json) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean reversed = degrees && Orientation.isCCW(points) != outer;
    json.writeStartArray();
    for (int i = 0; i < points.size(); i++) {
      json.writeStartArray();
      writeOrdinates(points, reversed ? points.size() - 1 - i : i, degrees, json);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeOrdinates(CoordinateSequence points, int i, boolean degrees, JsonGenerator json) {
    json.writeNumber(number(points.getX(i), degrees));
    json.writeNumber(number(points.getY(i), degrees));
  }

  /** The shortest decimal that reads back as the same double, or that rounded. */
  private static String number(double ordinate, boolean degrees) {
    BigDecimal exact = BigDecimal.valueOf(ordinate);
    return (degrees ? exact.setScale(DECIMALS_OF_DEGREES, RoundingMode.HALF_EVEN) : exact)
        .stripTrailingZeros().toPlainString();
  }
}

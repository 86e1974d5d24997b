package org.jieshi.ogc;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON as it is sent. Degrees have nine decimals (0.1 mm) and outer rings counterclockwise (RFC 7946); registered plane
 * coordinates come to the last digit and in the order of the survey, those carried into another plane with four decimals.
 */
final class FeatureJson implements AutoCloseable {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DECIMALS_OF_DEGREES = 9;
  private static final int DECIMALS_OF_METRES = 4;

  private final JsonGenerator json;
  private final Layer layer;
  private final OutputSystem system;

  FeatureJson(OutputStream target, Layer layer, OutputSystem system) {
    this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), target, JsonEncoding.UTF8);
    this.layer = layer;
    this.system = system;
  }

  void startCollection(String timeStamp, long matched) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("timeStamp", timeStamp);
    json.writeNumberProperty("numberMatched", matched);
    json.writeArrayPropertyStart("features");
  }

  /** Links come behind the features, since it is only known then whether there are more. */
  void endCollection(int returned, List<Link> links) {
    json.writeEndArray();
    json.writeNumberProperty("numberReturned", returned);
    links(links);
    json.writeEndObject();
  }

  /** @param links null within a collection */
  void feature(Feature feature, @Nullable List<Link> links) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", feature.id());
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < feature.values().length; i++) {
      json.writeName(layer.properties().get(i).name());
      value(feature.values()[i]);
    }
    json.writeEndObject();
    geometry(feature.in(system), feature.surveyed().getSRID() == system.srid());
    if (links != null) {
      links(links);
    }
    json.writeEndObject();
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(value.toString());
    }
  }

  private void links(List<Link> links) {
    json.writeArrayPropertyStart("links");
    for (Link link : links) {
      json.writeStartObject();
      link.members().forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** An overlap may touch along a line as well; what covers land is what is sent. */
  private void geometry(Geometry geometry, boolean asRegistered) {
    if (geometry.isEmpty()) {
      json.writeNullProperty("geometry");
      return;
    }
    json.writeObjectPropertyStart("geometry");
    if (geometry instanceof Polygon polygon) {
      json.writeStringProperty("type", "Polygon");
      json.writeName("coordinates");
      polygon(polygon, asRegistered);
    } else if (geometry instanceof GeometryCollection) {
      json.writeStringProperty("type", "MultiPolygon");
      json.writeArrayPropertyStart("coordinates");
      for (Object part : PolygonExtracter.getPolygons(geometry)) {
        polygon((Polygon) part, asRegistered);
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("not land: " + geometry.getGeometryType());
    }
    json.writeEndObject();
  }

  private void polygon(Polygon polygon, boolean asRegistered) {
    json.writeStartArray();
    ring(polygon.getExteriorRing(), true, asRegistered);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i), false, asRegistered);
    }
    json.writeEndArray();
  }

  private void ring(LinearRing ring, boolean outer, boolean asRegistered) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean reversed = system.degrees() && Orientation.isCCW(points) != outer;
    json.writeStartArray();
    for (int i = 0; i < points.size(); i++) {
      int at = reversed ? points.size() - 1 - i : i;
      String east = number(points.getX(at), asRegistered);
      String north = number(points.getY(at), asRegistered);
      json.writeStartArray();
      json.writeNumber(system.northFirst() ? north : east);
      json.writeNumber(system.northFirst() ? east : north);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private String number(double ordinate, boolean asRegistered) {
    BigDecimal exact = BigDecimal.valueOf(ordinate);
    return (system.degrees() ? exact.setScale(DECIMALS_OF_DEGREES, RoundingMode.HALF_EVEN)
        : asRegistered ? exact : exact.setScale(DECIMALS_OF_METRES, RoundingMode.HALF_EVEN))
        .stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() {
    json.close();
  }
}

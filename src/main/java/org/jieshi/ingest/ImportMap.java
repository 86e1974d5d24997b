package org.jieshi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The staged rows of an import as GeoJSON (RFC 7946), row by row, for the map that shows them before they are committed. */
@Component
class ImportMap {

  /** Decimals of a degree: 1e-8 is about a millimetre. */
  private static final double DEGREE_UNIT = 1e8;

  private final StagingRepository staging;
  private final JsonMapper json;

  ImportMap(StagingRepository staging, JsonMapper json) {
    this.staging = staging;
    this.json = json;
  }

  @Transactional(readOnly = true)
  public void write(long importId, Writer out) throws IOException {
    out.write("{\"type\":\"FeatureCollection\",\"features\":[");
    boolean[] first = {true};
    staging.forEach(importId, (row, outcome) -> {
      try {
        out.write(first[0] ? "" : ",");
        first[0] = false;
        writeFeature(row, outcome, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    out.write("]}");
  }

  private void writeFeature(StagedRow row, String outcome, Writer out) throws IOException {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("record", row.record());
    properties.put("outcome", outcome);
    properties.put("code", row.code());
    properties.put("fields", row.fields());
    properties.put("attributes", row.attributes());
    out.write("{\"type\":\"Feature\",\"id\":" + row.record() + ",\"properties\":"
        + json.writeValueAsString(properties) + ",\"geometry\":");
    if (row.degrees() == null) {
      out.write("null");
    } else {
      writeGeometry(row.degrees(), out);
    }
    out.write("}");
  }

  private static void writeGeometry(Geometry geometry, Writer out) throws IOException {
    boolean several = geometry instanceof MultiPolygon;
    out.write(several ? "{\"type\":\"MultiPolygon\",\"coordinates\":[" : "{\"type\":\"Polygon\",\"coordinates\":");
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      out.write(i == 0 ? "" : ",");
      writePolygon((Polygon) geometry.getGeometryN(i), out);
    }
    out.write(several ? "]}" : "}");
  }

  private static void writePolygon(Polygon polygon, Writer out) throws IOException {
    out.write("[");
    writeRing(polygon.getExteriorRing(), out);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      out.write(",");
      writeRing(polygon.getInteriorRingN(i), out);
    }
    out.write("]");
  }

  private static void writeRing(LineString ring, Writer out) throws IOException {
    CoordinateSequence points = ring.getCoordinateSequence();
    for (int i = 0; i < points.size(); i++) {
      out.write(i == 0 ? "[[" : ",[");
      out.write(degree(points.getX(i)) + "," + degree(points.getY(i)) + "]");
    }
    out.write("]");
  }

  private static double degree(double value) {
    return Math.round(value * DEGREE_UNIT) / DEGREE_UNIT;
  }
}

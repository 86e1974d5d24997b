package org.jieshi.ingest.geojson;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.OutputShapes;
import org.jieshi.ingest.source.SurveyRecord;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Degrees as RFC 7946 wants them; plane coordinates with the {@code crs} member of 2008, without which nobody could read
 * them right.
 */
public final class GeoJsonWriter implements LayerWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final OutputLayer layer;
  private final JsonGenerator json;

  public GeoJsonWriter(Path target, OutputLayer layer) throws IOException {
    this.layer = layer;
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), Files.newOutputStream(target), JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("name", layer.name());
    if (!CoordinateSystems.isGeographic(layer.srid())) {
      json.writeObjectPropertyStart("crs");
      json.writeStringProperty("type", "name");
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("name", "urn:ogc:def:crs:EPSG::" + layer.srid());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("features");
  }

  @Override
  public void write(SurveyRecord record) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeObjectPropertyStart("properties");
    for (OutputLayer.Column column : layer.columns()) {
      Object value = record.value(column.name());
      json.writeName(column.name());
      if (value == null) {
        json.writeNull();
      } else if (value instanceof BigDecimal number) {
        json.writeNumber(number);
      } else {
        json.writeString(OutputLayer.text(value));
      }
    }
    json.writeEndObject();
    geometry(OutputShapes.parts(record));
    json.writeEndObject();
  }

  private void geometry(List<Polygon> parts) {
    json.writeObjectPropertyStart("geometry");
    json.writeStringProperty("type", parts.size() == 1 ? "Polygon" : "MultiPolygon");
    json.writeName("coordinates");
    if (parts.size() == 1) {
      rings(parts.get(0));
    } else {
      json.writeStartArray();
      parts.forEach(this::rings);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void rings(Polygon part) {
    json.writeStartArray();
    for (LinearRing ring : OutputShapes.rings(part)) {
      json.writeStartArray();
      for (int i = 0; i < ring.getNumPoints(); i++) {
        json.writeStartArray();
        json.writeNumber(ring.getCoordinateSequence().getX(i));
        json.writeNumber(ring.getCoordinateSequence().getY(i));
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  @Override
  public void close() {
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}

package org.jieshi.ingest.geojson;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.RingBuilder;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Geometry objects. Their members come in any order, so the nesting is read first and judged by the type after. */
final class GeoJsonShapes {

  /** Coordinates of MultiPolygon: parts, rings, positions, numbers. */
  private static final int DEEPEST = 4;

  /** A geometry object as it stands: positions are {@code double[2]}, everything around them lists. */
  record Raw(@Nullable String type, @Nullable Object coordinates) {}

  private @Nullable Coordinate first;
  private boolean heights;
  private SurveyLayer.Kind kind = SurveyLayer.Kind.OTHER;

  /** The first position of the file. */
  @Nullable Coordinate first() {
    return first;
  }

  boolean heights() {
    return heights;
  }

  /** The kind of the geometry made last. */
  SurveyLayer.Kind kind() {
    return kind;
  }

  @Nullable Raw read(JsonParser json, int record, String fileName) throws FileProblem {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return null;
    }
    String type = null;
    Object coordinates = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "type" -> type = json.getString();
        case "coordinates" -> coordinates = coordinates(json, 1, record, fileName);
        default -> json.skipChildren();
      }
    }
    return new Raw(type, coordinates);
  }

  private @Nullable Object coordinates(JsonParser json, int depth, int record, String fileName) throws FileProblem {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return null;
    }
    if (depth > DEEPEST) {
      throw FileFault.GEOJSON_DAMAGED.inRecord(record, fileName, json.currentLocation().getLineNr(),
          json.currentLocation().getColumnNr(), record);
    }
    List<Object> inner = new ArrayList<>();
    double[] position = null;
    int numbers = 0;
    for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY && token != null; token = json.nextToken()) {
      if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
        position = position == null ? new double[] {Double.NaN, Double.NaN} : position;
        if (numbers < 2) {
          position[numbers] = json.getDoubleValue();
        }
        numbers++;
      } else if (token == JsonToken.START_ARRAY) {
        Object element = coordinates(json, depth + 1, record, fileName);
        if (element != null) {
          inner.add(element);
        }
      } else {
        json.skipChildren();
        inner.add(new double[] {Double.NaN, Double.NaN});
      }
    }
    heights |= numbers > 2;
    if (position != null && first == null) {
      first = new Coordinate(position[0], position[1]);
    }
    return position == null ? inner : position;
  }

  @Nullable Geometry polygon(@Nullable Raw raw, int record, int srid, List<Finding> findings) {
    String type = raw == null || raw.type() == null ? "" : raw.type();
    kind = switch (type) {
      case "Polygon", "MultiPolygon", "" -> SurveyLayer.Kind.POLYGONS;
      case "Point", "MultiPoint" -> SurveyLayer.Kind.POINTS;
      case "LineString", "MultiLineString" -> SurveyLayer.Kind.LINES;
      default -> SurveyLayer.Kind.OTHER;
    };
    if (raw == null || raw.coordinates() instanceof List<?> list && list.isEmpty()) {
      findings.add(RecordShapes.noShape(record));
      return null;
    }
    if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
      findings.add(RecordShapes.notPolygon(record,
          new Bilingual("a %s".formatted(type), RecordShapes.kindZh(type))));
      return null;
    }
    List<List<CoordinateSequence>> parts = new ArrayList<>();
    boolean nested = type.equals("Polygon") ? part(raw.coordinates(), parts)
        : raw.coordinates() instanceof List<?> list && list.stream().allMatch(part -> part(part, parts));
    if (!nested) {
      findings.add(Finding.ofRecord("F5", Severity.BLOCK, record, new Bilingual(
          "Record %s: its coordinates aren't nested like those of a %s; export the layer again.",
          "第 %s 条记录的坐标层级与 %s 不符，请重新导出该图层。").formatted(record, type)));
      return null;
    }
    return RecordShapes.ofParts(record, parts, srid, findings);
  }

  private static boolean part(@Nullable Object rings, List<List<CoordinateSequence>> parts) {
    if (!(rings instanceof List<?> list) || list.isEmpty()) {
      return false;
    }
    List<CoordinateSequence> part = new ArrayList<>();
    for (Object ring : list) {
      if (!(ring instanceof List<?> positions)) {
        return false;
      }
      RingBuilder builder = new RingBuilder();
      for (Object position : positions) {
        if (!(position instanceof double[] xy)) {
          return false;
        }
        builder.add(xy[0], xy[1]);
      }
      part.add(builder.ring());
    }
    parts.add(part);
    return true;
  }
}

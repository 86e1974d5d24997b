package org.jieshi.ingest.geojson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.Summary;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.TextFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** The features of a file, front to back; members of the collection are noted as they come by. */
final class GeoJsonReader implements OpenLayer.Records {

  /** A stored text is never longer, and no name is. */
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int DEEPEST = 64;
  private static final JsonFactory JSON = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT)
          .maxNameLength(4096).build())
      // not JSON, but programs write it; the record is then named
      .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
      .build();

  /** What a whole file turned out to be. */
  record Found(Summary summary, @Nullable String crs, boolean linked, @Nullable Coordinate first, boolean heights) {}

  private final TextFile text;
  private final int srid;
  private final JsonParser json;
  private final GeoJsonShapes shapes = new GeoJsonShapes();
  private @Nullable String crs;
  private boolean linked;
  private boolean inFeatures;
  private boolean single;
  private boolean done;
  private int number;
  private @Nullable SurveyRecord next;

  GeoJsonReader(TextFile text, int srid) throws IOException {
    this.text = text;
    this.srid = srid;
    this.json = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text.open());
    guarded(() -> {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw FileFault.GEOJSON_NOT_FEATURES.problem(text.name());
      }
      return null;
    });
  }

  Found found(Summary summary) throws FileProblem {
    if (!inFeatures && !single) {
      throw FileFault.GEOJSON_NOT_FEATURES.problem(text.name());
    }
    return new Found(summary, crs, linked, shapes.first(), shapes.heights());
  }

  @Override
  public boolean hasNext() throws IOException {
    if (next == null && !done) {
      next = guarded(this::advance);
    }
    return next != null;
  }

  @Override
  public SurveyRecord next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("no more features");
    }
    SurveyRecord record = next;
    next = null;
    return record;
  }

  /** As {@link #next()}, noting what the summary wants to know. */
  void next(Summary summary) throws IOException {
    SurveyRecord record = next();
    for (String column : record.values().keySet()) {
      summary.column(column);
    }
    summary.record(shapes.kind());
  }

  private @Nullable SurveyRecord advance() throws IOException {
    if (atFeature()) {
      return feature();
    }
    // members of the collection, or of the only feature
    Feature alone = new Feature();
    for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
      if (token == null) {
        throw cut();
      }
      String member = json.currentName();
      JsonToken value = json.nextToken();
      if (member.equals("features") && value == JsonToken.START_ARRAY && !inFeatures) {
        inFeatures = true;
        if (atFeature()) {
          return feature();
        }
      } else if (member.equals("crs")) {
        crs = crs();
      } else {
        alone.member(member);
      }
    }
    if (json.nextToken() != null) {
      throw damaged();
    }
    done = true;
    single = !inFeatures && alone.isFeature;
    return single ? alone.record() : null;
  }

  private boolean withinFeatures;

  /** Whether the parser stands at the beginning of another feature of the collection. */
  private boolean atFeature() throws IOException {
    if (!inFeatures || withinFeatures && json.currentToken() == JsonToken.END_ARRAY) {
      return false;
    }
    withinFeatures = true;
    JsonToken token = json.nextToken();
    if (token == null) {
      throw cut();
    }
    if (token != JsonToken.START_OBJECT && token != JsonToken.END_ARRAY) {
      throw damaged();
    }
    return token == JsonToken.START_OBJECT;
  }

  private SurveyRecord feature() throws IOException {
    Feature feature = new Feature();
    for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
      if (token == null) {
        throw cut();
      }
      String member = json.currentName();
      json.nextToken();
      feature.member(member);
    }
    return feature.record();
  }

  /** {@code {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4524"}}}, or null; a link is noted. */
  private @Nullable String crs() {
    String name = null;
    int depth = 0;
    for (JsonToken token = json.currentToken(); token != null; token = json.nextToken()) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_STRING && depth == 2 && "name".equals(json.currentName())) {
        name = json.getString();
      }
      linked |= token == JsonToken.VALUE_STRING && depth == 1 && "type".equals(json.currentName())
          && json.getString().equals("link");
      if (depth == 0) {
        return name;
      }
    }
    return name;
  }

  /** One feature while its members come by in any order. */
  private final class Feature {

    private final int record = number + 1;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private GeoJsonShapes.@Nullable Raw geometry;
    private @Nullable Object id;
    private boolean isFeature;

    void member(String name) throws IOException {
      switch (name) {
        case "geometry" -> {
          isFeature = true;
          geometry = shapes.read(json, record, text.name());
        }
        case "properties" -> {
          isFeature = true;
          properties();
        }
        case "id" -> id = GeoJsonValues.value(json);
        default -> json.skipChildren();
      }
    }

    private void properties() throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        return;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        Object value = GeoJsonValues.value(json);
        if (value != null) {
          values.put(name, value);
        }
      }
    }

    SurveyRecord record() {
      number = record;
      List<Finding> findings = new ArrayList<>();
      var boundary = shapes.polygon(geometry, record, srid, findings);
      if (id != null) {
        values.putIfAbsent("id", id);
      }
      return new SurveyRecord(record, boundary, values, findings);
    }
  }

  private interface Step<T> {
    @Nullable T take() throws IOException;
  }

  private <T> @Nullable T guarded(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (tools.jackson.core.exc.UnexpectedEndOfInputException e) {
      throw cut();
    } catch (JacksonException e) {
      throw damaged();
    }
  }

  private FileProblem cut() {
    return FileFault.GEOJSON_CUT.inRecord(number + 1, text.name(), number + 1);
  }

  private FileProblem damaged() {
    return FileFault.GEOJSON_DAMAGED.inRecord(
        number + 1, text.name(), json.currentLocation().getLineNr(), json.currentLocation().getColumnNr(), number + 1);
  }

  @Override
  public void close() {
    json.close();
  }
}

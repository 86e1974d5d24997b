package org.jieshi.ingest.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.Decimals;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.RingBuilder;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * One parcel while its lines are read: {@code points,area(hm²),number,name,点|线|面,sheet,use,class,…,@}, then
 * {@code point no.,ring no.,X (north),Y (east)}.
 */
final class ExchangeParcel {

  private static final Pattern AREA = Pattern.compile("([\\d.]+)\\s*(公顷|亩|平方米|hm2|hm²|m2|m²)?");
  private static final double SMALLEST_PREFIXED_EASTING = 13e6;
  private static final double SMALLEST_NORTHING = 1e6;
  private static final double SMALLEST_EASTING = 1e5;

  private final int record;
  private final String[] fields;
  private final List<Finding> findings = new ArrayList<>();
  private final List<RingBuilder> rings = new ArrayList<>();
  private @Nullable RingBuilder ring;
  private String ringNumber = "";
  private int vertices;
  private int swapped;
  private boolean heights;
  private @Nullable Coordinate first;

  ExchangeParcel(int record, String line) {
    this.record = record;
    this.fields = line.substring(0, line.indexOf('@')).replaceFirst(",\\s*$", "").split(",", -1);
  }

  void vertex(String line, int lineNumber) {
    String[] values = line.split(",", -1);
    double north = values.length < 4 ? Double.NaN : number(values[2]);
    double east = values.length < 4 ? Double.NaN : number(values[3]);
    if (!Double.isFinite(north) || !Double.isFinite(east)) {
      block("Record %s: line %s isn't a vertex (point number, ring number, X, Y); correct it.",
          "第 %s 条记录：第 %s 行不是界址点（点号,圈号,X,Y），请更正。", lineNumber);
      return;
    }
    heights |= values.length > 4 && Double.isFinite(number(values[4]));
    vertices++;
    if (isSwapped(north, east)) {
      swapped++;
      append(values[1].strip(), north, east);
    } else {
      append(values[1].strip(), east, north);
    }
  }

  /** Eastings carry the zone's number or have six digits, northings in China have seven: the numbers tell themselves. */
  private static boolean isSwapped(double north, double east) {
    return north >= SMALLEST_PREFIXED_EASTING && east < SMALLEST_PREFIXED_EASTING
        || north >= SMALLEST_EASTING && north < SMALLEST_NORTHING && east >= SMALLEST_NORTHING
            && east < SMALLEST_PREFIXED_EASTING;
  }

  /** A ring ends where its number changes, or where it came back to its first vertex and more follows. */
  private void append(String number, double x, double y) {
    if (ring == null || !number.equals(ringNumber) || ring.isClosed()) {
      ring = new RingBuilder();
      rings.add(ring);
      ringNumber = number;
    }
    ring.add(x, y);
    if (first == null) {
      first = new Coordinate(x, y);
    }
  }

  @Nullable Coordinate first() {
    return first;
  }

  boolean heights() {
    return heights;
  }

  SurveyLayer.Kind kind() {
    return switch (shape()) {
      case "点" -> SurveyLayer.Kind.POINTS;
      case "线" -> SurveyLayer.Kind.LINES;
      default -> SurveyLayer.Kind.POLYGONS;
    };
  }

  private String shape() {
    return fields.length > ExchangeColumn.SHAPE ? fields[ExchangeColumn.SHAPE].strip() : "";
  }

  SurveyRecord record(int srid) {
    Map<String, Object> values = values();
    return new SurveyRecord(record, boundary(srid), values, findings);
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    if (fields.length > 1 && !fields[1].isBlank()) {
      area(fields[1].strip(), values);
    }
    for (int place = 2; place < fields.length; place++) {
      if (place != ExchangeColumn.SHAPE && !fields[place].isBlank()) {
        values.put(ExchangeColumn.at(place), fields[place].strip());
      }
    }
    return values;
  }

  /** hm² where nothing else is said. */
  private static void area(String text, Map<String, Object> values) {
    Matcher area = AREA.matcher(text);
    BigDecimal number = area.matches() ? Decimals.of(area.group(1)) : null;
    values.put(ExchangeColumn.AREA, number == null ? text : number);
    if (number != null) {
      values.put(ExchangeColumn.AREA_UNIT, area.group(2) == null ? "公顷" : area.group(2));
    }
  }

  private @Nullable Geometry boundary(int srid) {
    if (kind() != SurveyLayer.Kind.POLYGONS) {
      findings.add(RecordShapes.notPolygon(record, new Bilingual(
          kind() == SurveyLayer.Kind.POINTS ? "points (点)" : "a line (线)", shape())));
      return null;
    }
    if (vertices == 0) {
      findings.add(RecordShapes.noShape(record));
      return null;
    }
    checkCount();
    if (swapped == vertices) {
      tell("Record %s has east before north against the form; its %s vertices were taken by the size of their numbers.",
          "第 %s 条记录东坐标在前、与格式相反，%s 个界址点已按数值大小识别。", Severity.INFO, "F3", swapped);
    } else if (swapped > 0) {
      block("Record %s has east and north swapped in %s of its vertices; correct them.",
          "第 %s 条记录有 %s 个界址点的 X、Y 颠倒，请更正。", swapped);
    }
    boolean blocked = findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
    List<CoordinateSequence> sequences = new ArrayList<>();
    for (RingBuilder each : rings) {
      each.close();
      sequences.add(each.ring());
    }
    return blocked ? null : RecordShapes.ofRings(record, sequences, srid, findings);
  }

  /** Programs count with or without the vertex that closes each ring; any other count leaves a vertex in doubt. */
  private void checkCount() {
    String said = fields[0].strip();
    int closing = (int) rings.stream().filter(RingBuilder::isClosed).count();
    boolean fits = said.isEmpty() || said.equals(String.valueOf(vertices))
        || said.equals(String.valueOf(vertices - closing));
    if (!fits && said.equals(String.valueOf(vertices - closing + rings.size()))) {
      tell("Record %s promises %s vertices, %s are there; its rings aren't closed, so the closing ones were taken to be"
          + " counted. Check that no vertex is missing.",
          "第 %s 条记录标称 %s 个界址点，实际 %s 个；其界线未闭合，按计数含闭合点处理，请核对是否缺点。", Severity.WARN, "F5", said, vertices);
    } else if (!fits) {
      block("Record %s promises %s vertices, but %s are there; a vertex may be missing, export the parcel again.",
          "第 %s 条记录标称 %s 个界址点，实际 %s 个，可能缺点，请重新导出该地块。", said, vertices);
    }
  }

  private void block(String en, String zh, Object... arguments) {
    tell(en, zh, Severity.BLOCK, "F5", arguments);
  }

  private void tell(String en, String zh, Severity severity, String rule, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = record;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    findings.add(Finding.ofRecord(rule, severity, record, new Bilingual(en, zh).formatted(all)));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}

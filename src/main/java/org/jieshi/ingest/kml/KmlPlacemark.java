package org.jieshi.ingest.kml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.RingBuilder;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/** A placemark while its elements come by: polygons of any depth of MultiGeometry are its parts. */
final class KmlPlacemark {

  private final int record;
  private final List<List<CoordinateSequence>> polygons = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<CoordinateSequence> holes = new ArrayList<>();
  private @Nullable CoordinateSequence outer;
  private boolean inPolygon;
  private boolean inHole;
  private @Nullable RingBuilder ring;
  private boolean heights;

  KmlPlacemark(int record) {
    this.record = record;
  }

  void start(String element) {
    switch (element) {
      case "Polygon" -> {
        inPolygon = true;
        outer = null;
        holes.clear();
      }
      case "innerBoundaryIs" -> inHole = true;
      case "outerBoundaryIs" -> inHole = false;
      case "LinearRing" -> {
        if (inPolygon) {
          ring = new RingBuilder();
        } else {
          others.add(element);
        }
      }
      case "Point", "LineString", "Model", "Track", "MultiTrack" -> others.add(element);
      default -> { }
    }
  }

  void end(String element) {
    if (element.equals("LinearRing") && ring != null) {
      if (inHole) {
        holes.add(ring.ring());
      } else {
        outer = ring.ring();
      }
      ring = null;
    } else if (element.equals("Polygon")) {
      List<CoordinateSequence> rings = new ArrayList<>();
      if (outer != null) {
        rings.add(outer);
        rings.addAll(holes);
      }
      polygons.add(rings);
      inPolygon = false;
    }
  }

  /** One {@code lon,lat[,height]}; what can't be read becomes a coordinate that the checks name. */
  void position(StringBuilder text) {
    if (text.length() > 0 && ring != null) {
      String[] numbers = text.toString().split(",");
      ring.add(number(numbers, 0), number(numbers, 1));
      heights |= numbers.length > 2 && number(numbers, 2) != 0;
    }
    text.setLength(0);
  }

  private static double number(String[] numbers, int index) {
    try {
      return index < numbers.length ? Double.parseDouble(numbers[index]) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  boolean heights() {
    return heights;
  }

  SurveyLayer.Kind kind() {
    if (!polygons.isEmpty()) {
      return SurveyLayer.Kind.POLYGONS;
    }
    boolean points = !others.isEmpty() && others.stream().allMatch("Point"::equals);
    return points ? SurveyLayer.Kind.POINTS : others.isEmpty() ? SurveyLayer.Kind.OTHER : SurveyLayer.Kind.LINES;
  }

  SurveyRecord record(int srid, Map<String, Object> values) {
    List<Finding> findings = new ArrayList<>();
    return new SurveyRecord(record, boundary(srid, findings), values, findings);
  }

  private @Nullable Geometry boundary(int srid, List<Finding> findings) {
    if (polygons.isEmpty() && others.isEmpty()) {
      findings.add(RecordShapes.noShape(record));
      return null;
    }
    if (polygons.stream().anyMatch(List::isEmpty)) {
      findings.add(Finding.ofRecord("F5", Severity.BLOCK, record, new Bilingual(
          "Record %s has no outer ring; draw it again.", "第 %s 条记录缺少外环，请重新绘制。").formatted(record)));
      return null;
    }
    if (!others.isEmpty()) {
      String other = others.get(0);
      findings.add(RecordShapes.notPolygon(record,
          new Bilingual("or holds a %s".formatted(other), "或含有" + RecordShapes.kindZh(other))));
      return null;
    }
    return RecordShapes.ofParts(record, polygons, srid, findings);
  }
}

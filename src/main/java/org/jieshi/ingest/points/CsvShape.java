package org.jieshi.ingest.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.RingBuilder;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/** Polygons as WKT: {@code POLYGON ((x y, …), (…))}, {@code MULTIPOLYGON}, with or without Z and M. */
final class CsvShape {

  private CsvShape() {}

  static SurveyLayer.Kind kind(String wkt) {
    return switch (type(wkt)) {
      case "POINT", "MULTIPOINT" -> SurveyLayer.Kind.POINTS;
      case "LINESTRING", "MULTILINESTRING" -> SurveyLayer.Kind.LINES;
      case "", "POLYGON", "MULTIPOLYGON" -> SurveyLayer.Kind.POLYGONS;
      default -> SurveyLayer.Kind.OTHER;
    };
  }

  private static String type(String wkt) {
    StringBuilder letters = new StringBuilder();
    String upper = wkt.strip().toUpperCase(Locale.ROOT).replaceFirst("^SRID=\\d+;\\s*", "");
    for (int i = 0; i < upper.length() && upper.charAt(i) >= 'A' && upper.charAt(i) <= 'Z'; i++) {
      letters.append(upper.charAt(i));
    }
    return letters.toString().replaceFirst("(?<=[A-Z]{4})(ZM|Z|M)$", "");
  }

  static @Nullable Geometry polygon(String wkt, int record, int srid, List<Finding> findings) {
    String type = type(wkt);
    if (wkt.isEmpty() || wkt.toUpperCase(Locale.ROOT).endsWith("EMPTY")) {
      findings.add(RecordShapes.noShape(record));
      return null;
    }
    if (!type.equals("POLYGON") && !type.equals("MULTIPOLYGON")) {
      String shown = type.isEmpty() ? wkt.substring(0, Math.min(20, wkt.length())) : type;
      findings.add(RecordShapes.notPolygon(record,
          new Bilingual("a %s".formatted(shown), RecordShapes.kindZh(shown))));
      return null;
    }
    List<List<CoordinateSequence>> parts = new Parser(wkt).parts(type.equals("POLYGON") ? 2 : 3);
    if (parts == null) {
      findings.add(Finding.ofRecord("F5", Severity.BLOCK, record, new Bilingual(
          "Record %s: its WKT can't be read; export the table again.",
          "第 %s 条记录的 WKT 无法读取，请重新导出该表。").formatted(record)));
      return null;
    }
    return RecordShapes.ofParts(record, parts, srid, findings);
  }

  /** Brackets of known depth around positions; no recursion that a text could drive. */
  private static final class Parser {

    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
      this.at = Math.max(0, text.indexOf('('));
    }

    /** @return null when the text isn't nested like that */
    @Nullable List<List<CoordinateSequence>> parts(int depth) {
      List<List<CoordinateSequence>> parts = new ArrayList<>();
      boolean whole = depth == 2 ? part(parts) : list(() -> part(parts));
      blanks();
      return whole && at == text.length() && !parts.isEmpty() ? parts : null;
    }

    private boolean part(List<List<CoordinateSequence>> parts) {
      List<CoordinateSequence> rings = new ArrayList<>();
      parts.add(rings);
      return list(() -> ring(rings));
    }

    private boolean ring(List<CoordinateSequence> rings) {
      RingBuilder ring = new RingBuilder();
      boolean whole = list(() -> position(ring));
      rings.add(ring.ring());
      return whole;
    }

    private boolean position(RingBuilder ring) {
      double[] xy = new double[2];
      int numbers = 0;
      while (true) {
        blanks();
        int from = at;
        while (at < text.length() && " ,()\t\r\n".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        if (at == from) {
          break;
        }
        try {
          double number = Double.parseDouble(text.substring(from, at));
          if (numbers < 2) {
            xy[numbers] = number;
          }
        } catch (NumberFormatException e) {
          return false;
        }
        numbers++;
      }
      ring.add(xy[0], xy[1]);
      return numbers >= 2 && numbers <= 4;
    }

    private interface Element {
      boolean read();
    }

    private boolean list(Element element) {
      blanks();
      if (at >= text.length() || text.charAt(at) != '(') {
        return false;
      }
      do {
        at++;
        if (!element.read()) {
          return false;
        }
        blanks();
      } while (at < text.length() && text.charAt(at) == ',');
      if (at >= text.length() || text.charAt(at) != ')') {
        return false;
      }
      at++;
      return true;
    }

    private void blanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}

package org.jieshi.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jieshi.certificates.Certificate;
import org.jieshi.conflicts.Conflict;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.OutputLayer.Column;
import org.jieshi.ingest.source.OutputLayer.Type;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * Overlaps or certificates, page by page. Their numbers are those of the register; they aren't read back into it.
 *
 * @param page by its number from 0
 */
record ListSource<T>(IntFunction<Page<T>> page, List<Column> columns, Row<T> row, ColumnRoles roles)
    implements ExportSource {

  /** One record as it goes out. */
  interface Row<T> {
    Geometry boundary(T item);

    Map<String, Object> values(T item);
  }

  static ListSource<Conflict> ofConflicts(IntFunction<Page<Conflict>> page) {
    List<Column> columns = List.of(new Column("NUMBER", Type.TEXT), new Column("LEFT_KIND", Type.TEXT),
        new Column("LEFT_CODE", Type.TEXT), new Column("RIGHT_KIND", Type.TEXT), new Column("RIGHT_CODE", Type.TEXT),
        new Column("CLASS", Type.TEXT), new Column("TRACK", Type.TEXT), new Column("AREA", Type.NUMBER),
        new Column("MEANWIDTH", Type.NUMBER), new Column("MAXWIDTH", Type.NUMBER), new Column("ALLOWED", Type.NUMBER),
        new Column("STATUS", Type.TEXT), new Column("CASE_NO", Type.TEXT));
    return new ListSource<>(page, columns, new Row<>() {
      @Override
      public Geometry boundary(Conflict conflict) {
        return conflict.overlap();
      }

      @Override
      public Map<String, Object> values(Conflict conflict) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("NUMBER", String.valueOf(conflict.id()));
        values.put("LEFT_KIND", conflict.left().kind().name());
        values.put("LEFT_CODE", conflict.left().code());
        values.put("RIGHT_KIND", conflict.right().kind().name());
        values.put("RIGHT_CODE", conflict.right().code());
        values.put("CLASS", conflict.overlapClass().name());
        values.put("TRACK", conflict.track().name());
        values.put("AREA", rounded(conflict.area(), 2));
        values.put("MEANWIDTH", rounded(conflict.meanWidth(), 3));
        values.put("MAXWIDTH", rounded(conflict.maxWidth(), 3));
        values.put("ALLOWED", rounded(conflict.allowedWidth(), 3));
        values.put("STATUS", conflict.status().name());
        put(values, "CASE_NO", conflict.caseNumber());
        return values;
      }
    }, new ColumnRoles("NUMBER", "AREA", "LEFT_CODE", "", "RIGHT_CODE", "CLASS"));
  }

  static ListSource<Certificate> ofCertificates(IntFunction<Page<Certificate>> page) {
    List<Column> columns = List.of(new Column("ZSBH", Type.TEXT), new Column("ZDDM", Type.TEXT),
        new Column("STATUS", Type.TEXT), new Column("QLRMC", Type.TEXT), new Column("GYFS", Type.TEXT), new Column("QLLX", Type.TEXT),
        new Column("QLXZ", Type.TEXT), new Column("YT", Type.TEXT), new Column("ZL", Type.TEXT),
        new Column("ZDMJ", Type.NUMBER), new Column("ISSUED", Type.DATE), new Column("ZZRQ", Type.DATE));
    return new ListSource<>(page, columns, new Row<>() {
      @Override
      public Geometry boundary(Certificate certificate) {
        return certificate.boundary();
      }

      @Override
      public Map<String, Object> values(Certificate certificate) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ZSBH", certificate.number());
        values.put("ZDDM", certificate.parcel());
        values.put("STATUS", certificate.status().name());
        values.put("QLRMC", certificate.holder());
        values.put("GYFS", certificate.holdingTitle().zh());
        values.put("QLLX", certificate.rightKind());
        put(values, "QLXZ", certificate.rightNature());
        put(values, "YT", certificate.landUseCode());
        put(values, "ZL", certificate.location());
        values.put("ZDMJ", certificate.area());
        values.put("ISSUED", certificate.issuedOn());
        put(values, "ZZRQ", certificate.termUntil());
        return values;
      }
    }, new ColumnRoles("ZDDM", "ZDMJ", "ZL", "", "QLRMC", "YT"));
  }

  @Override
  public List<Integer> systems() {
    TreeSet<Integer> systems = new TreeSet<>();
    all(item -> systems.add(row.boundary(item).getSRID()));
    return List.copyOf(systems);
  }

  @Override
  public void forEach(int srid, Consumer<SurveyRecord> action) {
    int[] record = {0};
    all(item -> {
      Geometry boundary = row.boundary(item);
      Geometry land = polygons(boundary);
      if (boundary.getSRID() == srid && !land.isEmpty()) {
        action.accept(new SurveyRecord(++record[0], land, row.values(item), List.of()));
      }
    });
  }

  private void all(Consumer<T> action) {
    Page<T> items = page.apply(0);
    for (int number = 1; !items.items().isEmpty(); number++) {
      items.items().forEach(action);
      items = page.apply(number);
    }
  }

  /** An overlap may touch along a line as well; what covers land is what goes out. */
  private static Geometry polygons(Geometry geometry) {
    List<Polygon> parts = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(geometry)) {
      parts.add((Polygon) part);
    }
    return parts.size() == 1 ? parts.get(0) : geometry.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static BigDecimal rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
  }

  private static void put(Map<String, Object> values, String column, @Nullable Object value) {
    if (value != null) {
      values.put(column, value);
    }
  }
}

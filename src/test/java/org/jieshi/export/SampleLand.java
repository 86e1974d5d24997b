package org.jieshi.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jieshi.ingest.source.OutputLayer.Column;
import org.jieshi.ingest.source.OutputLayer.Type;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Four parcels that are hard to keep: coordinates that have no short decimal, holes, islands, several parts, a parcel in the
 * hole of another, text that a spreadsheet would run, signs that GBK doesn't have.
 *
 * @param holder of the fourth
 */
record SampleLand(int srid, String holder) implements ExportSource {

  static final SampleLand ZONE_36 = new SampleLand(4524, "𠮷村");
  static final SampleLand IN_GBK = new SampleLand(4524, "吉村");

  private static final List<Column> COLUMNS = List.of(new Column("ZDDM", Type.TEXT), new Column("ZL", Type.TEXT),
      new Column("ZDMJ", Type.NUMBER), new Column("YT", Type.TEXT), new Column("QLRMC", Type.TEXT),
      new Column("SINCE", Type.DATE), new Column("TFH", Type.TEXT));

  @Override
  public List<Integer> systems() {
    return List.of(srid);
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public ColumnRoles roles() {
    return new ColumnRoles("ZDDM", "ZDMJ", "ZL", "TFH", "QLRMC", "YT");
  }

  @Override
  public void forEach(int wanted, Consumer<SurveyRecord> action) {
    action.accept(record(1, "POLYGON ((36632800.1234567 2480800.1, 36632900.3333333333 2480800.7, 36632900 2480900,"
        + " 36632800 2480900.2, 36632800.1234567 2480800.1), (36632840 2480840, 36632840.1 2480860.0000001,"
        + " 36632860 2480860, 36632840 2480840))", "谷埠村, 3 组 \"东\"", "9600.25", "华山农场", LocalDate.of(2012, 5, 1)));
    action.accept(record(2, "MULTIPOLYGON (((36633000.125 2480800.5, 36633100 2480800, 36633100 2480900, 36633000 2480900,"
        + " 36633000.125 2480800.5), (36633020 2480820, 36633020 2480880, 36633080 2480880, 36633080 2480820,"
        + " 36633020 2480820)), ((36633040 2480840, 36633060 2480840, 36633060 2480860, 36633040 2480840)))",
        "=HYPERLINK(\"http://evil\")", null, "'-大岭", null));
    // the hole of the first, filled, and a parcel over part of the second
    action.accept(record(3, "POLYGON ((36632840 2480840, 36632860 2480860, 36632840.1 2480860.0000001, 36632840 2480840))",
        null, "12345678.05", null, null));
    action.accept(record(4, "POLYGON ((36633042 2480841, 36633050 2480841, 36633050 2480845, 36633042 2480841))", "三隆",
        "-1.5", holder, null));
  }

  private SurveyRecord record(int number, String wkt, @Nullable String place, @Nullable String area,
      @Nullable String holder, @Nullable LocalDate since) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ZDDM", "450721001002GN0000" + number);
    put(values, "ZL", place);
    put(values, "ZDMJ", area == null ? null : new BigDecimal(area));
    values.put("YT", "021");
    put(values, "QLRMC", holder);
    put(values, "SINCE", since);
    try {
      Geometry boundary = new WKTReader(new GeometryFactory(new PrecisionModel(), srid)).read(wkt);
      return new SurveyRecord(number, boundary, values, List.of());
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void put(Map<String, Object> values, String column, @Nullable Object value) {
    if (value != null) {
      values.put(column, value);
    }
  }

  List<SurveyRecord> all() {
    List<SurveyRecord> records = new ArrayList<>();
    forEach(srid, records::add);
    return records;
  }
}

package org.jieshi.ingest.points;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.TextFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The parcels of a table: a row each, or the points that stand together under one name. */
final class CsvReader implements OpenLayer.Records {

  private static final double SMALLEST_PREFIXED_EASTING = 13e6;
  private static final double SMALLEST_NORTHING = 1e6;
  private static final double SMALLEST_EASTING = 1e5;

  private final CsvRows rows;
  private final CsvColumns columns;
  private final int srid;
  private final Set<String> seen = new HashSet<>();
  private @Nullable List<String> waiting;
  private boolean begun;
  private int record;
  private @Nullable Boolean northFirst;
  private @Nullable String system;
  private SurveyLayer.Kind kind = SurveyLayer.Kind.POLYGONS;

  CsvReader(TextFile text, int srid) throws IOException {
    this.rows = new CsvRows(text);
    this.columns = CsvColumns.of(rows.columns());
    this.srid = srid;
  }

  /** What a column of coordinate systems says, which has to be the same in every row; null without one. */
  @Nullable String system() {
    return system;
  }

  boolean northFirst() {
    return Boolean.TRUE.equals(northFirst);
  }

  /** The kind of a record without a polygon. */
  SurveyLayer.Kind kind() {
    return kind;
  }

  @Override
  public boolean hasNext() throws IOException {
    if (!begun) {
      waiting = row();
      begun = true;
    }
    return waiting != null;
  }

  private @Nullable List<String> row() throws IOException {
    List<String> row = rows.next();
    if (row != null && columns.system() >= 0) {
      String said = cell(row, columns.system());
      if (system == null) {
        system = said.isEmpty() ? null : said;
      } else if (!said.isEmpty() && !said.equals(system)) {
        throw rows.damaged("it says the coordinate system %s after %s, and a file holds one".formatted(said, system),
            "坐标系 %s 与前面的 %s 不同，而每个文件只能用一个".formatted(said, system));
      }
    }
    return row;
  }

  private static String cell(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column).strip() : "";
  }

  @Override
  public SurveyRecord next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows");
    }
    record++;
    List<Finding> findings = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    Geometry boundary = columns.arePoints() ? points(values, findings) : shape(values, findings);
    return new SurveyRecord(record, boundary, values, findings);
  }

  private @Nullable Geometry shape(Map<String, Object> values, List<Finding> findings) throws IOException {
    List<String> row = waiting;
    waiting = row();
    attributes(row, values);
    String wkt = cell(row, columns.wkt());
    kind = CsvShape.kind(wkt);
    return CsvShape.polygon(wkt, record, srid, findings);
  }

  private @Nullable Geometry points(Map<String, Object> values, List<Finding> findings) throws IOException {
    String parcel = cell(waiting, columns.parcel());
    CsvPoints points = new CsvPoints(record);
    attributes(waiting, values);
    boolean again = !seen.add(parcel);
    while (waiting != null && cell(waiting, columns.parcel()).equals(parcel)) {
      add(waiting, points);
      keepWhatAgrees(waiting, values);
      waiting = row();
    }
    return points.polygon(parcel, again, srid, findings);
  }

  private void add(List<String> row, CsvPoints points) {
    double x = number(cell(row, columns.x()));
    double y = number(cell(row, columns.y()));
    if (northFirst == null && Double.isFinite(x) && Double.isFinite(y)) {
      northFirst = !columns.axesNamed() && isNorthFirst(x, y);
    }
    boolean swap = Boolean.TRUE.equals(northFirst);
    points.add(cell(row, columns.part()) + "/" + cell(row, columns.ring()), cell(row, columns.order()),
        columns.order() >= 0, swap ? y : x, swap ? x : y, rows.line());
  }

  /** Eastings carry the zone's number or have six digits, northings in China have seven. */
  private static boolean isNorthFirst(double x, double y) {
    boolean metres = x >= SMALLEST_EASTING && x < SMALLEST_PREFIXED_EASTING;
    return metres && (y >= SMALLEST_PREFIXED_EASTING
        || x >= SMALLEST_NORTHING && y >= SMALLEST_EASTING && y < SMALLEST_NORTHING);
  }

  private void attributes(List<String> row, Map<String, Object> values) {
    for (int i = 0; i < columns.names().size(); i++) {
      if (columns.isAttribute(i) && !cell(row, i).isEmpty()) {
        values.put(columns.names().get(i), cell(row, i));
      }
    }
  }

  /** A column whose value changes from point to point isn't about the parcel. */
  private void keepWhatAgrees(List<String> row, Map<String, Object> values) {
    for (int i = 0; i < columns.names().size(); i++) {
      Object kept = values.get(columns.names().get(i));
      if (kept != null && !kept.equals(cell(row, i))) {
        values.remove(columns.names().get(i));
      }
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}

package org.jieshi.ingest.geopackage;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The rows of a feature table in their order. */
final class GeoPackageRecords implements OpenLayer.Records {

  private final OpenGeoPackage table;
  private final Connection connection;
  private final ResultSet rows;
  private int record;
  private boolean ahead;

  private GeoPackageRecords(OpenGeoPackage table, Connection connection, ResultSet rows) {
    this.table = table;
    this.connection = connection;
    this.rows = rows;
  }

  static GeoPackageRecords open(OpenGeoPackage table) throws IOException {
    GeoPackageLayer layer = table.layer();
    String columns = table.stored().stream().map(column -> ", " + GeoPackageLayer.quoted(column.name()))
        .collect(Collectors.joining());
    Connection connection = null;
    try {
      connection = GeoPackageFile.open(layer.file());
      Statement statement = connection.createStatement();
      return new GeoPackageRecords(table, connection, statement.executeQuery("select "
          + GeoPackageLayer.quoted(layer.geometryColumn()) + columns + " from main."
          + GeoPackageLayer.quoted(layer.table())));
    } catch (SQLException damage) {
      close(connection);
      throw FileFault.GPKG_DAMAGED.problem(layer.fileName());
    }
  }

  @Override
  public boolean hasNext() throws IOException {
    try {
      ahead = ahead || rows.next();
      return ahead;
    } catch (SQLException damage) {
      throw FileFault.GPKG_DAMAGED.inRecord(record + 1, table.layer().fileName());
    }
  }

  @Override
  public SurveyRecord next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows");
    }
    ahead = false;
    record++;
    try {
      List<Finding> findings = new ArrayList<>();
      return new SurveyRecord(record, shape(findings), values(findings), findings);
    } catch (SQLException damage) {
      throw FileFault.GPKG_DAMAGED.inRecord(record, table.layer().fileName());
    }
  }

  private @Nullable Geometry shape(List<Finding> findings) throws SQLException, IOException {
    byte[] blob = rows.getBytes(1);
    String fileName = table.layer().fileName();
    return table.marks() ? GeoPackageShape.mark(blob, record, table.srid(), fileName)
        : GeoPackageShape.polygon(blob, record, table.srid(), fileName, findings);
  }

  private Map<String, Object> values(List<Finding> findings) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < table.stored().size(); i++) {
      GeoPackageLayer.Column column = table.stored().get(i);
      Object value = value(rows.getObject(i + 2), column, findings);
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    return values;
  }

  /** SQLite puts no value to its column's type; what is there counts. */
  private @Nullable Object value(@Nullable Object stored, GeoPackageLayer.Column column, List<Finding> findings) {
    if (stored instanceof Double real) {
      return Double.isFinite(real) ? BigDecimal.valueOf(real) : null;
    }
    if (stored instanceof Number whole) {
      return column.type().startsWith("BOOLEAN") ? (Object) (whole.longValue() != 0)
          : BigDecimal.valueOf(whole.longValue());
    }
    if (stored instanceof byte[]) {
      findings.add(Finding.ofRecord("F4", Severity.WARN, record, new Bilingual(
          "Column %2$s of record %1$s holds binary data, which is taken as empty.",
          "第 %s 条记录的 %s 列为二进制数据，按空值处理。").formatted(record, column.name())));
      return null;
    }
    String text = stored == null ? "" : stored.toString().strip();
    if (column.type().equals("DATE") && !text.isEmpty()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException asText) {
        return text;
      }
    }
    return text.isEmpty() ? null : text;
  }

  @Override
  public void close() throws IOException {
    close(connection);
  }

  private static void close(@Nullable Connection connection) throws IOException {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}

package org.jieshi.ingest.geopackage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;

/** A feature table of a GeoPackage 1.3; several writers, one after the other, put several layers into one file. */
public final class GeoPackageWriter implements LayerWriter {

  private final List<OutputLayer.Column> columns;
  private final GeoPackageTables file;
  private final GeoPackageTables.Table table;

  public GeoPackageWriter(Path target, OutputLayer layer) throws IOException {
    columns = layer.columns();
    file = new GeoPackageTables(target);
    try {
      table = file.table(layer.name(), "", new GeoPackageTables.Shapes(shapes(layer), layer.srid()), columns.stream()
          .map(column -> new GeoPackageTables.Column(column.name(), type(column.type()))).toList());
    } catch (IOException e) {
      file.abandon();
      throw e;
    }
  }

  @Override
  public void write(SurveyRecord record) throws IOException {
    table.add(Objects.requireNonNull(record.boundary()),
        columns.stream().map(column -> value(column, record.value(column.name()))).toArray());
  }

  private static @Nullable Object value(OutputLayer.Column column, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return column.type() == OutputLayer.Type.NUMBER ? ((BigDecimal) value).doubleValue() : OutputLayer.text(value);
  }

  /** One type a table, as the format wants it. */
  private static String shapes(OutputLayer layer) {
    return switch (layer.kind()) {
      case POINTS -> "POINT";
      case LINES -> "MULTILINESTRING";
      default -> "MULTIPOLYGON";
    };
  }

  private static GeoPackageTables.Type type(OutputLayer.Type type) {
    return switch (type) {
      case TEXT -> GeoPackageTables.Type.TEXT;
      case NUMBER -> GeoPackageTables.Type.NUMBER;
      case DATE -> GeoPackageTables.Type.DATE;
    };
  }

  @Override
  public void close() throws IOException {
    try (GeoPackageTables whole = file) {
      table.close();
    }
  }
}

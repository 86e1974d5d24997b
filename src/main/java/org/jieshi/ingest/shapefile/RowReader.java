package org.jieshi.ingest.shapefile;

import java.nio.charset.Charset;
import java.util.List;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a row into values; what can't be a value of its column is told and left out. */
final class RowReader {

  private final List<DbfColumn> columns;
  private final List<String> names;
  private final Charset charset;

  RowReader(List<DbfColumn> columns, Charset charset) {
    this.columns = columns;
    this.names = ColumnNames.of(columns, charset);
    this.charset = charset;
  }

  void read(int record, byte[] row, List<@Nullable Object> values, List<Finding> findings) {
    for (int i = 0; i < columns.size(); i++) {
      DbfColumn column = columns.get(i);
      if (column.isReadable()) {
        values.add(value(record, row, column, names.get(i), findings));
      }
    }
  }

  private @Nullable Object value(
      int record, byte[] row, DbfColumn column, String name, List<Finding> findings) {
    try {
      return column.value(row, charset);
    } catch (DbfColumn.UnreadableValue e) {
      findings.add(Finding.ofRecord("F4", Severity.WARN, record, new Bilingual(
          "Column %2$s of record %1$s holds “%3$s”, which isn't a value of its type; it is taken as empty.",
          "第 %s 条记录的 %s 列为“%s”，与列类型不符，按空值处理。").formatted(record, name, e.getMessage())));
      return null;
    }
  }
}

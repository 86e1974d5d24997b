package org.jieshi.ingest;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks behind an import. */
final class ImportTables {

  private ImportTables() {}

  /** Which tables still hold something of an import beside its own row. */
  static List<String> leftOf(JdbcClient jdbc, long id) {
    return Stream.of("import_chunk", "import_row", "import_mark", "import_finding", "spatial_unit_version",
            "administrative_unit")
        .filter(table -> jdbc.sql("select count(*) from " + table + " where import_id = :id").param("id", id)
            .query(Integer.class).single() > 0).toList();
  }
}

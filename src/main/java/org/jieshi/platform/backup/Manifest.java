package org.jieshi.platform.backup;

import java.time.Instant;
import java.util.List;
import org.jieshi.audit.AuditHead;

/** What a backup holds, so that a damaged or incomplete one is known before anything is restored. */
public record Manifest(String product, int format, String schema, Instant writtenAt, AuditHead auditHead,
    List<Table> tables) {

  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  /** @param sha256 of the table's CSV as it stands in the archive */
  public record Table(String name, long rows, String sha256) {

    String entry() {
      return "tables/" + name + ".csv";
    }
  }

  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}

package org.jieshi.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param crs as found, {@code EPSG:4524}; null until it is known
 * @param encoding as found; null until it is known
 * @param findings the weightiest ones; all of them are a list of their own
 * @param preview what a commit would change; null while nobody can tell
 * @param problem why it failed
 * @param version the optimistic lock
 */
public record Import(long id, ImportStatus status, String layer, String fileName, long fileSize, Progress progress,
    @Nullable String crs, @Nullable String encoding, @Nullable Double accuracy, Counts counts,
    List<ReportedFinding> findings, @Nullable Impact preview, @Nullable Failure problem, @Nullable String note,
    Map<String, String> mapping, String createdBy, Instant createdAt, @Nullable String decidedBy,
    @Nullable Instant decidedAt, int version) {

  /** Records done in the present phase, of all. */
  public record Progress(long done, long total) {}

  /** @param warned accepted, with a warning; counted among {@code accepted} too */
  public record Counts(int features, int accepted, int blocked, int warned) {}

  /**
   * @param code the kind of problem, as in problem documents
   * @param fault the exact fault
   * @param record number in the file, from 1
   */
  public record Failure(String code, String fault, String rule, String detail, String detailZh,
      @Nullable Integer record) {}

  Import withFindings(List<ReportedFinding> weightiest) {
    return new Import(id, status, layer, fileName, fileSize, progress, crs, encoding, accuracy, counts, weightiest,
        preview, problem, note, mapping, createdBy, createdAt, decidedBy, decidedAt, version);
  }
}

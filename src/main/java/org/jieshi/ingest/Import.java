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
 * @param preview what a commit would change; null while nobody can tell, which is still being reckoned if {@code phase} of
 *     one that is STAGED says {@code IMPACT}
 * @param problem why it failed
 * @param version the optimistic lock
 * @param phase what is being done with it at the moment, see {@link Phase}; null when nothing is
 * @param remainingSeconds how long the present phase may still take; null before that can be told
 * @param unchanged records left out because the register has them exactly so already
 * @param corrects the import whose left-out records this one brings corrected
 * @param correctedBy the imports that correct this one, oldest first
 * @param transformation number of the set of local parameters it was carried into CGCS2000 with
 */
public record Import(long id, ImportStatus status, String layer, String fileName, long fileSize, Progress progress,
    @Nullable String crs, @Nullable String encoding, @Nullable Double accuracy, Counts counts,
    List<ReportedFinding> findings, @Nullable Impact preview, @Nullable Failure problem, @Nullable String note,
    Map<String, String> mapping, String createdBy, Instant createdAt, @Nullable String decidedBy,
    @Nullable Instant decidedAt, int version, @Nullable String phase, @Nullable Long remainingSeconds, int unchanged,
    @Nullable Long corrects, List<Long> correctedBy, @Nullable Long transformation) {

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

  /** Whether its findings are all there, but not yet what a commit would change. */
  boolean isBeingReckoned() {
    return status == ImportStatus.STAGED && Phase.IMPACT.name().equals(phase);
  }

  Import withFindings(List<ReportedFinding> weightiest) {
    return new Import(id, status, layer, fileName, fileSize, progress, crs, encoding, accuracy, counts, weightiest,
        preview, problem, note, mapping, createdBy, createdAt, decidedBy, decidedAt, version, phase, remainingSeconds,
        unchanged, corrects, correctedBy, transformation);
  }
}

package org.jieshi.audit.proof;

import java.time.Instant;
import org.jieshi.audit.AuditEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of an export, JSON each: a header, the entries in order, the end with its signature. A line has exactly one
 * way to be written, so that not a byte of it can be another without being found.
 */
final class ExportLine {

  static final int FORMAT = 1;

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private ExportLine() {}

  record Header(String product, String what, int format) {

    static final Header OURS = new Header("Jieshi", "audit export", FORMAT);
  }

  record Entry(long seq, Instant at, String actor, String action, String subjectKind, String subjectId, String detail,
      @Nullable Long changeSet, @Nullable String changeDigest, String previousHash, String hash) {

    static Entry of(AuditEntry entry) {
      return new Entry(entry.seq(), entry.at(), entry.actor(), entry.action(), entry.subjectKind(), entry.subjectId(),
          entry.detail(), entry.changeSet(), entry.changeDigest(), entry.previousHash(), entry.hash());
    }

    AuditEntry entry() {
      return new AuditEntry(seq, at, actor, action, subjectKind, subjectId, detail, changeSet, changeDigest, previousHash,
          hash);
    }
  }

  /** @param end how many entries there are, which is the number of the last */
  record End(long end, String hash, Instant writtenAt, String key, String signature) {

    /** What is signed: four lines, each with its end. */
    static String message(long end, String hash, Instant writtenAt) {
      return "Jieshi audit export\n%d\n%s\n%s\n".formatted(end, hash, writtenAt);
    }
  }

  static String write(Object line) {
    return JSON.writeValueAsString(line);
  }

  /** @return null if it is not a line of this kind, written as we write it */
  static <T> @Nullable T read(String line, Class<T> kind) {
    try {
      T read = JSON.readValue(line, kind);
      return read != null && write(read).equals(line) ? read : null;
    } catch (JacksonException notOfThisKind) {
      return null;
    }
  }
}

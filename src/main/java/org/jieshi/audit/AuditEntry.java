package org.jieshi.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One link of the audit chain.
 *
 * @param detail canonical JSON, hashed as it stands
 * @param changeDigest digest over the rows that were changed with this entry; null where none were
 * @param hash SHA-256 over all the other fields, {@code previousHash} among them
 */
public record AuditEntry(long seq, Instant at, String actor, String action, String subjectKind, String subjectId,
    String detail, @Nullable Long changeSet, @Nullable String changeDigest, String previousHash, String hash) {

  /** The hash before the first entry. */
  static final String GENESIS = "0".repeat(64);

  static AuditEntry chained(long seq, Instant at, String actor, AuditEvent event, @Nullable Long changeSet,
      @Nullable String changeDigest, String previousHash) {
    AuditEntry open = new AuditEntry(seq, at, actor, event.action(), event.subjectKind(), event.subjectId(),
        event.detail(), changeSet, changeDigest, previousHash, "");
    return new AuditEntry(seq, at, actor, event.action(), event.subjectKind(), event.subjectId(), event.detail(),
        changeSet, changeDigest, previousHash, open.computedHash());
  }

  /**
   * The hash this entry should have. Each field is preceded by its length in bytes, so that no text can move from one
   * field to the next; an absent field has length -1.
   */
  public String computedHash() {
    MessageDigest digest = sha256();
    for (Object field : new @Nullable Object[] {seq, micros(at), actor, action, subjectKind, subjectId, detail,
        changeSet, changeDigest, previousHash}) {
      byte[] bytes = field == null ? null : field.toString().getBytes(StandardCharsets.UTF_8);
      digest.update(((bytes == null ? -1 : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
      if (bytes != null) {
        digest.update(bytes);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

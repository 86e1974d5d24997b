package org.jieshi.audit.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jieshi.audit.AuditFault;
import org.jieshi.audit.AuditHead;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditTrail;
import org.jieshi.audit.HeadWitness;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The head of the chain of each day, signed: in the database for the page, and as a file for whoever keeps it elsewhere.
 * Who rewrites the whole database, chain and head, still cannot sign; who cuts the chain off behind a signed head is found
 * out by the file.
 */
@Component
public class SignedHeads implements HeadWitness {

  private static final RowMapper<SignedHead> HEAD = (row, number) -> new SignedHead(
      row.getObject("day", LocalDate.class), row.getLong("seq"), row.getString("hash"),
      row.getObject("signed_at", OffsetDateTime.class).toInstant(), row.getString("key_id"), row.getString("signature"));

  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final Path key;
  private final Path folder;

  /**
   * @param key file of the signing key, made at the first signature
   * @param folder for the files, one a day
   */
  SignedHeads(JdbcClient jdbc, AuditTrail trail, AuditLog audit, OfficeClock clock,
      @Value("${jieshi.audit.key}") Path key, @Value("${jieshi.audit.heads}") Path folder) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.audit = audit;
    this.clock = clock;
    this.key = key;
    this.folder = folder;
  }

  /** Newest first. */
  public List<SignedHead> newest(int limit) {
    return jdbc.sql("select * from audit_signed_head order by day desc limit :limit").param("limit", limit).query(HEAD)
        .list();
  }

  /** Signs today's head unless that was done, by this program or another on the database. */
  @Transactional
  public void signToday() throws IOException {
    LocalDate today = clock.today();
    if (jdbc.sql("select exists (select 1 from audit_signed_head where day = :day)").param("day", today)
        .query(Boolean.class).single()) {
      return;
    }
    SignedHead head = SignedHead.of(trail.head(), today, clock.now(), SigningKey.in(key));
    int signed = jdbc.sql("""
        insert into audit_signed_head (day, seq, hash, signed_at, key_id, signature)
        values (:day, :seq, :hash, :signedAt, :key, :signature) on conflict (day) do nothing
        """).param("day", head.day()).param("seq", head.seq()).param("hash", head.hash())
        .param("signedAt", head.signedAt().atOffset(ZoneOffset.UTC)).param("key", head.key())
        .param("signature", head.signature()).update();
    if (signed > 0) {
      audit.record("AUDIT_HEAD_SIGNED", "audit", today, Map.of("seq", head.seq(), "key", head.key()));
    }
  }

  /** Writes the files that are missing, of heads signed with the key at hand. */
  public void writeFiles() throws IOException {
    PublicKey own = SigningKey.in(key).publicHalf();
    Files.createDirectories(folder);
    for (SignedHead head : newest(400)) {
      Path file = folder.resolve(head.day() + ".json");
      if (!Files.exists(file) && head.isSignedBy(own)) {
        Path unfinished = folder.resolve(head.day() + ".json.part");
        Files.writeString(unfinished, head.json() + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** The public half of the key at hand, as PEM. */
  String publicKey() throws IOException {
    return SigningKey.pem(SigningKey.in(key).publicHalf());
  }

  @Override
  public List<AuditFault> faults(LongFunction<@Nullable String> hashOf) {
    List<AuditFault> faults = new ArrayList<>();
    AuditHead last = trail.head();
    jdbc.sql("select * from audit_signed_head order by day").query(HEAD).list()
        .forEach(head -> compare(head, hashOf, last, faults));
    try {
      for (Path file : SignedHead.filesIn(folder)) {
        check(file, hashOf, last, faults);
      }
    } catch (IOException e) {
      faults.add(unreadable(folder, e));
    }
    return faults.stream().distinct().toList();
  }

  private void check(Path file, LongFunction<@Nullable String> hashOf, AuditHead last, List<AuditFault> faults) {
    try {
      SignedHead head = SignedHead.read(file);
      PublicKey own = SigningKey.in(key).publicHalf();
      if (head.key().equals(SigningKey.idOf(own)) && !head.isSignedBy(own)) {
        faults.add(AuditFault.entry(head.seq(), "The signature in %s is false.".formatted(file),
            "%s 中的签名不符。".formatted(file)));
      }
      compare(head, hashOf, last, faults);
    } catch (IOException e) {
      faults.add(unreadable(file, e));
    }
  }

  private static void compare(SignedHead head, LongFunction<@Nullable String> hashOf, AuditHead last,
      List<AuditFault> faults) {
    if (head.seq() == 0) {
      return;
    }
    String hash = hashOf.apply(head.seq());
    if (hash == null) {
      faults.add(ExportVerifier.missing(head, last.seq()));
    } else if (!hash.equals(head.hash())) {
      faults.add(ExportVerifier.another(head));
    }
  }

  private static AuditFault unreadable(Path file, IOException e) {
    return AuditFault.row("audit_signed_head", file.toString(),
        "The signed head in %s cannot be read (%s).".formatted(file, e.getMessage()),
        "无法读取 %s 中的签名链头（%s）。".formatted(file, e.getMessage()));
  }
}

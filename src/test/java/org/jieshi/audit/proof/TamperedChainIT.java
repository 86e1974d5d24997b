package org.jieshi.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jieshi.audit.AuditEntry;
import org.jieshi.audit.AuditFault;
import org.jieshi.audit.AuditHead;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditReport;
import org.jieshi.audit.AuditTrail;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.audit.ChainWalk;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two hundred entries, tampered with in every way: found, and the entry named. */
@EachDatabase
class TamperedChainIT {

  private static final int ENTRIES = 200;

  @Autowired AuditLog audit;
  @Autowired AuditTrail trail;
  @Autowired AuditVerifier verifier;
  @Autowired AuditExport export;
  @Autowired SignedHeads heads;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Value("${jieshi.audit.key}") Path keyFile;
  @Value("${jieshi.audit.heads}") Path headFiles;
  @TempDir Path folder;

  /** Half of them with rows of a table behind them, half without. */
  @BeforeEach
  void theChainHasTwoHundredEntries() {
    while (trail.head().seq() < ENTRIES) {
      long n = trail.head().seq();
      if (n % 10 == 0) {
        users.add("u" + n + System.nanoTime(), "华山 测绘员", Role.SURVEYOR, null, "long enough");
      } else {
        transaction.executeWithoutResult(status ->
            audit.record("SEEN", "test", "第%d号".formatted(n), Map.of("n", n, "意见", "同意\n\"是\"")));
      }
    }
  }

  @Test
  void everyByteOfEveryColumnThatIsAnotherIsFoundAndItsEntryNamed() {
    List<AuditEntry> entries = trail.after(0, ENTRIES);
    int flips = 0;
    for (AuditEntry entry : entries) {
      AuditHead before = before(entries, entry);
      for (AuditEntry tampered : eachByteFlipped(entry)) {
        ChainWalk walk = ChainWalk.after(before);
        walk.step(tampered);
        assertThat(walk.faults()).as("%s for %s", tampered, entry).isNotEmpty()
            .extracting(AuditFault::seq).containsOnly(tampered.seq());
        flips++;
      }
    }
    assertThat(flips).isGreaterThan(ENTRIES * 200);
  }

  private static AuditHead before(List<AuditEntry> entries, AuditEntry entry) {
    int i = entries.indexOf(entry);
    return i == 0 ? ChainWalk.fromTheBeginning().last() : new AuditHead(entries.get(i - 1).seq(), entries.get(i - 1).hash());
  }

  private static List<AuditEntry> eachByteFlipped(AuditEntry e) {
    List<AuditEntry> all = new ArrayList<>();
    long micros = e.at().getEpochSecond() * 1_000_000 + e.at().getNano() / 1_000;
    numbers(e.seq(), seq -> all.add(with(e, seq, e.at(), e.changeSet(), e.actor(), e.action(), e.subjectKind(),
        e.subjectId(), e.detail(), e.changeDigest(), e.previousHash(), e.hash())));
    numbers(micros, at -> all.add(with(e, e.seq(), Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000L))
        .plusNanos(1_000 * Math.floorMod(at, 1_000_000L)), e.changeSet(), e.actor(), e.action(), e.subjectKind(),
        e.subjectId(), e.detail(), e.changeDigest(), e.previousHash(), e.hash())));
    if (e.changeSet() != null) {
      numbers(e.changeSet(), set -> all.add(with(e, e.seq(), e.at(), set, e.actor(), e.action(), e.subjectKind(),
          e.subjectId(), e.detail(), e.changeDigest(), e.previousHash(), e.hash())));
    }
    List<@Nullable String> texts = Arrays.asList(e.actor(), e.action(), e.subjectKind(), e.subjectId(), e.detail(),
        e.changeDigest(), e.previousHash(), e.hash());
    for (int i = 0; i < texts.size(); i++) {
      for (String other : flipped(texts.get(i))) {
        List<@Nullable String> t = new ArrayList<>(texts);
        t.set(i, other);
        all.add(with(e, e.seq(), e.at(), e.changeSet(), t.get(0), t.get(1), t.get(2), t.get(3), t.get(4), t.get(5),
            t.get(6), t.get(7)));
      }
    }
    return all;
  }

  private static AuditEntry with(AuditEntry e, long seq, Instant at, @Nullable Long changeSet, @Nullable String... t) {
    return new AuditEntry(seq, at, t[0], t[1], t[2], t[3], t[4], changeSet, t[5], t[6], t[7]);
  }

  /** Those with a byte that is another, as far as a date goes. */
  private static void numbers(long number, Consumer<Long> use) {
    for (int i = 0; i < Long.BYTES; i++) {
      byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
      bytes[i] ^= 1;
      use.accept(ByteBuffer.wrap(bytes).getLong());
    }
  }

  private static List<String> flipped(@Nullable String text) {
    List<String> others = new ArrayList<>();
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      others.add(new String(bytes, StandardCharsets.UTF_8));
      bytes[i] ^= 1;
    }
    return others;
  }

  @Test
  void everyByteOfAnExportThatIsAnotherIsFoundAndItsEntryNamed() throws IOException {
    List<String> lines = Files.readAllLines(exported());
    ChainWalk chain = ChainWalk.fromTheBeginning();
    for (int i = 1; i < lines.size() - 1; i++) {
      byte[] line = lines.get(i).getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at < line.length; at++) {
        line[at] ^= 1;
        ChainWalk walk = ChainWalk.after(chain.last());
        boolean read = ExportVerifier.step(walk, new String(line, StandardCharsets.UTF_8));
        assertThat(read && walk.faults().isEmpty()).as("line %d, byte %d: %s", i, at, new String(line)).isFalse();
        line[at] ^= 1;
      }
      assertThat(ExportVerifier.step(chain, lines.get(i))).isTrue();
    }
    assertThat(chain.faults()).isEmpty();
  }

  @Test
  void anExportProvesItselfWithThePublicKeyAloneAndEveryTamperingWithItsLinesIsNamed() throws IOException {
    Path whole = exported();
    List<String> lines = Files.readAllLines(whole);
    int end = lines.size() - 1;
    long last = end - 1;

    assertThat(verified(lines, null).faults()).isEmpty();
    assertThat(verified(lines, null).entries()).isEqualTo(last);
    tampered(lines, l -> l.set(77, l.get(77).replace("test", "fest")), "Entry 77 was altered.");
    tampered(lines, l -> l.set(77, l.get(77) + " "), "Line 78, where entry 77 should stand, was altered.");
    tampered(lines, l -> l.remove(77), "Entry 76 is followed by 78.");
    tampered(lines, l -> l.add(78, l.get(77)), "Entry 77 is followed by 77.");
    tampered(lines, l -> l.set(77, l.set(78, l.get(77))), "Entry 76 is followed by 78.");
    tampered(lines, l -> l.remove(0), "Line 1 is not the header of an audit export of format 1.");
    tampered(lines, l -> l.remove(end), "The export ends after entry %d without its signature: it is cut.".formatted(last));
    tampered(lines, l -> l.subList(end - 9, l.size()).clear(),
        "The export ends after entry %d without its signature: it is cut.".formatted(last - 9));
    tampered(lines, l -> l.subList(end - 9, end).clear(),
        "The entries end at %d, but what was signed ends at %d.".formatted(last - 9, last));
    tampered(lines, l -> l.set(end, l.get(end).replaceFirst("\"end\":\\d+", "\"end\":" + (last - 1))),
        "The end of the export is not signed with this key.");
    tampered(lines, l -> l.add(l.get(5)), "Line %d stands after the signed end.".formatted(end + 2));
    assertThat(ExportVerifier.verify(whole, otherKey(), null).faults()).extracting(fault -> fault.fault().en())
        .containsExactly("The end of the export is not signed with this key.");
  }

  @Test
  void aTailThatIsCutOffTogetherWithItsHeadIsFoundByTheHeadThatWasSigned() throws IOException {
    heads.signToday();
    heads.signToday();
    heads.writeFiles();
    SignedHead signed = heads.newest(1).get(0);
    Path file = headFiles.resolve(signed.day() + ".json");
    assertThat(SignedHead.read(file)).isEqualTo(signed);
    assertThat(signed.isSignedBy(SigningKey.publicIn(keyFile))).isTrue();
    assertThat(Files.getPosixFilePermissions(keyFile)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(verifier.verify().faults()).isEmpty();

    transaction.executeWithoutResult(status -> {
      long kept = cutTail(signed.seq());
      // what is left is a whole chain with its head; only what was signed elsewhere knows better
      assertThat(verifier.verifyWithoutWitnesses().faults()).isEmpty();
      assertThat(verifier.verify().faults()).extracting(fault -> fault.fault().en()).containsExactly(
          "On %s entry %d was signed, but the chain ends at %d: its tail is missing.".formatted(signed.day(), signed.seq(),
              kept));
      status.setRollbackOnly();
    });

    List<String> lines = Files.readAllLines(exported());
    assertThat(verified(lines, file).faults()).isEmpty();
    Files.writeString(file, Files.readString(file).replaceFirst("\"seq\":\\d+", "\"seq\":" + (signed.seq() - 1)));
    assertThat(verifier.verify().faults()).extracting(fault -> fault.fault().en())
        .contains("The signature in %s is false.".formatted(file));
    assertThat(verified(lines, file).faults()).extracting(fault -> fault.fault().en())
        .containsExactly("The head of %s in %s is not signed with this key.".formatted(signed.day(), file));
    Files.delete(file);
    heads.writeFiles();
    assertThat(verifier.verify().faults()).isEmpty();
  }

  /** The way of somebody who owns the database: all after the last change of an account goes, and the head is set back. */
  private long cutTail(long signed) {
    List<String> tables = List.of("audit_entry", "audit_change", "audit_change_set", "audit_signed_head");
    tables.forEach(table -> jdbc.sql("alter table " + table + " disable trigger user").update());
    long kept = jdbc.sql("select max(seq) from audit_entry where change_set is not null and seq < :signed")
        .param("signed", signed - 2).query(Long.class).single();
    jdbc.sql("delete from audit_signed_head").update();
    List<Long> sets = jdbc.sql("select change_set from audit_entry where seq > :kept and change_set is not null")
        .param("kept", kept).query(Long.class).list();
    jdbc.sql("delete from audit_entry where seq > :kept").param("kept", kept).update();
    jdbc.sql("delete from audit_change where change_set in (:sets)").param("sets", sets).update();
    jdbc.sql("delete from audit_change_set where id in (:sets)").param("sets", sets).update();
    jdbc.sql("update audit_head set seq = :kept, hash = (select hash from audit_entry where seq = :kept)")
        .param("kept", kept).update();
    tables.forEach(table -> jdbc.sql("alter table " + table + " enable trigger user").update());
    return kept;
  }

  private Path exported() throws IOException {
    Path file = folder.resolve("audit.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      export.write(out);
    }
    return file;
  }

  private void tampered(List<String> lines, Consumer<List<String>> tampering, String named) throws IOException {
    List<String> other = new ArrayList<>(lines);
    tampering.accept(other);
    assertThat(verified(other, null).faults()).extracting(fault -> fault.fault().en()).contains(named);
  }

  private AuditReport verified(List<String> lines, @Nullable Path kept) throws IOException {
    Path publicKey = Files.writeString(folder.resolve("key.pem"), heads.publicKey());
    assertThat(Files.readString(publicKey)).doesNotContain("PRIVATE");
    Path file = Files.writeString(folder.resolve("other.jsonl"), String.join("\n", lines) + "\n");
    return ExportVerifier.verify(file, publicKey, kept);
  }

  private Path otherKey() throws IOException {
    Path other = folder.resolve("other-key.pem");
    SigningKey.in(other);
    return other;
  }
}

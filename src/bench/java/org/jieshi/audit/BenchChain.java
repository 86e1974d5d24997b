package org.jieshi.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Makes a chain longer by a great many entries, each with a change of its own, as offices would in years. They go into the
 * tables behind the triggers, with the hashes that the program itself would have written.
 */
public final class BenchChain {

  private static final List<String> TABLES = List.of("audit_change_set", "audit_change", "audit_entry");
  private static final int AT_ONCE = 50_000;

  private final MessageDigest sha256;

  private BenchChain() throws NoSuchAlgorithmException {
    sha256 = MessageDigest.getInstance("SHA-256");
  }

  public static void grow(DataSource database, AuditHead from, long entries) throws Exception {
    new BenchChain().append(database, from, entries);
  }

  private void append(DataSource database, AuditHead from, long entries) throws SQLException, IOException {
    try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : TABLES) {
        statement.execute("alter table " + table + " disable trigger user");
      }
      AuditHead head = from;
      for (long made = 0; made < entries; made += AT_ONCE) {
        head = part(connection, head, Math.min(AT_ONCE, entries - made));
      }
      statement.execute("update audit_head set seq = %d, hash = '%s'".formatted(head.seq(), head.hash()));
      statement.execute("select setval('audit_change_set_id', (select max(id) + 1 from audit_change_set))");
      for (String table : TABLES) {
        statement.execute("alter table " + table + " enable trigger user");
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze audit_entry, audit_change, audit_change_set");
    }
  }

  private AuditHead part(Connection connection, AuditHead from, long count) throws SQLException, IOException {
    StringBuilder sets = new StringBuilder();
    StringBuilder changes = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    AuditHead head = from;
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    for (long i = 0; i < count; i++) {
      long seq = head.seq() + 1;
      long set = 1_000_000_000L + seq;
      String key = "A2012-" + seq;
      AuditEntry entry = AuditEntry.chained(seq, at, "reviewer", new AuditEvent("APPLICATION_REVIEW", "application", key,
          "{\"from\":\"NOTICED\",\"opinion\":\"权属清楚\",\"to\":\"REVIEWED\"}"), set, digest("application|" + key + "|D|"),
          head.hash());
      sets.append(set).append('\n');
      changes.append(set).append("\tapplication\t").append(key).append("\tD\n");
      lines.append(seq).append('\t').append(at).append('\t').append(entry.actor()).append('\t').append(entry.action())
          .append('\t').append(entry.subjectKind()).append('\t').append(key).append('\t').append(entry.detail())
          .append('\t').append(set).append('\t').append(entry.changeDigest()).append('\t').append(head.hash())
          .append('\t').append(entry.hash()).append('\n');
      head = new AuditHead(seq, entry.hash());
    }
    copy(connection, "audit_change_set (id)", sets);
    copy(connection, "audit_change (change_set, table_name, row_key, operation)", changes);
    copy(connection, "audit_entry", lines);
    return head;
  }

  private static void copy(Connection connection, String into, StringBuilder lines) throws SQLException {
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }

  private String digest(String changes) {
    return HexFormat.of().formatHex(sha256.digest(changes.getBytes(StandardCharsets.UTF_8)));
  }
}

package org.jieshi.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieshi.shared.OfficeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends to the audit chain, in the transaction of the change it tells of.
 *
 * <p>Entries are written just before the commit, so that the head of the chain, whose row lock orders all writers, is
 * held only for that moment. If an entry can't be written, the change is rolled back. A transaction that changes a
 * tracked table and records nothing is refused by the database itself (V1__audit.sql).
 */
@Component
public class AuditLog {

  /** The actor of what the program does by itself. */
  public static final String SYSTEM = "system";

  private final JdbcClient jdbc;
  private final OfficeClock clock;
  private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  AuditLog(JdbcClient jdbc, OfficeClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Records an action of the person signed in.
   *
   * @param action a verb in capitals, as {@code PARCEL_AMENDED}
   * @param subjectKind the kind of record, as {@code parcel}
   * @param subjectId its public id: a parcel code, a case number
   * @param detail facts worth keeping; no personal data beyond names
   * @throws IllegalStateException outside a transaction: a change and its entry belong together
   */
  public void record(String action, String subjectKind, Object subjectId, Map<String, ?> detail) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("audit entry outside a transaction: " + action);
    }
    pending().add(new AuditEvent(action, subjectKind, String.valueOf(subjectId), json.writeValueAsString(detail)));
  }

  public void record(String action, String subjectKind, Object subjectId) {
    record(action, subjectKind, subjectId, Map.of());
  }

  private List<AuditEvent> pending() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(PendingEntries.class::isInstance).map(PendingEntries.class::cast)
        .filter(p -> p.log() == this).findFirst().orElseGet(this::openPending).events;
  }

  private PendingEntries openPending() {
    PendingEntries entries = new PendingEntries();
    TransactionSynchronizationManager.registerSynchronization(entries);
    return entries;
  }

  private void append(List<AuditEvent> events) {
    AuditHead head = jdbc.sql("select seq, hash from audit_head for update").query(AuditHead.class).single();
    Long changeSet = openChangeSet();
    String digest = changeSet == null ? null
        : jdbc.sql("select audit_digest(:set)").param("set", changeSet).query(String.class).single();
    for (int i = 0; i < events.size(); i++) {
      boolean last = i == events.size() - 1;
      AuditEntry entry = AuditEntry.chained(head.seq() + 1, clock.now(), actor(), events.get(i),
          last ? changeSet : null, last ? digest : null, head.hash());
      insert(entry);
      head = new AuditHead(entry.seq(), entry.hash());
    }
    jdbc.sql("update audit_head set seq = :seq, hash = :hash").paramSource(head).update();
    jdbc.sql("select set_config('jieshi.change_set', 'sealed', true)").query(String.class).single();
  }

  /** The change set that the triggers opened in this transaction, if any row of a tracked table was changed. */
  private @Nullable Long openChangeSet() {
    String id = jdbc.sql("select coalesce(current_setting('jieshi.change_set', true), '')")
        .query(String.class).single();
    return id.isEmpty() ? null : Long.valueOf(id);
  }

  private void insert(AuditEntry entry) {
    jdbc.sql("""
        insert into audit_entry (seq, at, actor, action, subject_kind, subject_id, detail, change_set, change_digest,
          previous_hash, hash)
        values (:seq, :at, :actor, :action, :kind, :id, :detail, :changeSet, :digest, :previous, :hash)
        """)
        .param("seq", entry.seq()).param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("actor", entry.actor()).param("action", entry.action())
        .param("kind", entry.subjectKind()).param("id", entry.subjectId()).param("detail", entry.detail())
        .param("changeSet", entry.changeSet()).param("digest", entry.changeDigest())
        .param("previous", entry.previousHash()).param("hash", entry.hash())
        .update();
  }

  private static String actor() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null ? SYSTEM : authentication.getName();
  }

  private final class PendingEntries implements TransactionSynchronization {

    private final List<AuditEvent> events = new ArrayList<>();

    AuditLog log() {
      return AuditLog.this;
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      append(events);
    }
  }
}

package org.jieshi.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves the record: every entry hashes to what it says and follows the one before, every change set has the digest its
 * entry carries, every row of every tracked table is what its last change left, and the chain leads through every head
 * that was signed and kept elsewhere.
 */
@Component
public class AuditVerifier {

  private static final int MOST_FAULTS = 100;

  private final JdbcTemplate jdbc;
  private final AuditTrail trail;
  private final ObjectProvider<HeadWitness> witnesses;

  AuditVerifier(JdbcTemplate jdbc, AuditTrail trail, ObjectProvider<HeadWitness> witnesses) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.witnesses = witnesses;
  }

  /** Reads everything in one snapshot; changes made meanwhile are not seen. At most {@value #MOST_FAULTS} faults. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AuditReport verify() {
    return verify(witnesses.stream().toList());
  }

  /** What the database says of itself alone: a backup is whole, although the chain went on after it. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AuditReport verifyWithoutWitnesses() {
    return verify(List.of());
  }

  private AuditReport verify(List<HeadWitness> witnesses) {
    List<AuditFault> faults = new ArrayList<>();
    AuditHead last = verifyChain(faults);
    AuditHead head = trail.head();
    if (!last.equals(head)) {
      faults.add(AuditFault.entry(head.seq(),
          "The chain ends at entry %d, but its head says %d: entries are missing.".formatted(last.seq(), head.seq()),
          "审计链止于第 %d 条，而链头记为第 %d 条：有记录缺失。".formatted(last.seq(), head.seq())));
    }
    witnesses.forEach(witness -> faults.addAll(witness.faults(this::hashOf)));
    verifyChangeSets(faults);
    long rows = verifyTables(faults);
    return new AuditReport(last.seq(), rows, last,
        List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size()))));
  }

  private AuditHead verifyChain(List<AuditFault> faults) {
    ChainWalk walk = ChainWalk.fromTheBeginning();
    trail.forEach(walk::step);
    faults.addAll(walk.faults());
    return walk.last();
  }

  private @Nullable String hashOf(long seq) {
    return DataAccessUtils.singleResult(
        jdbc.queryForList("select hash from audit_entry where seq = ?", String.class, seq));
  }

  private void verifyChangeSets(List<AuditFault> faults) {
    jdbc.query("""
        select e.seq from audit_entry e where e.change_set is not null and audit_digest(e.change_set) <> e.change_digest
        order by e.seq
        """, row -> {
      faults.add(AuditFault.entry(row.getLong(1), "The changes listed under entry %d were altered.".formatted(
          row.getLong(1)), "第 %d 条所列变更已被改动。".formatted(row.getLong(1))));
    });
    jdbc.query("""
        select c.id, c.table_name, c.row_key from audit_change c
        where not exists (select 1 from audit_entry e where e.change_set = c.change_set) order by c.id
        """, row -> {
      faults.add(AuditFault.row(row.getString(2), row.getString(3), "A change has no audit entry.", "变更没有审计记录。"));
    });
  }

  private long verifyTables(List<AuditFault> faults) {
    long rows = 0;
    for (String table : jdbc.queryForList("""
        select table_name from audit_tracked union select table_name from audit_change order by 1
        """, String.class)) {
      if (!table.matches("[a-z][a-z0-9_]*") || !triggersStand(table)) {
        faults.add(AuditFault.row(table, null, "Table %s is no longer under audit.".formatted(table),
            "表 %s 已不在审计之下。".formatted(table)));
        continue;
      }
      rows += verifyRows(table, faults);
    }
    return rows;
  }

  private boolean triggersStand(String table) {
    return Boolean.TRUE.equals(jdbc.queryForObject("""
        select count(*) = 3 from pg_trigger
        where tgrelid = to_regclass(?) and tgname in ('audit_insert', 'audit_update', 'audit_delete') and tgenabled = 'O'
        """, Boolean.class, table));
  }

  private long verifyRows(String table, List<AuditFault> faults) {
    jdbc.query("""
        with told as (
          select distinct on (row_key) row_key, operation, row_hash from audit_change
          where table_name = '%1$s' order by row_key, id desc),
        found as (
          select %1$s_row_key(r) as row_key, %1$s_row_hash(r) as row_hash from %1$s r)
        select coalesce(f.row_key, t.row_key), t.row_key is null, f.row_key is null
        from found f full join told t on t.row_key = f.row_key
        where (f.row_key is null and t.operation <> 'D') or (f.row_key is not null and f.row_hash is distinct from t.row_hash)
        order by 1
        """.formatted(table), row -> {
      faults.add(fault(table, row.getString(1), row.getBoolean(2), row.getBoolean(3)));
    });
    return jdbc.queryForObject("select count(*) from " + table, Long.class);
  }

  private static AuditFault fault(String table, String row, boolean unknown, boolean gone) {
    if (unknown) {
      return AuditFault.row(table, row, "Row %s of %s was added behind the audit.".formatted(row, table),
          "表 %2$s 的记录 %1$s 系绕过审计添加。".formatted(row, table));
    }
    if (gone) {
      return AuditFault.row(table, row, "Row %s of %s was removed behind the audit.".formatted(row, table),
          "表 %2$s 的记录 %1$s 系绕过审计删除。".formatted(row, table));
    }
    return AuditFault.row(table, row, "Row %s of %s was altered behind the audit.".formatted(row, table),
        "表 %2$s 的记录 %1$s 系绕过审计改动。".formatted(row, table));
  }
}

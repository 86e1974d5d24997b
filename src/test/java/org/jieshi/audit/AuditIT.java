package org.jieshi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EachDatabase
class AuditIT {

  @Autowired AuditLog audit;
  @Autowired AuditTrail trail;
  @Autowired AuditVerifier verifier;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private String name;

  @BeforeEach
  void aUserWhoseRowIsUnderAudit() {
    name = "u" + System.nanoTime();
    users.add(name, "华山 测绘员", Role.SURVEYOR, null, "long enough");
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @AfterEach
  void theRecordIsWholeAgain() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void eachEntryFollowsTheOneBefore() {
    AuditHead before = trail.head();

    users.changePassword(name, "another long one", null);

    AuditEntry entry = trail.after(before.seq(), 10).get(0);
    assertThat(entry.action()).isEqualTo("PASSWORD_CHANGED");
    assertThat(entry.subjectId()).isEqualTo(name);
    assertThat(entry.previousHash()).isEqualTo(before.hash());
    assertThat(trail.head()).isEqualTo(new AuditHead(entry.seq(), entry.hash()));
  }

  @Test
  void aChangeWithoutItsEntryIsRefusedByTheDatabase() {
    assertThatThrownBy(() -> jdbc.sql("update user_account set role = 'APPROVER' where username = :name")
        .param("name", name).update()).hasMessageContaining("change without an audit entry: user_account");

    assertThat(users.get(name).role()).isEqualTo(Role.SURVEYOR);
  }

  @Test
  void anEntryOutsideATransactionIsRefused() {
    assertThatThrownBy(() -> audit.record("X", "test", "1")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoEntry() {
    AuditHead before = trail.head();

    inTransaction().executeWithoutResult(status -> {
      audit.record("NEVER_HAPPENED", "test", "1");
      status.setRollbackOnly();
    });

    assertThat(trail.head()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"update audit_entry set actor = 'nobody'", "delete from audit_entry",
      "truncate audit_entry cascade", "update audit_change set row_hash = 'x'", "delete from audit_change",
      "delete from audit_change_set", "truncate user_account cascade"})
  void auditRecordsAreNeverChanged(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("audit records are never changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "update audit_entry set actor = 'nobody' where seq = :seq",
      "update audit_entry set detail = detail || ' ' where seq = :seq",
      "update audit_entry set at = at + interval '1 microsecond' where seq = :seq",
      "update audit_entry set subject_id = 'somebody' where seq = :seq",
      "delete from audit_entry where seq = :seq",
      "delete from audit_entry where seq = :seq - 1",
      "update audit_change set row_hash = repeat('0', 64) where change_set = (select change_set from audit_entry where seq = :seq)",
      "delete from audit_change where change_set = (select change_set from audit_entry where seq = :seq)",
      "update audit_change set row_key = row_key || 'x' where change_set = (select change_set from audit_entry where seq = :seq)",
      "update audit_change set table_name = 'user' where change_set = (select change_set from audit_entry where seq = :seq)",
      "update audit_change set operation = 'U' where change_set = (select change_set from audit_entry where seq = :seq)",
      "update audit_change set change_set = (select min(id) from audit_change_set) where change_set = (select change_set from audit_entry where seq = :seq)",
      "update audit_head set seq = seq - 1"})
  void aRewrittenPastShows(String tampering) {
    assertFound(() -> behindTheTriggers(tampering));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "update user_account set role = 'APPROVER' where username = :name",
      "update user_account set display_name = upper(display_name) || 'x' where username = :name",
      "update user_account set password_hash = 'x' where username = :name",
      "delete from user_account where username = :name",
      "insert into user_account (username, display_name, password_hash, role, created_at) values ('x' || :name, 'x', 'x', 'APPROVER', now())",
      "update working_calendar_exception set working = not working where day = '2012-01-23'"})
  void aRowAlteredBehindTheTriggersShows(String tampering) {
    assertFound(() -> behindTheTriggers(tampering));
  }

  @Test
  void aTableTakenOutOfTheAuditShows() {
    inTransaction().executeWithoutResult(status -> {
      jdbc.sql("alter table user_account disable trigger audit_update").update();
      assertThat(verifier.verify().faults()).extracting(fault -> fault.fault().en())
          .containsExactly("Table user_account is no longer under audit.");
      status.setRollbackOnly();
    });
  }

  @Test
  void manyWritersMakeOneChain() throws Exception {
    long before = trail.head().seq();
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<? extends Future<?>> all = IntStream.range(0, 80).mapToObj(i -> writers.submit(() ->
          inTransaction().executeWithoutResult(status -> audit.record("WRITTEN", "test", i, Map.of("i", i))))).toList();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(trail.head().seq()).isEqualTo(before + 80);
  }

  /** The tampering is found; it is rolled back, so that the next test starts from a whole record. */
  private void assertFound(Runnable tampering) {
    inTransaction().executeWithoutResult(status -> {
      tampering.run();
      assertThat(verifier.verify().faults()).isNotEmpty();
      status.setRollbackOnly();
    });
  }

  private void behindTheTriggers(String sql) {
    List<String> tables = List.of("user_account", "working_calendar_exception", "audit_entry", "audit_change");
    tables.forEach(table -> jdbc.sql("alter table " + table + " disable trigger user").update());
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    if (sql.contains(":seq")) {
      statement = statement.param("seq", trail.head().seq());
    }
    if (sql.contains(":name")) {
      statement = statement.param("name", name);
    }
    assertThat(statement.update()).isPositive();
    tables.forEach(table -> jdbc.sql("alter table " + table + " enable trigger user").update());
  }

  private TransactionTemplate inTransaction() {
    return new TransactionTemplate(transactions);
  }
}

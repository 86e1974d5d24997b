package org.jieshi.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.audit.proof.SignedHead;
import org.jieshi.audit.proof.SignedHeads;
import org.jieshi.platform.backup.Backup;
import org.jieshi.platform.backup.BackupNote;
import org.jieshi.registration.Office;
import org.jieshi.shared.TestClock;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** The page that tells the administrator how the program is doing, and what the clock does to it. */
@EachDatabase(properties = {"jieshi.jobs.workers=0", "jieshi.data=target/operations"})
@AutoConfigureMockMvc
@Import(Office.class)
@TestMethodOrder(OrderAnnotation.class)
class OperationsIT {

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired Operations operations;
  @Autowired Backup backup;
  @Autowired SignedHeads heads;
  @Autowired AuditLog audit;
  @Autowired AuditVerifier verifier;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Value("${jieshi.data}") Path data;
  @TempDir Path folder;

  @BeforeEach
  void theOfficeIsOpen() {
    office.open();
  }

  @Test
  void theAdministratorSeesHowItIsAndNobodyElseDoes(TestDatabase database) throws Exception {
    state(Office.MANAGER, "MANAGER").andExpect(status().isForbidden());
    http.perform(get("/api/operations")).andExpect(status().isUnauthorized());

    state(Office.ADMINISTRATOR, "ADMINISTRATOR").andExpect(status().isOk())
        .andExpect(jsonPath("$.versions.program").value("0.1.0"))
        .andExpect(database.kind() == DatabaseKind.POSTGIS ? jsonPath("$.versions.postgis").value(startsWith("3."))
            : jsonPath("$.versions.postgis").doesNotExist())
        .andExpect(jsonPath("$.disk.free").isNumber())
        .andExpect(jsonPath("$.database.size").isNumber())
        .andExpect(jsonPath("$.database.mostConnections").value(12))
        .andExpect(jsonPath("$.audit.head.seq").isNumber());
  }

  @Test
  void whatNeedsAttentionIsSaid() throws Exception {
    heads.signToday();
    Path file = folder.resolve("register.zip");
    BackupNote.write(data, file, backup.write(file));
    assertThat(warnings()).noneMatch(each -> each.contains("backup") || each.contains("signed"));
    assertThat(operations.state().backup()).satisfies(note -> {
      assertThat(note.file()).isEqualTo(file.toString());
      assertThat(note.ageHours()).isZero();
    });
    jdbc.sql("""
        insert into job (kind, subject, status, attempts, finished_at, error) values ('import.read', '7', 'FAILED', 3, now(), 'x')
        """).update();
    clock.advance(Duration.ofDays(3));

    assertThat(warnings()).contains("1 jobs were given up: see below why.",
        "The head of the audit chain was not signed since %s.".formatted(TestClock.START));
    assertThat(operations.state().jobs().failures()).extracting(State.Failure::subject).contains("7");
    jdbc.sql("delete from job where kind = 'import.read'").update();
    clock.set(TestClock.START);
  }

  /** Last: it signs a head of a day that is still to come for the others. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aClockThatJumpsIsToldAndBreaksNeitherTheOrderNorTheChain() throws Exception {
    record("before");
    clock.advance(Duration.ofHours(-1));
    record("an hour back");
    assertThat(warnings()).as("its own entry is the newest now").noneMatch(each -> each.contains("clock"));
    clock.advance(Duration.ofDays(365));
    record("a year on");
    heads.signToday();
    clock.advance(Duration.ofDays(-365));

    assertThat(warnings()).anyMatch(each -> each.startsWith("The clock was set back: the newest audit entry is of "));
    assertThat(jdbc.sql("select subject_id from audit_entry where action = 'CLOCK_TRIED' order by seq").query(String.class)
        .list()).containsExactly("before", "an hour back", "a year on");
    heads.signToday();
    assertThat(heads.newest(2)).extracting(SignedHead::day).containsExactly(LocalDate.of(2013, 3, 5), TestClock.START);
    assertThat(verifier.verify().faults()).isEmpty();
    clock.set(TestClock.START);
  }

  private List<String> warnings() throws IOException {
    return operations.state().warnings().stream().map(each -> each.en()).toList();
  }

  private void record(String when) {
    transaction.executeWithoutResult(status -> audit.record("CLOCK_TRIED", "test", when));
  }

  private ResultActions state(String person, String role) throws Exception {
    return http.perform(get("/api/operations").with(user(person).roles(role)));
  }
}

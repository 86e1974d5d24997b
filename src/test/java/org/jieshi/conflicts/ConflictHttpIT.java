package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@EachDatabase
@AutoConfigureMockMvc
class ConflictHttpIT {

  @Autowired MockMvc http;
  @Autowired SpatialUnits units;
  @Autowired Conflicts conflicts;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired AuditLog audit;
  @Autowired AuditVerifier verifier;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void aParcelAndAClaimAcrossItsBoundary() {
    if (units.find(UnitKind.PARCEL, code(1)).isEmpty()) {
      ChangeReason why = new ChangeReason("IMPORT", "1");
      units.add(UnitKind.PARCEL, List.of(parcel(code(1), rectangle(0, 0, 100, 100))), why);
      units.add(UnitKind.CLAIM, List.of(claim("K1", rectangle(95, 0, 100, 100), null)), why);
      users.add("surveyor1", "测绘员", Role.SURVEYOR, null, "long enough");
      users.add("manager1", "管理者", Role.MANAGER, null, "long enough");
    }
  }

  @Test
  void aConflictIsAnsweredWithBothSidesAndItsMeasures() throws Exception {
    long id = conflicts.ofParcel(code(1)).get(0).id();

    ask("/api/conflicts/" + id).andExpect(header().string("ETag", "\"" + conflicts.get(id).revision() + "\""))
        .andExpect(jsonPath("$.left.kind").value("PARCEL"))
        .andExpect(jsonPath("$.left.code").value(code(1)))
        .andExpect(jsonPath("$.right.kind").value("CLAIM"))
        .andExpect(jsonPath("$.right.version").value(1))
        .andExpect(jsonPath("$.overlapClass").value("ENCROACHMENT"))
        .andExpect(jsonPath("$.track").value("OWNERSHIP"))
        .andExpect(jsonPath("$.area").value(500.0))
        .andExpect(jsonPath("$.areaHm2").value(0.05))
        .andExpect(jsonPath("$.meanWidth").value(4.7619))
        .andExpect(jsonPath("$.allowedWidth").value(0.1414))
        .andExpect(jsonPath("$.leftShare").value(0.05))
        .andExpect(jsonPath("$.geometry.type").value("Polygon"))
        .andExpect(jsonPath("$.ruleVersion").value("overlap-1/track-2"))
        .andExpect(jsonPath("$.history[0].what").value("APPEARED"));
  }

  @Test
  void theListIsNarrowedByClassTrackSidesStatusAndWindow() throws Exception {
    expectTotal("/api/conflicts?class=ENCROACHMENT&track=OWNERSHIP&claim=K1&status=OPEN&parcel=" + code(1), 1);
    expectTotal("/api/conflicts?class=NOISE", 0);
    expectTotal("/api/conflicts?status=GONE", 0);
    expectTotal("/api/conflicts?claim=K2", 0);
    expectTotal("/api/conflicts?bbox=109.28,22.41,109.29,22.42", 1);
    expectTotal("/api/conflicts?bbox=109.38,22.41,109.39,22.42", 0);
    expectTotal("/api/parcels/" + code(1) + "/conflicts", 1);
    ask("/api/conflicts?class=HUGE").andExpect(status().isBadRequest());
    ask("/api/parcels/" + code(99) + "/conflicts").andExpect(status().isNotFound());
  }

  @Test
  void theSummaryCountsLandOnce() throws Exception {
    ask("/api/conflicts/summary").andExpect(jsonPath("$.pairArea").value(500.0))
        .andExpect(jsonPath("$.netArea").value(500.0))
        .andExpect(jsonPath("$.netAreaHm2").value(0.05))
        .andExpect(jsonPath("$.byClass.ENCROACHMENT.count").value(1))
        .andExpect(jsonPath("$.byTrack.OWNERSHIP.netArea").value(500.0));
  }

  @Test
  void facesOfAWindowAreListed() throws Exception {
    ask("/api/conflicts/faces?bbox=109.2,22.3,109.4,22.5").andExpect(jsonPath("$.total").value(3))
        .andExpect(jsonPath("$.items[?(@.coveredBy.length() == 2)].area", equalTo(List.of(500.0))));
    ask("/api/conflicts/faces").andExpect(status().isBadRequest());
  }

  @Test
  void aScanFindsWhatIsMissingFromTheRecordAndNothingElse() throws Exception {
    long id = conflicts.ofParcel(code(1)).get(0).id();
    transaction.executeWithoutResult(tx -> {
      jdbc.sql("delete from conflict_event").update();
      jdbc.sql("delete from conflict").update();
      audit.record("LOST", "test", id);
    });

    http.perform(post("/api/conflicts/scan").with(csrf()).with(user("surveyor1").roles("SURVEYOR")))
        .andExpect(status().isAccepted()).andExpect(jsonPath("$.status").value("QUEUED"));
    TestJobs.awaitAll(jdbc);

    long scan = jdbc.sql("select max(id) from conflict_scan").query(Long.class).single();
    ask("/api/conflicts/scans/" + scan).andExpect(jsonPath("$.status").value("DONE"))
        .andExpect(jsonPath("$.progress.done").value(1)).andExpect(jsonPath("$.progress.total").value(1))
        .andExpect(jsonPath("$.appeared").value(1)).andExpect(jsonPath("$.gone").value(0));
    assertThat(conflicts.ofParcel(code(1))).hasSize(1);
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aScanOfWhatIsRightChangesNothing() throws Exception {
    http.perform(post("/api/conflicts/scan").with(csrf()).with(user("surveyor1").roles("SURVEYOR")))
        .andExpect(status().isAccepted());
    TestJobs.awaitAll(jdbc);

    long scan = jdbc.sql("select max(id) from conflict_scan").query(Long.class).single();
    ask("/api/conflicts/scans/" + scan).andExpect(jsonPath("$.appeared").value(0))
        .andExpect(jsonPath("$.changed").value(0)).andExpect(jsonPath("$.gone").value(0));
  }

  @Test
  void oneParcelIsComparedWithEverythingAtOnce() throws Exception {
    long id = conflicts.ofParcel(code(1)).get(0).id();
    transaction.executeWithoutResult(tx -> {
      jdbc.sql("update conflict set rule_version = 'overlap-0'").update();
      audit.record("RULE_WAS_OLDER", "test", id);
    });

    scan(code(1), "surveyor1", "SURVEYOR").andExpect(status().isOk())
        .andExpect(jsonPath("$.parcel").value(code(1))).andExpect(jsonPath("$.version").value(1))
        .andExpect(jsonPath("$.appeared").value(0)).andExpect(jsonPath("$.changed").value(1))
        .andExpect(jsonPath("$.gone").value(0));
    scan(code(1), "surveyor1", "SURVEYOR").andExpect(jsonPath("$.changed").value(0));

    assertThat(jdbc.sql("select count(*) from audit_entry where action = 'PARCEL_SCANNED' and subject_id = :code")
        .param("code", code(1)).query(Integer.class).single()).isEqualTo(2);
    scan(code(1), "manager1", "MANAGER").andExpect(status().isForbidden());
    scan(code(99), "surveyor1", "SURVEYOR").andExpect(status().isNotFound());
  }

  private ResultActions scan(String code, String username, String role) throws Exception {
    return http.perform(post("/api/parcels/" + code + "/conflicts/scan").with(csrf())
        .with(user(username).roles(role)));
  }

  @Test
  void aManagerDoesNotStartScans() throws Exception {
    http.perform(post("/api/conflicts/scan").with(csrf()).with(user("manager1").roles("MANAGER")))
        .andExpect(status().isForbidden());
  }

  private void expectTotal(String address, int total) throws Exception {
    ask(address).andExpect(status().isOk()).andExpect(jsonPath("$.total").value(total));
  }

  private ResultActions ask(String address) throws Exception {
    return http.perform(get(address).with(user("manager1").roles("MANAGER")));
  }
}

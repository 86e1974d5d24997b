package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.MANAGER;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SECOND_APPROVER;
import static org.jieshi.registration.Office.SURVEYOR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.identity.Role;
import org.jieshi.registration.overrides.GateOverride.Status;
import org.jieshi.registration.overrides.Overrides;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Overrides of gates, from the proposal to their end. */
@EachDatabase
@Import(Office.class)
class OverridesIT {

  @Autowired Office office;
  @Autowired ApplicationReading reading;
  @Autowired ParcelHistory history;
  @Autowired Overrides overrides;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @BeforeEach
  void atTheBeginningOfMarch2012() {
    clock.set(TestClock.START);
    office.open();
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void twoApproversLetAReviewGoBeforeTheNoticeHasRunAndItStaysInTheHistory() {
    String parcel = office.parcel();
    String id = office.noticed(parcel);
    assertThat(code(REVIEWER, id, new Command.Review("急办"))).isEqualTo(ProblemCode.GATE_UNMET);

    long override = propose(id, "W1");
    assertThat(code(REVIEWER, id, new Command.Review("急办"))).as("one approver is not enough")
        .isEqualTo(ProblemCode.GATE_UNMET);
    assertThatThrownBy(() -> office.take(APPROVER, id, new Command.ConfirmOverride(override)))
        .hasMessage("FORBIDDEN: You proposed override %d yourself: a second approver confirms it.".formatted(override));
    office.take(SECOND_APPROVER, id, new Command.ConfirmOverride(override));

    ApplicationView view = office.as(MANAGER, () -> reading.view(id));
    assertThat(view.unmet()).isEmpty();
    assertThat(view.overridden()).singleElement().satisfies(fact -> assertThat(fact.gate()).isEqualTo("W1"));
    assertThat(view.overrides()).singleElement()
        .satisfies(shown -> assertThat(shown.status()).isEqualTo(Status.IN_FORCE));
    assertThat(office.take(REVIEWER, id, new Command.Review("急办")).state()).isEqualTo(ApplicationState.REVIEWED);
    assertThat(office.as(MANAGER, () -> reading.view(id)).timeline())
        .filteredOn(event -> event.action().equals("confirm-override")).singleElement().satisfies(event -> {
          assertThat(event.person()).isEqualTo(SECOND_APPROVER);
          assertThat(event.detail()).containsAllEntriesOf(Map.of("gate", "W1", "document", "灵政函〔2012〕3号",
              "proposedBy", APPROVER, "expiresOn", "2012-03-12"));
        });
    assertThat(printed(office.as(MANAGER, () -> history.print(parcel)))).contains("宗地登记经过", parcel, "例外审批 W1",
        "灵政函〔2012〕3号", "政府急办项目", SECOND_APPROVER, "2012-03-12", "条件：W1", "界线依据：1987 年", "意见：急办")
        .doesNotContain("FARM_1987_CERTIFICATE");
  }

  @Test
  void anExpiredOverrideNoLongerPasses() {
    String id = office.noticed(office.parcel());
    long override = propose(id, "W1");
    office.take(SECOND_APPROVER, id, new Command.ConfirmOverride(override));
    clock.set(TestClock.START.plusDays(8));

    assertThat(code(REVIEWER, id, new Command.Review("急办"))).isEqualTo(ProblemCode.GATE_UNMET);
    assertThat(code(SECOND_APPROVER, id, new Command.ConfirmOverride(override)))
        .isEqualTo(ProblemCode.CONFLICTING_STATE);
  }

  @Test
  void anOverrideThatWasTakenBackOrOfAnEarlierSurveyPassesNothing() {
    String id = office.noticed(office.parcel());
    long first = propose(id, "W1");
    office.take(SECOND_APPROVER, id, new Command.ConfirmOverride(first));
    office.take(SECOND_APPROVER, id, new Command.EndOverride(first, "情况有变"));
    assertThat(code(REVIEWER, id, new Command.Review("急办"))).isEqualTo(ProblemCode.GATE_UNMET);
    long second = propose(id, "W1");

    office.take(SURVEYOR, id, office.survey());

    assertThat(overrides.get(id, second).endedWhy()).isEqualTo("RESURVEYED");
  }

  @Test
  void whatMakesNoOverrideIsNamed() {
    String id = office.noticed(office.parcel());

    assertThatThrownBy(() -> propose(id, "W7")).hasMessage("INVALID_FIELD: gate: W7 cannot be overridden; W1 to W6 can. "
        + "Land under a live certificate is never registered again.");
    assertThatThrownBy(() -> propose(id, "W2")).hasMessage(
        "CONFLICTING_STATE: Gate W2 lacks nothing for %s, so there is nothing to override.".formatted(id));
    assertThat(code(APPROVER, id, new Command.ProposeOverride("W1", "急办", "文号", TestClock.START.plusDays(400), null,
        null))).isEqualTo(ProblemCode.INVALID_FIELD);
    assertThat(code(REVIEWER, id, new Command.ProposeOverride("W1", "急办", "文号", TestClock.START, null, null)))
        .isEqualTo(ProblemCode.FORBIDDEN);
    assertThat(code(APPROVER, id, new Command.ConfirmOverride(999_999L))).isEqualTo(ProblemCode.NOT_FOUND);
  }

  @Test
  void aDocumentThatCannotBeHadIsOverriddenAtTheEntryAndNothingElseIs() {
    String id = office.consulted(office.parcel());
    long override = propose(id, "W6");
    office.take(SECOND_APPROVER, id, new Command.ConfirmOverride(override));
    assertThat(overrides.get(id, override).facts()).hasSize(5);

    assertThat(office.take(APPROVER, id, new Command.Register(null)).state()).isEqualTo(ApplicationState.REGISTERED);
  }

  @Test
  void theTableItselfKeepsFourEyesApartFromAnOverride() {
    String id = office.noticed(office.parcel());

    assertThatThrownBy(() -> jdbc.sql("update application set reviewer = surveyor where id = :id").param("id", id)
        .update()).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aSmallOfficeOverridesFourEyesForOnePersonAndOneStep() {
    String id = office.noticed(office.parcel());
    office.waitForNotice(id);
    office.promote(SURVEYOR, Role.REVIEWER);
    try {
      assertThat(code(SURVEYOR, id, new Command.Review("权属清楚"))).isEqualTo(ProblemCode.GATE_UNMET);
      office.take(APPROVER, id, new Command.ProposeOverride("W4", "仅一名工作人员", "灵政函〔2012〕4号",
          clock.today().plusDays(5), "review", SURVEYOR));
      long override = overrides.of(id).get(0).id();
      assertThat(overrides.get(id, override).facts()).extracting(fact -> fact.en()).isEqualTo(List.of(
          "surveyor.t acted as surveyor and cannot act as reviewer too: another person must."));
      office.take(SECOND_APPROVER, id, new Command.ConfirmOverride(override));

      assertThat(office.take(SURVEYOR, id, new Command.Review("权属清楚")).reviewer()).isEqualTo(SURVEYOR);
    } finally {
      office.promote(SURVEYOR, Role.SURVEYOR);
    }
  }

  private static String printed(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private long propose(String id, String gate) {
    office.take(APPROVER, id, new Command.ProposeOverride(gate, "政府急办项目", "灵政函〔2012〕3号",
        clock.today().plusDays(7), null, null));
    return overrides.of(id).get(overrides.of(id).size() - 1).id();
  }

  private ProblemCode code(String person, String id, Command command) {
    return catchThrowableOfType(ProblemException.class, () -> office.take(person, id, command)).problem().code();
  }
}

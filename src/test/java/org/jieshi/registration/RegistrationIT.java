package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;

import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.coordination.LetterDecision;
import org.jieshi.fees.Settlement;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.registration.Suspension.Cause;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.investigation.UseDecision;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the survey to the entry in the register, past the gates. */
@EachDatabase
@Import(Office.class)
class RegistrationIT {

  private static final ChangeReason AGREEMENT = new ChangeReason("AGREEMENT", "调2012-0001");

  @Autowired Office office;
  @Autowired Applications applications;
  @Autowired ApplicationReading reading;
  @Autowired SpatialUnits units;
  @Autowired Users users;
  @Autowired AuditVerifier verifier;
  @Autowired AuditLog audit;
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
  void aClearParcelGoesByTheLeaderToTheRegister() {
    String parcel = office.parcel();
    String id = office.registered(parcel);

    ApplicationView view = view(APPROVER, id);
    assertThat(view.state()).isEqualTo(ApplicationState.REGISTERED);
    assertThat(view.timeline()).extracting(ApplicationEvent::action, ApplicationEvent::person).containsExactly(
        tuple("apply", SURVEYOR),
        tuple("record-survey", SURVEYOR),
        tuple("publish-notice", REVIEWER),
        tuple("review", REVIEWER),
        tuple("approve", APPROVER),
        tuple("consult", REVIEWER),
        tuple("settle-fees", REVIEWER),
        tuple("register", APPROVER));
    assertThat(view.nextAction()).isEqualTo("certify");
    assertThat(view.unmet()).isEmpty();
    assertThat(view(REVIEWER, id).unmet()).as("a step of somebody else's lacks nothing by that").isEmpty();
    assertThat(view.registeredOn()).isEqualTo(clock.today());
    assertThat(view.title().holder()).isEqualTo("华山农场");
    assertThat(status(parcel)).isEqualTo(UnitStatus.PENDING);
    assertThat(view.fees().due().amount()).isEqualByComparingTo("500.00");
  }

  @Test
  void aVillageClaimOverTheParcelStopsIt() {
    String parcel = office.parcel();
    String id = office.apply(parcel);
    office.take(SURVEYOR, id, office.survey());
    units.add(UnitKind.CLAIM, List.of(Land.claim("C-" + parcel, office.land(parcel, 5, 10, 1000), "1962年材料")),
        AGREEMENT);

    ProblemException refused = refused(REVIEWER, id, new Command.PublishNotice("场部公告栏"));
    assertThat(refused.problem().unmet()).singleElement().satisfies(unmet -> {
      assertThat(unmet.gate()).isEqualTo("W2");
      assertThat(unmet.fact().en()).contains("C-" + parcel, "5000.00 m²");
    });
  }

  @Test
  void aClaimThatAppearsAfterTheApprovalStopsTheEntryInTheRegister() {
    String parcel = office.parcel();
    String id = office.consulted(parcel);
    office.complete(id);
    units.add(UnitKind.CLAIM, List.of(Land.claim("C-" + parcel, office.land(parcel, 5, 10, 1000), null)), AGREEMENT);

    assertThat(refused(APPROVER, id, new Command.Register(null)).problem().unmet())
        .extracting(unmet -> unmet.gate()).containsExactly("W2");
  }

  @Test
  void forestLandWaitsForTheForestryDepartment() {
    String id = office.apply(office.parcel());
    Command.RecordSurvey survey = office.survey();
    office.take(SURVEYOR, id, new Command.RecordSurvey(survey.boundaryBasis(), survey.basisDocument(),
        survey.surveyedOn(), survey.neighbours(), null, new TitleFacts(null, null, null, null,
            new LandUse("GB/T 21010-2007", "031"), null, null)));
    office.take(REVIEWER, id, new Command.PublishNotice("场部公告栏"));
    office.waitForNotice(id);
    office.take(REVIEWER, id, new Command.Review("权属清楚"));
    office.take(APPROVER, id, new Command.Approve("同意"));
    office.take(REVIEWER, id, new Command.Consult(null, null, null));
    office.complete(id);
    String undecided = "W3 The approved use 031 (GB/T 21010-2007) and the actual use 021 (GB/T 21010-2007) differ,"
        + " and no decision tells which one is registered.";
    assertUnmet(APPROVER, id, new Command.Register(null),
        "W3 The use is forest land, and the forestry department has not answered.", undecided);

    office.answer(id, LetterDecision.OBJECTED);
    assertThat(refused(APPROVER, id, new Command.Register(null)).problem().unmet()).hasSize(3);

    office.take(REVIEWER, id, new Command.Consult("协商后再次征求意见", null, 5));
    office.answer(id, LetterDecision.AGREED);
    assertUnmet(APPROVER, id, new Command.Register(null), undecided);

    office.take(APPROVER, id, new Command.DecideLandUse(UseDecision.Registered.ACTUAL, "协商一致，按现状登记",
        "灵林函〔2012〕5号"));
    assertThat(office.take(APPROVER, id, new Command.Register(null)).state()).isEqualTo(ApplicationState.REGISTERED);
  }

  @Test
  void feesAndDocumentsAreEachNamed() {
    String id = office.consulted(office.parcel());

    assertUnmet(APPROVER, id, new Command.Register(null),
        "W6 The fee is not settled: 500.00 yuan are open by 桂涉价字[1994]210号.",
        "W6 The document application form has no file.", "W6 The document proof of the holder's identity has no file.",
        "W6 The document investigation form has no file.", "W6 The document proof of the source of the right has no file.");
  }

  @Test
  void anExemptionNeedsTheLeaderAndIsKeptWithItsDocument() {
    String id = office.consulted(office.parcel());
    assertThatThrownBy(() -> office.take(REVIEWER, id, new Command.ExemptFees("减免", "文号")))
        .hasMessageStartingWith("FORBIDDEN");

    office.take(APPROVER, id, new Command.ExemptFees("国有农场减免", "桂价函[2012]1号"));

    Settlement settlement = view(APPROVER, id).fees().settlement();
    assertThat(settlement.kind()).isEqualTo(Settlement.Kind.EXEMPTED);
    assertThat(settlement.amount()).isEqualByComparingTo("500.00");
    assertThat(settlement.exemptionDocument()).isEqualTo("桂价函[2012]1号");
  }

  @Test
  void aPersonWhoseRoleChangedStillCannotJudgeTheirOwnWork() {
    users.add("climber", "升职者", Role.SURVEYOR, null, Office.PASSWORD);
    String id = office.apply(office.parcel());
    office.take("climber", id, office.survey());
    office.promote("climber", Role.REVIEWER);

    assertUnmet("climber", id, new Command.PublishNotice("场部公告栏"),
        "W4 climber acted as surveyor and cannot act as reviewer too: another person must.");
  }

  @Test
  void aParcelOfUnknownAccuracyStops() {
    String id = office.apply(office.parcel(1000, null));
    office.take(SURVEYOR, id, office.survey());

    assertThat(refused(REVIEWER, id, new Command.PublishNotice("场部公告栏")).problem().unmet())
        .extracting(unmet -> unmet.gate()).containsExactly("W1", "W2");
  }

  @Test
  void anApplicationOfAParcelThatWasRetiredCanOnlyEnd() {
    String parcel = office.parcel();
    String id = office.noticed(parcel);
    units.withdraw(units.get(UnitKind.PARCEL, parcel).ref(), AGREEMENT);
    office.waitForNotice(id);

    assertThat(refused(REVIEWER, id, new Command.Review("权属清楚")).problem().unmet())
        .extracting(unmet -> unmet.fact().en()).contains("The parcel is no longer on the register.");
    assertThat(refused(SURVEYOR, id, office.survey()).problem().detail().en())
        .isEqualTo("Parcel %s is no longer on the register: withdraw the application.".formatted(parcel));
    office.take(SURVEYOR, id, new Command.Withdraw("宗地已注销"));
    assertThat(status(parcel)).isEqualTo(UnitStatus.RETIRED);
  }

  @Test
  void aSuspensionForADisputeShowsOnTheParcelAndEndsWithIt() {
    String parcel = office.parcel();
    String id = office.noticed(parcel);

    office.take(REVIEWER, id, new Command.Suspend("村民阻挠", Cause.DISPUTE));
    assertThat(status(parcel)).isEqualTo(UnitStatus.DISPUTED);
    assertUnmetIsState(APPROVER, id, new Command.Approve("同意"));

    office.take(REVIEWER, id, new Command.Resume("已协商一致"));
    assertThat(status(parcel)).isEqualTo(UnitStatus.PENDING);
    assertThat(applications.get(id).state()).isEqualTo(ApplicationState.NOTICED);
  }

  private ApplicationView view(String person, String id) {
    return office.as(person, () -> reading.view(id));
  }

  private UnitStatus status(String parcel) {
    return units.get(UnitKind.PARCEL, parcel).status();
  }

  private ProblemException refused(String person, String id, Command command) {
    return catchThrowableOfType(ProblemException.class, () -> office.take(person, id, command));
  }

  private void assertUnmet(String person, String id, Command command, String... facts) {
    ProblemException refused = refused(person, id, command);
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.GATE_UNMET);
    assertThat(refused.problem().unmet().stream().map(unmet -> unmet.gate() + " " + unmet.fact().en()))
        .containsExactly(facts);
  }

  private void assertUnmetIsState(String person, String id, Command command) {
    assertThat(refused(person, id, command).problem().code()).isEqualTo(ProblemCode.CONFLICTING_STATE);
  }
}

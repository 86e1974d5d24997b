package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.coordination.LetterDecision;
import org.jieshi.fees.Settlement;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.registration.Suspension.Cause;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.notice.NewObjection;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.Notices;
import org.jieshi.registration.notice.Objection;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EachDatabase
@Import(Office.class)
class RegistrationIT {

  private static final ChangeReason AGREEMENT = new ChangeReason("AGREEMENT", "调2012-0001");
  private static final NewObjection OBJECTION = new NewObjection("黄某", "138 0000 0000", "该地为我村所有", "1962年四固定材料");

  @Autowired Office office;
  @Autowired Applications applications;
  @Autowired ApplicationReading reading;
  @Autowired ApplicationBatch batch;
  @Autowired ObjectionDesk objections;
  @Autowired Notices notices;
  @Autowired SpatialUnits units;
  @Autowired Users users;
  @Autowired AuditVerifier verifier;
  @Autowired AuditLog audit;
  @Autowired PlatformTransactionManager transactions;
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
    assertThat(view.registeredOn()).isEqualTo(clock.today());
    assertThat(view.title().holder()).isEqualTo("华山农场");
    assertThat(status(parcel)).isEqualTo(UnitStatus.PENDING);
    assertThat(view.fees().due().amount()).isEqualByComparingTo("500.00");
  }

  @Test
  void aNoticeOfFifteenWorkingDaysIsNotOverBeforeItsLastDayIs() {
    String id = office.noticed(office.parcel());
    Notice notice = notices.latest(id).orElseThrow();
    assertThat(notice.deadline()).isEqualTo(LocalDate.of(2012, 3, 26));

    clock.set(notice.deadline());
    assertUnmet(REVIEWER, id, new Command.Review("权属清楚"),
        "W1 Notice %s runs until 2012-03-26 inclusive.".formatted(notice.number()));

    clock.set(LocalDate.of(2012, 3, 27));
    assertThat(office.take(REVIEWER, id, new Command.Review("权属清楚")).state()).isEqualTo(ApplicationState.REVIEWED);
  }

  @Test
  void theNoticeSaysEverythingInBothLanguages() {
    String parcel = office.parcel();
    Notice notice = notices.latest(office.noticed(parcel)).orElseThrow();

    assertThat(notice.text().zh()).contains(notice.number(), "灵山县", parcel, "权利人：华山农场", "坐落：新圩镇",
        "10000.00 平方米（1.0000 公顷）", "果园 021（GB/T 21010-2007）", "国有农用地使用权", "划拨",
        "2012-03-05 至 2012-03-26（含当日，共 15 个工作日）", "公示地点：本页面及场部公告栏");
    assertThat(notice.text().en()).contains("Lingshan County", "Holder: 华山农场", "10000.00 m² (1.0000 hm²)",
        "by allocation", "until 2012-03-26 inclusive (15 working days)");
  }

  @Test
  void aBoundaryChangedDuringTheNoticeStartsEverythingAnew() {
    String parcel = office.parcel();
    String id = office.noticed(parcel);
    clock.advance(Duration.ofDays(10));
    units.amend(units.get(UnitKind.PARCEL, parcel).ref(), office.land(parcel, 0, 9, 1000), AGREEMENT);
    clock.set(LocalDate.of(2012, 4, 20));

    String first = notices.latest(id).orElseThrow().number();
    assertUnmet(REVIEWER, id, new Command.Review("权属清楚"),
        "W1 Notice %s shows version 1 of the boundary; version 2 is in force: survey and publish again.".formatted(first));

    office.take(SURVEYOR, id, office.survey());
    assertThat(notices.latest(id).orElseThrow().stands()).isFalse();
    office.take(REVIEWER, id, new Command.PublishNotice("场部公告栏"));
    Notice second = notices.latest(id).orElseThrow();
    assertThat(second.publishedOn()).isEqualTo(LocalDate.of(2012, 4, 20));
    assertThat(second.deadline()).isAfter(LocalDate.of(2012, 5, 10));
    assertThat(second.parcelVersion()).isEqualTo(2);
  }

  @Test
  void aSurveyOfTheOldBoundaryIsNotPublished() {
    String parcel = office.parcel();
    String id = office.apply(parcel);
    office.take(SURVEYOR, id, office.survey());
    units.amend(units.get(UnitKind.PARCEL, parcel).ref(), office.land(parcel, 0, 9, 1000), AGREEMENT);

    assertUnmet(REVIEWER, id, new Command.PublishNotice("场部公告栏"),
        "W1 The investigation is of version 1 of the boundary; version 2 is in force: record a new survey.");
  }

  @Test
  void aYearWithoutACalendarStopsTheNotice() {
    String id = office.apply(office.parcel());
    clock.set(LocalDate.of(2045, 3, 6));
    office.take(SURVEYOR, id, office.survey());

    assertUnmet(REVIEWER, id, new Command.PublishNotice("场部公告栏"),
        "W1 The working-day calendar of 2045 is missing; an administrator must enter it.");
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
  void anObjectionStopsTheReviewAndLeadsToTheMeeting() {
    String id = office.noticed(office.parcel());
    Objection objection = objections.lodge(notices.latest(id).orElseThrow().id(), OBJECTION);
    office.waitForNotice(id);
    assertUnmet(REVIEWER, id, new Command.Review("权属清楚"),
        "W2 Objection %s has not been answered.".formatted(objection.receipt()));

    office.as(REVIEWER, () -> objections.reject(objection.id(), "经查，四固定材料所载为邻地。"));
    office.take(REVIEWER, id, new Command.Review("异议不成立"));
    assertUnmet(APPROVER, id, new Command.Approve("同意"),
        "W5 Objection %s was lodged: the bureau meeting decides, with minutes.".formatted(objection.receipt()));
    assertThat(view(APPROVER, id).nextAction()).isEqualTo("decide-in-meeting");

    office.take(APPROVER, id, office.meeting());
    office.take(REVIEWER, id, new Command.Consult(null, null, null));
    office.complete(id);
    assertThat(office.take(APPROVER, id, new Command.Register(null)).state()).isEqualTo(ApplicationState.REGISTERED);
    assertThat(applications.get(id).minutes().meetingNumber()).isEqualTo("灵局务〔2012〕7号");
  }

  @Test
  void minutesOnAnEarlierSurveyDecideNothingAboutTheNewOne() {
    String id = office.noticed(office.parcel());
    Objection objection = objections.lodge(notices.latest(id).orElseThrow().id(), OBJECTION);
    office.as(REVIEWER, () -> objections.reject(objection.id(), "不成立"));
    office.waitForNotice(id);
    office.take(REVIEWER, id, new Command.Review("异议不成立"));
    office.take(APPROVER, id, office.meeting());
    clock.advance(Duration.ofDays(1));

    office.take(SURVEYOR, id, office.survey());
    office.take(REVIEWER, id, new Command.PublishNotice("场部公告栏"));
    office.waitForNotice(id);
    office.take(REVIEWER, id, new Command.Review("权属清楚"));

    assertThat(refused(APPROVER, id, new Command.Approve("同意")).problem().unmet())
        .extracting(unmet -> unmet.gate()).containsExactly("W5");
  }

  @Test
  void anObjectionAfterTheLastDayIsToldWhereToGo() {
    String id = office.noticed(office.parcel());
    Notice notice = notices.latest(id).orElseThrow();
    clock.set(notice.deadline().plusDays(1));

    assertThatThrownBy(() -> objections.lodge(notice.id(), OBJECTION)).isInstanceOf(ProblemException.class)
        .hasMessage("CONFLICTING_STATE: Objections to notice %s ended on 2012-03-26: whoever has a right to the land can "
            .formatted(notice.number())
            + "still apply to the land office for a decision on the ownership dispute, or for objection registration.");
  }

  @Test
  void anObjectionOnTheLastDayIsInTime() {
    String id = office.noticed(office.parcel());
    Notice notice = notices.latest(id).orElseThrow();
    clock.set(notice.deadline());

    assertThat(objections.lodge(notice.id(), OBJECTION).status()).isEqualTo(Objection.Status.OPEN);
  }

  @Test
  void anUpheldObjectionStopsTheApplicationUntilItsCaseIsNamed() {
    String parcel = office.parcel();
    String id = office.noticed(parcel);
    Objection objection = objections.lodge(notices.latest(id).orElseThrow().id(), OBJECTION);

    office.as(REVIEWER, () -> objections.uphold(objection.id(), "材料属实，应先处理争议。"));

    assertThat(applications.get(id).state()).isEqualTo(ApplicationState.SUSPENDED);
    assertThat(status(parcel)).isEqualTo(UnitStatus.DISPUTED);
    assertUnmet(REVIEWER, id, new Command.Resume("继续"), "W2 Objection %s was upheld: open a dispute case for it and name the case."
        .formatted(objection.receipt()));
    assertThatThrownBy(() -> office.as(REVIEWER, () -> objections.nameCase(objection.id(), "调2012-9999")))
        .hasMessage("INVALID_FIELD: There is no case 调2012-9999 about parcel %s: open it first.".formatted(parcel));
    assertThatThrownBy(() -> office.as(REVIEWER, () -> objections.reject(objection.id(), "又不成立")))
        .isInstanceOf(ProblemException.class);
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
    assertUnmet(APPROVER, id, new Command.Register(null),
        "W3 The use is forest land, and the forestry department has not answered.");

    office.answer(id, LetterDecision.OBJECTED);
    assertThat(refused(APPROVER, id, new Command.Register(null)).problem().unmet()).hasSize(2);

    office.take(REVIEWER, id, new Command.Consult("协商后再次征求意见", null, 5));
    office.answer(id, LetterDecision.AGREED);
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
    promote("climber", Role.REVIEWER);

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

  @Test
  void whatIsWithdrawnLeavesTheParcelAndItsNoticeFree() {
    String parcel = office.parcel();
    String id = office.noticed(parcel);

    office.take(SURVEYOR, id, new Command.Withdraw("申请人撤回"));

    assertThat(status(parcel)).isEqualTo(UnitStatus.SURVEYED);
    assertThat(notices.latest(id).orElseThrow().endedWhy()).isEqualTo("CLOSED");
    assertThat(office.apply(parcel)).isNotEqualTo(id);
  }

  @Test
  void aParcelHasOneOpenApplicationWhoeverIsFaster() throws Exception {
    String parcel = office.parcel();
    ExecutorService clerks = Executors.newFixedThreadPool(6);
    try {
      List<Future<String>> all = IntStream.range(0, 6).mapToObj(i -> clerks.submit(() -> {
        try {
          return office.apply(parcel);
        } catch (ProblemException refused) {
          return refused.problem().code().name();
        }
      })).toList();
      List<String> outcomes = new ArrayList<>();
      for (Future<String> one : all) {
        outcomes.add(one.get());
      }
      assertThat(outcomes).filteredOn(ProblemCode.DUPLICATE.name()::equals).hasSize(5);
    } finally {
      clerks.shutdownNow();
    }
    assertThat(jdbc.sql("select count(*) from application where parcel = :parcel").param("parcel", parcel)
        .query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void theDatabaseItselfRefusesASecondOpenApplication() {
    String parcel = office.parcel();
    String id = office.apply(parcel);

    assertThatThrownBy(() -> jdbc.sql("""
        insert into application (id, number, unit_id, parcel, state, applied_on, applied_by, created_at)
        select 'A2012-9999', 'x', unit_id, parcel, 'APPLIED', applied_on, applied_by, created_at
        from application where id = :id
        """).param("id", id).update()).isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("application_one_open_per_parcel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"update notice_period set working_days = 1", "delete from required_document",
      "update tariff_rate set rate = 0", "update application_event set person = 'nobody'"})
  void rulesAndHistoryAreNotRewritten(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void numbersHaveNoGapsEvenAfterARefusal() {
    String first = office.parcel();
    String second = office.parcel();
    String one = office.apply(first);
    assertThatThrownBy(() -> office.apply(first)).hasMessageStartingWith("DUPLICATE");

    String two = office.apply(second);

    assertThat(Integer.parseInt(two.substring(6))).isEqualTo(Integer.parseInt(one.substring(6)) + 1);
  }

  @Test
  void aBatchTellsWhatBecameOfEach() {
    String clear = office.parcel();
    String taken = office.parcel();
    office.apply(taken);

    ApplicationBatch.Result applied = office.as(SURVEYOR,
        () -> batch.apply(List.of(clear, taken, "450721001003GN99999")));

    assertThat(applied.items()).extracting(ApplicationBatch.Item::code).containsExactly(null, ProblemCode.DUPLICATE,
        ProblemCode.NOT_FOUND);
    assertThat(applied.done()).isEqualTo(1);
    assertThat(applied.refused()).isEqualTo(2);

    String id = applied.items().get(0).id();
    ApplicationBatch.Result noticed = office.as(REVIEWER,
        () -> batch.act(List.of(id), new Command.PublishNotice("场部公告栏")));
    assertThat(noticed.items().get(0).code()).isEqualTo(ProblemCode.CONFLICTING_STATE);
  }

  @Test
  void anImportIsNotTakenBackFromUnderAnApplication() {
    String parcel = office.parcel();
    units.add(UnitKind.PARCEL, List.of(Land.imported(Land.parcel(parcel, office.land(parcel, 0, 10, 900)), 77)),
        new ChangeReason("IMPORT", "77"));
    office.apply(parcel);

    assertThatThrownBy(() -> units.undoImport(77)).isInstanceOf(ProblemException.class);
  }

  private void promote(String person, Role role) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      jdbc.sql("update user_account set role = :role where username = :person").param("role", role.name())
          .param("person", person).update();
      audit.record("USER_PROMOTED", "user", person, Map.of("role", role.name()));
    });
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

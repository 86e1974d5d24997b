package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;

import java.time.Duration;
import java.time.LocalDate;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Public notices and objections. */
@EachDatabase
@Import(Office.class)
class NoticesIT {

  private static final ChangeReason AGREEMENT = new ChangeReason("AGREEMENT", "调2012-0001");
  private static final NewObjection OBJECTION = new NewObjection("黄某", "138 0000 0000", "该地为我村所有", "1962年四固定材料");

  @Autowired Office office;
  @Autowired Applications applications;
  @Autowired ApplicationReading reading;
  @Autowired ObjectionDesk objections;
  @Autowired Notices notices;
  @Autowired SpatialUnits units;
  @Autowired AuditVerifier verifier;
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
  void aNoticeOfFifteenWorkingDaysIsNotOverBeforeItsLastDayIs() {
    String id = office.noticed(office.parcel());
    Notice notice = notices.latest(id).orElseThrow();
    assertThat(notice.deadline()).isEqualTo(LocalDate.of(2012, 3, 26));

    clock.set(notice.deadline());
    assertUnmet(REVIEWER, id, new Command.Review("权属清楚"),
        "W1 Notice %s runs until 2012-03-26 inclusive.".formatted(notice.number()));

    // a clock that runs a year ahead and is set right ends nothing by itself, nor does one that is set back
    clock.set(notice.deadline().plusYears(1));
    clock.set(notice.publishedOn().minusDays(1));
    clock.set(notice.deadline());
    assertUnmet(REVIEWER, id, new Command.Review("权属清楚"),
        "W1 Notice %s runs until 2012-03-26 inclusive.".formatted(notice.number()));
    assertThat(notices.latest(id)).contains(notice);

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
  void theOfficeSeesWhoeverWaitsForAnAnswerAndHowToReachThem() {
    String id = office.noticed(office.parcel());
    Objection waiting = objections.lodge(notices.latest(id).orElseThrow().id(), OBJECTION).objection();
    Objection answered = objections.lodge(notices.latest(id).orElseThrow().id(), OBJECTION).objection();
    office.as(REVIEWER, () -> objections.reject(answered.id(), "经查，四固定材料所载为邻地。"));

    office.as(REVIEWER, () -> assertThat(objections.page(Objection.Status.OPEN, 0, 50).items())
        .filteredOn(objection -> objection.applicationId().equals(id))
        .satisfiesExactly(objection -> {
          assertThat(objection.id()).isEqualTo(waiting.id());
          assertThat(objection.contact()).isEqualTo("138********00");
        }));
    assertThatThrownBy(() -> office.as(SURVEYOR, () -> objections.page(null, 0, 50)))
        .isInstanceOfSatisfying(ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.FORBIDDEN));
  }

  @Test
  void anObjectionStopsTheReviewAndLeadsToTheMeeting() {
    String id = office.noticed(office.parcel());
    Objection objection = objections.lodge(notices.latest(id).orElseThrow().id(), OBJECTION).objection();
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
    Objection objection = objections.lodge(notices.latest(id).orElseThrow().id(), OBJECTION).objection();
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

    assertThat(objections.lodge(notice.id(), OBJECTION).objection().status()).isEqualTo(Objection.Status.OPEN);
  }

  @Test
  void anUpheldObjectionStopsTheApplicationUntilItsCaseIsNamed() {
    String parcel = office.parcel();
    String id = office.noticed(parcel);
    Objection objection = objections.lodge(notices.latest(id).orElseThrow().id(), OBJECTION).objection();

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
  void whatIsWithdrawnLeavesTheParcelAndItsNoticeFree() {
    String parcel = office.parcel();
    String id = office.noticed(parcel);

    office.take(SURVEYOR, id, new Command.Withdraw("申请人撤回"));

    assertThat(status(parcel)).isEqualTo(UnitStatus.SURVEYED);
    assertThat(notices.latest(id).orElseThrow().endedWhy()).isEqualTo("CLOSED");
    assertThat(office.apply(parcel)).isNotEqualTo(id);
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
}

package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jieshi.registration.Office.ADMINISTRATOR;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.MANAGER;
import static org.jieshi.registration.Office.MEDIATOR;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.registration.form.FormView;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.PointingStep;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The investigation form: pointing with absence, service and objection; the boundary table; holders; the paper. */
@EachDatabase
@Import(Office.class)
class InvestigationIT {

  private static final JsonMapper JSON = JsonMapper.builder().addMixIn(Geometry.class, NoGeometry.class).build();

  @JsonIgnoreType
  private interface NoGeometry {
  }

  @Autowired Office office;
  @Autowired FormReading forms;
  @Autowired ApplicationReading reading;
  @Autowired AuditVerifier verifier;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

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
  void anAbsentNeighbourIsServedAndTheNoticeWaitsFifteenDays() {
    String id = surveyed(Pointing.DRAFTED);
    point(id, PointingStep.INVITE);
    assertThat(unmet(id)).containsExactly("W1 The boundary with 大岭村 is not settled: its pointing is NOTICED.");
    point(id, PointingStep.ONE_STAYED_AWAY);
    point(id, PointingStep.SERVE);
    assertThat(unmet(id)).containsExactly("W1 The boundary with 大岭村 was served on 2012-03-05: it can be objected to "
        + "until 2012-03-20 inclusive.");

    clock.set(LocalDate.of(2012, 3, 20));
    assertThat(unmet(id)).hasSize(1);
    clock.set(LocalDate.of(2012, 3, 21));

    assertThat(office.take(REVIEWER, id, new Command.PublishNotice("场部公告栏")).state())
        .isEqualTo(ApplicationState.NOTICED);
    assertThat(view(id).neighbours()).extracting(FormView.Side::standing, FormView.Side::deadline)
        .containsExactly(tuple(Pointing.FINAL, LocalDate.of(2012, 3, 20)));
    assertThat(printed(office.as(MANAGER, () -> forms.defaultNotice(id, 0)))).contains("违约缺席定界通知书", "大岭村",
        "15 日内（至 2012-03-20 止", "J1", "直接送达");
  }

  @Test
  void anObjectionInTimeStopsEverythingUntilADocumentDecides() {
    String id = surveyed(Pointing.BOTH_ABSENT);
    point(id, PointingStep.SERVE);
    clock.set(LocalDate.of(2012, 3, 21));
    office.take(REVIEWER, id, new Command.PublishNotice("场部公告栏"));
    office.take(REVIEWER, id, new Command.PointBoundary(0, PointingStep.OBJECT, LocalDate.of(2012, 3, 20), null, null,
        null, "界线划入我村", null, null, null));
    office.waitForNotice(id);

    ProblemException refused = catchThrowableOfType(ProblemException.class,
        () -> office.take(REVIEWER, id, new Command.Review("权属清楚")));
    assertThat(refused.problem().unmet()).extracting(fact -> fact.gate() + " " + fact.fact().en())
        .containsExactly("W2 大岭村 objected to the boundary that was served: let it be decided first.");
    point(id, PointingStep.STATE_REASONS);
    assertThat(printed(office.as(MANAGER, () -> forms.reasons(id, 0)))).contains("土地权属争议原由书", "界线划入我村", "双方各执一词");
    point(id, PointingStep.DECIDE);

    assertThat(office.take(REVIEWER, id, new Command.Review("权属清楚")).state()).isEqualTo(ApplicationState.REVIEWED);
  }

  @Test
  void aLineThatStandsByDefaultIsNotRecordedWithoutItsGround() {
    String id = office.apply(office.parcel());

    assertThatThrownBy(() -> office.take(SURVEYOR, id, survey(Pointing.FINAL, null, null)))
        .hasMessageContaining("INVALID_FIELD: neighbours[0].pointing");
  }

  @Test
  void theBoundaryTableHasARowForEveryPointAndClosesOnTheFirst() {
    String id = surveyed(Pointing.BOTH_SIGNED);
    List<FormView.Point> points = view(id).boundaryTable();
    assertThat(points).extracting(FormView.Point::number, FormView.Point::next)
        .containsExactly(tuple("J1", "J2"), tuple("J2", "J3"), tuple("J3", "J4"), tuple("J4", "J1"));
    assertThat(points).extracting(FormView.Point::reckoned).containsExactly(new BigDecimal("10.000"),
        new BigDecimal("1000.000"), new BigDecimal("10.000"), new BigDecimal("1000.000"));
    List<BoundaryRow> rows = new ArrayList<>(points.stream().map(point -> new BoundaryRow(point.number(),
        BoundaryRow.Monument.CONCRETE, point.reckoned(), BoundaryRow.Line.DITCH, BoundaryRow.Position.MIDDLE, null)).toList());

    assertThatThrownBy(() -> fill(id, null, rows.subList(0, 3))).hasMessage("INVALID_FIELD: The boundary has 4 points, "
        + "the table 3 rows: one row for every point, closing on J1.");
    List<BoundaryRow> turned = List.of(rows.get(1), rows.get(0), rows.get(2), rows.get(3));
    assertThatThrownBy(() -> fill(id, null, turned)).hasMessage("INVALID_FIELD: Row 1 is point J2 and should be J1: "
        + "numbers go clockwise from the north-west.");
    rows.set(0, new BoundaryRow("J1", BoundaryRow.Monument.NAIL, new BigDecimal("10.500"), BoundaryRow.Line.WALL,
        BoundaryRow.Position.OUTSIDE, "新埋"));
    fill(id, null, rows);

    FormView view = view(id);
    assertThat(view.stated()).isTrue();
    assertThat(view.warnings()).extracting(warning -> warning.en())
        .containsExactly("J1: the table says 10.500 m to the next point, the coordinates 10.000 m (allowed 0.14 m).");
    assertThat(view.boundaryTable().get(0).row().monument()).isEqualTo(BoundaryRow.Monument.NAIL);
  }

  @Test
  void graphicalPointsAreNumberedWithT() {
    String id = office.apply(office.parcel(1000, 3.0));
    office.take(SURVEYOR, id, survey(Pointing.BOTH_SIGNED, null, null));

    assertThat(view(id).boundaryTable()).extracting(FormView.Point::number).containsExactly("T1", "T2", "T3", "T4");
  }

  @Test
  void neighboursShareOnePhysicalPointAndNameItAlike() {
    String first = office.parcel();
    String second = office.parcelBeside(first, 10.04);
    String one = office.apply(first);
    String other = office.apply(second);
    office.take(SURVEYOR, one, survey(Pointing.BOTH_SIGNED, null, null));
    office.take(SURVEYOR, other, survey(Pointing.BOTH_SIGNED, null, null));

    assertThat(view(one).boundaryTable().get(1)).satisfies(point -> {
      assertThat(point.sharedWith()).singleElement().satisfies(shared -> {
        assertThat(shared.parcel()).isEqualTo(second);
        assertThat(shared.number()).isEqualTo("J1");
        assertThat(shared.gap()).isEqualTo(0.04);
      });
      assertThat(point.physical()).isEqualTo(first + "/J2");
    });
    assertThat(view(other).boundaryTable().get(0).physical()).isEqualTo(first + "/J2");
    assertThat(view(one).boundaryTable().get(0).sharedWith()).isEmpty();
  }

  @Test
  void coOwnersWhoseSharesAreNotOneAreRefusedAndTheFormIsPrintedWithEverything() {
    String id = surveyed(Pointing.BOTH_SIGNED);
    assertThatThrownBy(() -> fill(id, form(1, 2, 1, 3), null))
        .hasMessage("INVALID_FIELD: holders: the shares sum to 5/6, not to 1.");

    fill(id, form(2, 3, 1, 3), null);

    assertThat(office.as(MANAGER, () -> reading.view(id)).title().holder()).isEqualTo("华山农场、大岭村");
    byte[] pdf = office.as(MANAGER, () -> forms.print(id));
    assertThat(printed(pdf)).contains("地 籍 调 查 表", "华山农场、大岭村", "2/3", "1/3", "F-49-36", "东：水沟", "批准面积",
        "9800.00 m²", "10000.00 m²（1.0000 hm²，15.00 亩）", "界址标示表", "J4", "共 4 点、4 边", "界址签章表", "双方签章", "宗地草图",
        "调查记事", "测量记事", "GPS-RTK", "审核意见", "测量员 陆某");
  }

  @Test
  void aSourceThatStandsForAnotherParcelTooIsWarnedOf() {
    String first = office.parcel();
    String one = office.apply(first);
    String other = office.apply(office.parcel());
    for (String id : List.of(one, other)) {
      office.take(SURVEYOR, id, new Command.RecordSurvey(BoundaryBasis.APPROVAL, "灵政批〔1998〕12号", clock.today(),
          List.of(new Neighbour("大岭村", "N", Pointing.BOTH_SIGNED, clock.today(), null)), null, null));
    }

    assertThat(office.as(MANAGER, () -> reading.view(other)).warnings()).extracting(warning -> warning.en())
        .containsExactly("The document 灵政批〔1998〕12号 is the source of parcel %s too.".formatted(first));
  }

  /** A person's number is masked for everybody; whole on the paper of those who fill in the form and decide by it. */
  @Test
  void nobodySeesAWholeIdentityNumberOnAPageAndOnlyWhoWorksOnTheFormOnPaper() {
    String number = "45072119700101123X";
    String id = surveyed(Pointing.BOTH_SIGNED);
    fill(id, new InvestigationForm(List.of(
        new Holder("韦某", Holder.Type.PERSON, number, null, null, null, 1L, 2L),
        new Holder("华山农场", Holder.Type.ENTERPRISE, "91450721MA5KABCD1X", "谢某", null, null, 1L, 2L)), null, null, null, null,
        null, null, null, null, null, null, null, null, null, null, null, null), null);

    for (String person : List.of(SURVEYOR, REVIEWER, APPROVER)) {
      assertThat(printed(office.as(person, () -> forms.print(id)))).contains(number);
      assertThat(jdbc.sql("""
          select count(*) from audit_entry where action = 'PERSONAL_DATA_PRINTED' and subject_id = :id and actor = :person
          """).param("id", id).param("person", person).query(Integer.class).single()).isOne();
    }
    for (String person : List.of(SURVEYOR, REVIEWER, APPROVER, MEDIATOR, MANAGER, ADMINISTRATOR)) {
      FormView form = office.as(person, () -> forms.view(id));
      ApplicationView application = office.as(person, () -> reading.view(id));
      assertThat(form.form().allHolders()).extracting(Holder::identityNumber)
          .containsExactly("450**************X", "91450721MA5KABCD1X");
      assertThat(JSON.writeValueAsString(form)).doesNotContain("19700101");
      assertThat(JSON.writeValueAsString(application)).doesNotContain("19700101");
    }
    for (String person : List.of(MEDIATOR, MANAGER, ADMINISTRATOR)) {
      assertThat(printed(office.as(person, () -> forms.print(id)))).contains("450**************X").doesNotContain("19700101");
    }
    assertThat(jdbc.sql("select count(*) from audit_entry where detail like '%19700101%'").query(Integer.class).single())
        .isZero();
    assertThat(jdbc.sql("select count(*) from application_event where detail::text like '%19700101%'")
        .query(Integer.class).single()).isZero();
  }

  private InvestigationForm form(long one, long of, long other, long otherOf) {
    return new InvestigationForm(List.of(
        new Holder("华山农场", Holder.Type.ENTERPRISE, "91450721MA5KABCD1X", "谢某", null, null, one, of),
        new Holder("大岭村", Holder.Type.COLLECTIVE, "12345678-9", "韦某", null, null, other, otherOf)), "代理人 黄某",
        "F-49-36", "山脊", "水沟", "道路", "大岭村", new BigDecimal("9800.00"), "按份共有", "草图第 3 号", "韦某",
        LocalDate.of(2012, 3, 1), "GPS-RTK 实测", "陆某", LocalDate.of(2012, 3, 2), null, null);
  }

  private void fill(String id, InvestigationForm form, List<BoundaryRow> rows) {
    office.take(SURVEYOR, id, new Command.FillForm(form, rows));
  }

  private String surveyed(Pointing pointing) {
    String id = office.apply(office.parcel());
    office.take(SURVEYOR, id, survey(pointing, null, null));
    return id;
  }

  private Command.RecordSurvey survey(Pointing pointing, InvestigationForm form, List<BoundaryRow> rows) {
    return new Command.RecordSurvey(BoundaryBasis.FARM_1987_CERTIFICATE, "灵林证字第1号", clock.today(),
        List.of(new Neighbour("大岭村", "N", pointing, clock.today(), null)), null, null, form, rows);
  }

  private void point(String id, PointingStep step) {
    office.take(SURVEYOR, id, new Command.PointBoundary(0, step, clock.today(), "村民代表 韦某", "农场 谢某", "直接送达",
        "界线划入我村", "双方各执一词", "调2012-0001", "未到场"));
  }

  private List<String> unmet(String id) {
    return catchThrowableOfType(ProblemException.class,
        () -> office.take(REVIEWER, id, new Command.PublishNotice("场部公告栏"))).problem().unmet().stream()
        .map(fact -> fact.gate() + " " + fact.fact().en()).toList();
  }

  private FormView view(String id) {
    return office.as(MANAGER, () -> forms.view(id));
  }

  private static String printed(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

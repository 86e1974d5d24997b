package org.jieshi.registration;

import static org.jieshi.parcels.Land.rectangle;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.LetterDecision;
import org.jieshi.coordination.LetterReply;
import org.jieshi.coordination.LetterSubject;
import org.jieshi.coordination.LiaisonLetter;
import org.jieshi.coordination.LiaisonLetters;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.documents.Documents;
import org.jieshi.registration.documents.RequiredDocument;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.TestClock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The land office at work in a test: a person for each role, parcels apart from each other, the usual statements. */
@TestComponent
public class Office {

  public static final String SURVEYOR = "surveyor.t";
  public static final String REVIEWER = "reviewer.t";
  public static final String MEDIATOR = "mediator.t";
  public static final String APPROVER = "approver.t";
  public static final String SECOND_APPROVER = "approver.two";
  public static final String ADMINISTRATOR = "admin.t";
  public static final String MANAGER = "manager.t";
  public static final String PASSWORD = "ten letters";
  private static final ChangeReason IMPORT = new ChangeReason("IMPORT", "1");
  private static final AtomicInteger SEQUENCE = new AtomicInteger();

  private final Users users;
  private final CurrentUser current;
  private final SpatialUnits units;
  private final Applications applications;
  private final Procedure procedure;
  private final DocumentDesk desk;
  private final Documents documents;
  private final Notices notices;
  private final LiaisonLetters letters;
  private final TestClock clock;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Office(Users users, CurrentUser current, SpatialUnits units, Applications applications, Procedure procedure,
      DocumentDesk desk, Documents documents, Notices notices, LiaisonLetters letters, TestClock clock,
      AuditLog audit, JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.users = users;
    this.current = current;
    this.units = units;
    this.applications = applications;
    this.procedure = procedure;
    this.desk = desk;
    this.documents = documents;
    this.notices = notices;
    this.letters = letters;
    this.clock = clock;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Hires everybody once, and loads a forestry layer that lies far away from every parcel. */
  public void open() {
    if (users.find(SURVEYOR).isEmpty()) {
      users.add(SURVEYOR, "测绘员", Role.SURVEYOR, null, PASSWORD);
      users.add(REVIEWER, "经办", Role.REVIEWER, null, PASSWORD);
      users.add(MEDIATOR, "调解员", Role.MEDIATOR, null, PASSWORD);
      users.add(APPROVER, "局领导", Role.APPROVER, null, PASSWORD);
      users.add(SECOND_APPROVER, "副局长", Role.APPROVER, null, PASSWORD);
      users.add(ADMINISTRATOR, "系统管理员", Role.ADMINISTRATOR, null, PASSWORD);
      users.add(MANAGER, "管理者", Role.MANAGER, null, PASSWORD);
      units.add(UnitKind.EVIDENCE, List.of(Land.evidence("F-AWAY", rectangle(-9000, -9000, 10, 10),
          UnitFacts.FOREST_CERTIFICATE)), IMPORT);
    }
  }

  /** A parcel of one hectare on land of its own; its number. */
  public String parcel() {
    return parcel(1000, Land.SURVEYED);
  }

  String parcel(double height, @Nullable Double accuracy) {
    UnitDraft draft = draft(height, accuracy);
    units.add(UnitKind.PARCEL, List.of(draft), IMPORT);
    return draft.code();
  }

  /** One that its survey says is of this holder. */
  public String parcelOf(String holder) {
    UnitDraft draft = draft(1000, Land.SURVEYED);
    units.add(UnitKind.PARCEL, List.of(new UnitDraft(draft.code(), draft.boundary(), draft.srid(), null,
        draft.accuracy(), draft.facts().withParty(holder, null, null), null, null)), IMPORT);
    return draft.code();
  }

  private UnitDraft draft(double height, @Nullable Double accuracy) {
    String code;
    do {
      code = "450721001003GN%05d".formatted(SEQUENCE.incrementAndGet());
    } while (units.find(UnitKind.PARCEL, code).isPresent());
    UnitFacts facts = new UnitFacts("华山农场", null, null, null, null, null, null, "GB/T 21010-2007", "021", "新圩镇",
        "划拨", Map.of());
    return new UnitDraft(code, land(code, 0, 10, height), Land.ZONE_36, null, accuracy, facts, null, null);
  }

  /** Many parcels of one hectare, put on the register together; their numbers. */
  public List<String> parcels(int count) {
    List<UnitDraft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(draft(1000, Land.SURVEYED));
    }
    units.add(UnitKind.PARCEL, drafts, IMPORT);
    return drafts.stream().map(UnitDraft::code).toList();
  }

  /** A parcel whose west side lies so many metres east of another's west side. */
  public String parcelBeside(String parcel, double east) {
    UnitDraft own = draft(1000, Land.SURVEYED);
    units.add(UnitKind.PARCEL, List.of(new UnitDraft(own.code(), land(parcel, east, 10, 1000), Land.ZONE_36, null,
        Land.SURVEYED, own.facts(), null, null)), IMPORT);
    return own.code();
  }

  /** A rectangle as high as the parcel that starts so many metres east of its west side. */
  Geometry land(String parcel, double east, double width, double height) {
    return rectangle(20_000 + 100.0 * Integer.parseInt(parcel.substring(14)) + east, 0, width, height);
  }

  public <T> T as(String person, Supplier<T> work) {
    return current.actingAs(person, work);
  }

  String apply(String parcel) {
    return as(SURVEYOR, () -> applications.apply(parcel).id());
  }

  Application take(String person, String id, Command command) {
    return as(person, () -> procedure.take(id, null, command));
  }

  Command.RecordSurvey survey() {
    return new Command.RecordSurvey(BoundaryBasis.FARM_1987_CERTIFICATE, "灵林证字第1号", clock.today(),
        List.of(new Neighbour("大岭村", "N", Pointing.BOTH_SIGNED, clock.today(), null)), null, null);
  }

  Command.DecideInMeeting meeting() {
    return new Command.DecideInMeeting("灵局务〔2012〕7号", clock.today(), List.of("黄局长", "韦副局长"), "同意登记");
  }

  String noticed(String parcel) {
    String id = apply(parcel);
    take(SURVEYOR, id, survey());
    take(REVIEWER, id, new Command.PublishNotice("场部公告栏"));
    return id;
  }

  /** Of several who hold it together. */
  String surveyed(String parcel, List<Holder> holders, @Nullable Boolean separately) {
    String id = apply(parcel);
    Command.RecordSurvey survey = survey();
    take(SURVEYOR, id, new Command.RecordSurvey(survey.boundaryBasis(), survey.basisDocument(), survey.surveyedOn(),
        survey.neighbours(), null, null, new InvestigationForm(holders, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, separately), null));
    return id;
  }

  /** An application under notice. */
  public String noticedByNow() {
    return noticed(parcel());
  }

  /** Lets the period of the notice pass; 09:00 on the day after its last. */
  void waitForNotice(String id) {
    LocalDate after = notices.latest(id).orElseThrow().deadline().plusDays(1);
    if (clock.today().isBefore(after)) {
      clock.set(after);
    }
  }

  /** Parks it for a dispute; its state. */
  public String suspended(String id) {
    return take(REVIEWER, id, new Command.Suspend("他人主张权利", Suspension.Cause.DISPUTE)).state().name();
  }

  /** As far as the consultation, by the leader. */
  String consulted(String parcel) {
    return underNotice(noticed(parcel));
  }

  /** From the notice to the consultation. */
  private String underNotice(String id) {
    waitForNotice(id);
    take(REVIEWER, id, new Command.Review("权属清楚"));
    take(APPROVER, id, new Command.Approve("同意"));
    take(REVIEWER, id, new Command.Consult(null, null, null));
    return id;
  }

  /** The receipt and every required file. */
  void complete(String id) {
    take(REVIEWER, id, new Command.SettleFees("R-" + id, clock.today()));
    for (RequiredDocument required : documents.required(RightKind.FARMLAND_USE, clock.today())) {
      file(id, required.kind());
    }
  }

  void file(String id, DocumentKind kind) {
    as(SURVEYOR, () -> desk.add(id, kind, kind + ".pdf", "application/pdf",
        ("synthetic " + kind).getBytes(StandardCharsets.UTF_8)));
  }

  /** An application that is entered in the register and waits for its certificate. */
  public String registered(String parcel) {
    String id = consulted(parcel);
    complete(id);
    take(APPROVER, id, new Command.Register(null));
    return id;
  }

  /** The same for several who hold it together. */
  public String registered(String parcel, List<Holder> holders, @Nullable Boolean separately) {
    String id = surveyed(parcel, holders, separately);
    take(REVIEWER, id, new Command.PublishNotice("场部公告栏"));
    underNotice(id);
    complete(id);
    take(APPROVER, id, new Command.Register(null));
    return id;
  }

  LiaisonLetter answer(String id, LetterDecision decision) {
    return as(REVIEWER, () -> {
      List<LiaisonLetter> all = letters.forSubject(LetterSubject.APPLICATION, id);
      LiaisonLetter last = all.get(all.size() - 1);
      return letters.reply(last.id(), last.revision(), new LetterReply(decision, "复函", "林业局 覃某", null, null, null));
    });
  }

  /** Gives an account another role, as an administrator would. */
  void promote(String person, Role role) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql("update user_account set role = :role where username = :person").param("role", role.name())
          .param("person", person).update();
      audit.record("USER_PROMOTED", "user", person, Map.of("role", role.name()));
    });
  }
}

package org.jieshi.coordination.village;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.Numbers;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.TimeLimits;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The claimants' statements and objections, from the receipt to the written answer. */
@Service
class VillageStatements implements DueSource {

  /** Of one link on one day: enough for any village, too few for a machine. */
  static final int MOST_A_DAY = 20;

  private static final Role[] OFFICE = {Role.REVIEWER, Role.MEDIATOR, Role.APPROVER};

  private final JdbcClient jdbc;
  private final VillageMatter matter;
  private final Numbers numbers;
  private final TimeLimits limits;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  VillageStatements(JdbcClient jdbc, VillageMatter matter, Numbers numbers, TimeLimits limits, CurrentUser current,
      OfficeClock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.matter = matter;
    this.numbers = numbers;
    this.limits = limits;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  record New(VillageStatement.Kind kind, @Nullable String claim, @Nullable Long conflict, String person, String contact,
      String body) {
  }

  @Transactional
  VillageStatement lodge(VillageGate.Guest guest, New statement) {
    int today = jdbc.sql("select count(*) from village_statement where link_id = :link and lodged_on = :today")
        .param("link", guest.linkId()).param("today", clock.today()).query(Integer.class).single();
    if (today >= MOST_A_DAY) {
      throw Problem.of(ProblemCode.TOO_MANY_TRIES, "That is %d statements today; go on tomorrow or come to the office."
          .formatted(today), "今日已提交 %d 份，请明日再提交或到窗口办理。".formatted(today)).asException();
    }
    String claim = statement.conflict() != null
        ? matter.conflict(guest.claimant(), statement.conflict()).right().code()
        : matter.claim(guest.claimant(), statement.claim() == null ? "" : statement.claim()).ref().code();
    String number = numbers.next("STATEMENT", clock.today().getYear());
    String id = "S" + number;
    jdbc.sql("""
        insert into village_statement (id, receipt, link_id, claimant, kind, claim_code, conflict_id, person, contact,
          body, lodged_at, lodged_on, status)
        values (:id, :receipt, :link, :claimant, :kind, :claim, :conflict, :person, :contact, :body, :at, :today,
          'OPEN')
        """).param("id", id).param("receipt", "述" + number).param("link", guest.linkId())
        .param("claimant", guest.claimant()).param("kind", statement.kind().name()).param("claim", claim)
        .param("conflict", statement.conflict()).param("person", statement.person())
        .param("contact", statement.contact()).param("body", statement.body())
        .param("at", Timestamp.from(clock.now())).param("today", clock.today()).update();
    audit.record("VILLAGE_STATEMENT_LODGED", "village-statement", id,
        Map.of("claim", claim, "kind", statement.kind().name()));
    return get(id);
  }

  @Transactional
  VillageStatement answer(String id, String answer) {
    String me = current.require(OFFICE).username();
    get(id);
    int changed = jdbc.sql("""
        update village_statement set status = 'ANSWERED', answer = :answer, answered_by = :me, answered_on = :today
        where id = :id and status = 'OPEN'
        """).param("answer", answer).param("me", me).param("today", clock.today()).param("id", id).update();
    if (changed != 1) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Statement %s is answered already.".formatted(id),
          "陈述 %s 已答复。".formatted(id)).about(id).asException();
    }
    audit.record("VILLAGE_STATEMENT_ANSWERED", "village-statement", id);
    return get(id);
  }

  Page<VillageStatement> page(VillageStatement.@Nullable Status status, int page, int size) {
    current.require(OFFICE);
    String where = " where (cast(:status as text) is null or status = :status) ";
    String wanted = status == null ? null : status.name();
    List<VillageStatement> items = jdbc.sql("select * from village_statement" + where
            + "order by status = 'ANSWERED', lodged_at, id limit :size offset :offset").param("status", wanted)
        .param("size", Page.size(size)).param("offset", Page.offset(page, Page.size(size))).query(this::read).list();
    long total = jdbc.sql("select count(*) from village_statement" + where).param("status", wanted).query(Long.class)
        .single();
    return new Page<>(items, total, Math.max(0, page), Page.size(size));
  }

  /** All of one claimant, the newest first. */
  List<VillageStatement> of(String claimant) {
    return jdbc.sql("select * from village_statement where claimant = :claimant order by lodged_at desc, id desc")
        .param("claimant", claimant).query(this::read).list();
  }

  VillageStatement get(String id) {
    return jdbc.sql("select * from village_statement where id = :id").param("id", id).query(this::read).optional()
        .orElseThrow(() -> ProblemException.notFound("statement", "陈述", id));
  }

  private VillageStatement read(ResultSet row, int number) throws SQLException {
    return new VillageStatement(row.getString("id"), row.getString("receipt"), row.getString("claimant"),
        VillageStatement.Kind.valueOf(row.getString("kind")), row.getString("claim_code"),
        row.getObject("conflict_id", Long.class), row.getString("person"), row.getString("contact"),
        row.getString("body"), row.getObject("lodged_at", OffsetDateTime.class).toInstant(),
        row.getObject("lodged_on", LocalDate.class), VillageStatement.Status.valueOf(row.getString("status")),
        row.getString("answer"), row.getObject("answered_on", LocalDate.class));
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.STATEMENT);
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    TimeLimits.Book book = limits.book();
    return jdbc.sql("select * from village_statement where status = 'OPEN' order by lodged_at, id").query(this::read)
        .list().stream().map(statement -> new OpenItem(WorkKind.STATEMENT, statement.id(), statement.receipt(),
            statement.claimant() + " · " + statement.claimCode(), Stage.NEW, new Bilingual("without an answer", "待答复"),
            statement.lodgedOn(), List.of(), null, null, "#/coordination/village/" + statement.id(),
            List.of(book.deadline("ANSWER", new Bilingual("written answer", "书面答复"),
                TimeLimits.Kind.STATEMENT_ANSWER, statement.lodgedOn())))).toList();
  }
}

package org.jieshi.conflicts;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jieshi.audit.AuditLog;
import org.jieshi.conflicts.rules.OverlapRules;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Conflicts as other modules see them: read them, take them into a case, settle them. */
@Component
public class Conflicts {

  private final JdbcClient jdbc;
  private final ConflictHistory history;
  private final FaceOverlay faces;
  private final SummaryLedger summary;
  private final OverlapRules rules;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final ApplicationEventPublisher events;

  Conflicts(JdbcClient jdbc, ConflictHistory history, FaceOverlay faces, SummaryLedger summary, OverlapRules rules,
      AuditLog audit, OfficeClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.history = history;
    this.faces = faces;
    this.summary = summary;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  public Optional<Conflict> find(long id) {
    return jdbc.sql(ConflictRows.SELECT + "where c.id = :id").param("id", id).query(ConflictRows.CONFLICT).optional();
  }

  public Conflict get(long id) {
    return find(id).orElseThrow(() -> ProblemException.notFound("conflict", "冲突", id));
  }

  /** In order of id; ids that do not exist are left out. */
  public List<Conflict> getAll(Collection<Long> ids) {
    return jdbc.sql(ConflictRows.SELECT + "where c.id = any(:ids) order by c.id")
        .param("ids", ids.toArray(Long[]::new)).query(ConflictRows.CONFLICT).list();
  }

  /** A page of conflicts, the largest first. */
  public Page<Conflict> find(ConflictFilter filter, int page, int wantedSize) {
    ConflictFilter.Sql sql = filter.sql();
    int size = Page.size(wantedSize);
    long total = jdbc.sql("select count(*) from conflict c where " + sql.where())
        .params(sql.parameters()).query(Long.class).single();
    String ofPage = "select c.id from conflict c where " + sql.where() + " order by c.area desc, c.id limit :size offset :offset";
    List<Conflict> items = jdbc.sql(ConflictRows.SELECT + "where c.id in (" + ofPage + ") order by c.area desc, c.id")
        .params(sql.parameters()).param("size", size).param("offset", Page.offset(page, size))
        .query(ConflictRows.CONFLICT).list();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  /**
   * Every conflict between land and a claim that is tried as trespass or rests on occupation; survey noise and what is gone
   * left out. Few of all conflicts are: the others are not read. In order of id.
   */
  public List<Conflict> ofOccupations() {
    return jdbc.sql(ConflictRows.SELECT + """
          join spatial_unit_version v on v.unit_id = c.right_unit and v.version = c.right_version
         where r.kind = 'CLAIM' and c.status <> 'GONE' and c.overlap_class <> 'NOISE'
           and (c.track = 'TRESPASS' or v.basis = :occupation)
         order by c.id
        """).param("occupation", UnitFacts.OCCUPATION).query(ConflictRows.CONFLICT).list();
  }

  /** Every conflict of a parcel that is not gone, survey noise included, the largest first. */
  public List<Conflict> ofParcel(String code) {
    ConflictFilter.Sql sql = ConflictFilter.ofParcel(code).sql();
    return jdbc.sql(ConflictRows.SELECT + "where " + sql.where() + " order by c.area desc, c.id")
        .params(sql.parameters()).query(ConflictRows.CONFLICT).list();
  }

  /**
   * What stands in the way of a title for the parcel (gate W2): not survey noise, not settled, not gone. Held until the
   * transaction ends, so that no rule changes between the gate and what passes it.
   */
  public List<Conflict> openAgainst(String parcelCode) {
    rules.hold();
    return ofParcel(parcelCode).stream().filter(Conflict::blocks).toList();
  }

  /** All that stand in the way of a title, in order of id. */
  public List<Conflict> allBlocking() {
    return jdbc.sql(ConflictRows.SELECT
            + "where c.status in ('OPEN', 'IN_CASE') and c.overlap_class <> 'NOISE' order by c.id")
        .query(ConflictRows.CONFLICT).list();
  }

  /** Oldest first. */
  public List<ConflictEvent> history(long id) {
    return history.of(get(id).id());
  }

  /**
   * Takes open conflicts into a case.
   *
   * @throws ProblemException {@code CONFLICTING_STATE} if one of them is not open; then none is taken
   */
  @Transactional
  public void attachToCase(Collection<Long> ids, String caseNumber) {
    for (Conflict conflict : lock(ids)) {
      if (conflict.status() != ConflictStatus.OPEN) {
        String inCase = conflict.caseNumber() == null ? "" : " (" + conflict.caseNumber() + ")";
        throw Problem.of(ProblemCode.CONFLICTING_STATE,
            "Conflict %d is %s%s and cannot be taken into a case.".formatted(conflict.id(), conflict.status(), inCase),
            "冲突 %d 当前状态为 %s%s，不能再立案。".formatted(conflict.id(), conflict.status(), inCase))
            .about(String.valueOf(conflict.id())).asException();
      }
    }
    move(List.copyOf(ids), ConflictStatus.IN_CASE, caseNumber, "ATTACHED");
  }

  /** Settles the conflicts that the case still has; those that are gone or were reopened stay as they are. */
  @Transactional
  public void settle(Collection<Long> ids, String caseNumber) {
    move(inCase(ids, caseNumber, ConflictStatus.IN_CASE), ConflictStatus.SETTLED, caseNumber, "SETTLED");
  }

  /** Gives back what a case has or had settled: the case was not accepted, withdrawn, or its settlement fell. */
  @Transactional
  public void reopen(Collection<Long> ids, String caseNumber) {
    move(inCase(ids, caseNumber, ConflictStatus.IN_CASE, ConflictStatus.SETTLED), ConflictStatus.OPEN, caseNumber,
        "REOPENED");
  }

  /** The figures of all conflicts that are open or in a case. */
  public ConflictSummary summary() {
    return summary.now();
  }

  /** The land in a window, cut into pieces that each have the same units over them; pieces under none are left out. */
  public List<Face> faces(Envelope degrees) {
    return faces.within(degrees);
  }

  private List<Conflict> lock(Collection<Long> ids) {
    Long[] wanted = ids.toArray(Long[]::new);
    jdbc.sql("select id from conflict where id = any(:ids) order by id for update").param("ids", wanted)
        .query(Long.class).list();
    List<Conflict> conflicts = getAll(ids);
    ids.stream().filter(id -> conflicts.stream().noneMatch(conflict -> conflict.id() == id)).findFirst()
        .ifPresent(this::get);
    return conflicts;
  }

  private List<Long> inCase(Collection<Long> ids, String caseNumber, ConflictStatus... statuses) {
    return lock(ids).stream().filter(conflict -> caseNumber.equals(conflict.caseNumber())
        && List.of(statuses).contains(conflict.status())).map(Conflict::id).toList();
  }

  private void move(List<Long> ids, ConflictStatus status, String caseNumber, String what) {
    if (ids.isEmpty()) {
      return;
    }
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    jdbc.sql("""
        update conflict set status = :status, case_number = :case, revision = revision + 1 where id = any(:ids)
        """).param("status", status.name())
        .param("case", status == ConflictStatus.OPEN ? null : caseNumber, Types.VARCHAR)
        .param("ids", ids.toArray(Long[]::new)).update();
    history.enter(ids, what, caseNumber, now);
    events.publishEvent(new ConflictsChanged(ids.size()));
    audit.record("CONFLICTS_" + what, "dispute", caseNumber, Map.of("conflicts",
        ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","))));
  }
}

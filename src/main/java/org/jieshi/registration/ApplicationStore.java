package org.jieshi.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.registration.Suspension.Cause;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table of applications. */
@Repository
class ApplicationStore {

  private final JdbcClient jdbc;

  ApplicationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nothing is inserted, and false returned, where the parcel has an open application already. */
  boolean insert(Application application, Instant at) {
    return bind("""
        insert into application (id, number, unit_id, parcel, state, applied_on, applied_by, created_at, holder,
          right_kind, right_nature, location, approved_use_scheme, approved_use_code, actual_use_scheme,
          actual_use_code, term_until)
        values (:id, :number, :unit, :parcel, :state, :appliedOn, :appliedBy, :at, :holder,
          :rightKind, :rightNature, :location, :approvedScheme, :approvedCode, :actualScheme,
          :actualCode, :termUntil)
        on conflict (unit_id) where state not in ('CERTIFIED', 'REJECTED', 'WITHDRAWN') do nothing
        """, application)
        .param("number", application.number()).param("unit", application.unitId())
        .param("parcel", application.parcel()).param("appliedOn", application.appliedOn())
        .param("appliedBy", application.appliedBy()).param("at", Timestamp.from(at))
        .update() == 1;
  }

  /** @throws ProblemException {@code VERSION_STALE} if somebody changed it since it was read */
  void update(Application application, Instant at) {
    Suspension suspension = application.suspension();
    int changed = bind("""
        update application set state = :state, suspended_from = :suspendedFrom, suspended_for = :suspendedFor,
          surveyor = :surveyor, reviewer = :reviewer, approver = :approver, holder = :holder,
          right_kind = :rightKind, right_nature = :rightNature, location = :location,
          approved_use_scheme = :approvedScheme, approved_use_code = :approvedCode,
          actual_use_scheme = :actualScheme, actual_use_code = :actualCode, term_until = :termUntil,
          registered_on = :registeredOn, closed_at = coalesce(closed_at, :closedAt), revision = revision + 1
        where id = :id and revision = :revision
        """, application)
        .param("suspendedFrom", suspension == null ? null : suspension.from().name())
        .param("suspendedFor", suspension == null ? null : suspension.cause().name())
        .param("surveyor", application.surveyor()).param("reviewer", application.reviewer())
        .param("approver", application.approver()).param("registeredOn", application.registeredOn())
        .param("closedAt", application.state().isFinal() ? Timestamp.from(at) : null)
        .param("revision", application.revision()).update();
    if (changed != 1) {
      throw ProblemException.stale(application.id());
    }
  }

  private StatementSpec bind(String sql, Application application) {
    TitleFacts title = application.title();
    LandUse approved = title.approvedUse();
    LandUse actual = title.actualUse();
    return jdbc.sql(sql).param("id", application.id()).param("state", application.state().name())
        .param("holder", title.holder())
        .param("rightKind", title.rightKind() == null ? null : title.rightKind().name())
        .param("rightNature", title.rightNature() == null ? null : title.rightNature().name())
        .param("location", title.location())
        .param("approvedScheme", approved == null ? null : approved.scheme())
        .param("approvedCode", approved == null ? null : approved.code())
        .param("actualScheme", actual == null ? null : actual.scheme())
        .param("actualCode", actual == null ? null : actual.code())
        .param("termUntil", title.termUntil());
  }

  Optional<Application> find(String id) {
    return jdbc.sql("select * from application where id = :id").param("id", id)
        .query(ApplicationStore::read).optional();
  }

  /** Holds the row until the transaction ends: steps of one application come one after another. */
  Application lock(String id) {
    return jdbc.sql("select * from application where id = :id for update").param("id", id)
        .query(ApplicationStore::read).optional()
        .orElseThrow(() -> ProblemException.notFound("application", "申请", id));
  }

  Optional<Application> latestOf(String parcel) {
    return jdbc.sql("select * from application where parcel = :parcel order by created_at desc, id desc limit 1")
        .param("parcel", parcel).query(ApplicationStore::read).optional();
  }

  /** Every application of a parcel, the oldest first. */
  List<Application> allOf(String parcel) {
    return jdbc.sql("select * from application where parcel = :parcel order by created_at, id")
        .param("parcel", parcel).query(ApplicationStore::read).list();
  }

  /** Applications on these units that have not ended in refusal or withdrawal. */
  List<Application> standingOn(Collection<Long> units) {
    return jdbc.sql("""
        select * from application where unit_id in (:units) and state not in ('REJECTED', 'WITHDRAWN')
        order by created_at
        """).param("units", units).query(ApplicationStore::read).list();
  }

  Page<Application> page(@Nullable ApplicationState state, @Nullable String parcel, @Nullable Boolean open,
      @Nullable String district, int page, int size) {
    String where = """
        where (cast(:state as text) is null or state = :state)
          and (cast(:parcel as text) is null or parcel = :parcel)
          and (cast(:open as boolean) is null or (state not in ('CERTIFIED', 'REJECTED', 'WITHDRAWN')) = :open)
          and (cast(:district as text) is null or unit_in_district(unit_id, :district))
        """;
    List<Application> items = filtered("select * from application " + where
        + "order by created_at desc, id desc limit :size offset :offset", state, parcel, open).param("district", district)
        .param("size", size).param("offset", Page.offset(page, size)).query(ApplicationStore::read).list();
    long total = filtered("select count(*) from application " + where, state, parcel, open).param("district", district)
        .query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  /** How many applications stand in each state, none left out. @param district null: everywhere */
  Map<ApplicationState, Long> counts(@Nullable String district) {
    Map<ApplicationState, Long> counts = new EnumMap<>(ApplicationState.class);
    for (ApplicationState state : ApplicationState.values()) {
      counts.put(state, 0L);
    }
    jdbc.sql("""
        select state, count(*) from application
         where cast(:district as text) is null or unit_in_district(unit_id, :district) group by state
        """).param("district", district)
        .query((row, n) -> counts.put(ApplicationState.valueOf(row.getString(1)), row.getLong(2))).list();
    return counts;
  }

  private StatementSpec filtered(String sql, @Nullable ApplicationState state, @Nullable String parcel,
      @Nullable Boolean open) {
    return jdbc.sql(sql).param("state", state == null ? null : state.name()).param("parcel", parcel)
        .param("open", open);
  }

  private static Application read(ResultSet row, int number) throws SQLException {
    String from = row.getString("suspended_from");
    Suspension suspension = from == null ? null
        : new Suspension(ApplicationState.valueOf(from), Cause.valueOf(row.getString("suspended_for")));
    String kind = row.getString("right_kind");
    String nature = row.getString("right_nature");
    TitleFacts title = new TitleFacts(row.getString("holder"), kind == null ? null : RightKind.valueOf(kind),
        nature == null ? null : RightNature.valueOf(nature), row.getString("location"),
        LandUse.of(row.getString("approved_use_scheme"), row.getString("approved_use_code")),
        LandUse.of(row.getString("actual_use_scheme"), row.getString("actual_use_code")),
        row.getObject("term_until", LocalDate.class));
    return new Application(row.getString("id"), row.getString("number"), row.getLong("unit_id"),
        row.getString("parcel"), row.getObject("applied_on", LocalDate.class), row.getString("applied_by"),
        row.getInt("revision"), ApplicationState.valueOf(row.getString("state")), suspension,
        row.getString("surveyor"), row.getString("reviewer"), row.getString("approver"), title,
        row.getObject("registered_on", LocalDate.class));
  }
}

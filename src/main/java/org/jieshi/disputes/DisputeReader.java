package org.jieshi.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.shared.WorkingDays;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases as they are shown. */
@Component
class DisputeReader {

  /** What a list is narrowed to; null: not narrowed. */
  record Filter(@Nullable DisputeStage stage, @Nullable DisputeTrack track, @Nullable String parcel,
      @Nullable Boolean open, @Nullable Boolean overdue) {
  }

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final DisputeRepository disputes;
  private final Conflicts conflicts;
  private final Users users;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final WorkingCalendar calendar;

  DisputeReader(JdbcClient jdbc, JsonMapper json, DisputeRepository disputes, Conflicts conflicts, Users users,
      CurrentUser current, OfficeClock clock, WorkingCalendar calendar) {
    this.jdbc = jdbc;
    this.json = json;
    this.disputes = disputes;
    this.conflicts = conflicts;
    this.users = users;
    this.current = current;
    this.clock = clock;
    this.calendar = calendar;
  }

  DisputeView view(String id) {
    Role role = current.require().role();
    Dispute dispute = disputes.find(id).orElseThrow(() -> ProblemException.notFound("dispute case", "争议案件", id));
    List<CaseClock> clocks = Clocks.of(dispute, calendar.load(), clock.today());
    List<Settlement> settlements = settlements(id);
    return new DisputeView(dispute.id(), dispute.number(), dispute.title(), dispute.track(), dispute.track().title(),
        dispute.triage().reason(), dispute.triage().note(), dispute.triage().documents(),
        Jurisdiction.of(dispute.parties()), dispute.stage(), dispute.stage().title(), dispute.level(),
        dispute.level() == null ? null : dispute.level().title(), dispute.result(), dispute.stage().open(),
        dispute.openedAt(), dispute.dates(),
        dispute.handlers().stream().map(name -> new DisputeView.Person(name, users.get(name).displayName())).toList(),
        disputes.recusals(id), dispute.parties(), disputes.units(id).stream().map(DisputeView.Unit::of).toList(),
        conflicts.getAll(disputes.conflicts(id)).stream().map(DisputeView.InCase::of).toList(), clocks, timeline(id),
        settlements.isEmpty() ? null : settlements.get(settlements.size() - 1), settlements, bbox(id),
        Procedure.possible(dispute, clocks).stream().filter(action -> action.allows(role)).map(DisputeAction::path)
            .toList(), dispute.revision());
  }

  /**
   * The newest cases first. Whether a case is overdue follows from its clocks, so that list is computed over all cases
   * that are not over: a county has hundreds of them, not millions.
   */
  Page<DisputeView.Line> page(Filter filter, int page, int wantedSize) {
    current.require();
    int size = Page.size(wantedSize);
    WorkingDays days = calendar.load();
    LocalDate today = clock.today();
    if (filter.overdue() == null) {
      List<String> ids = ids(filter, " limit :size offset :offset").param("size", size)
          .param("offset", Page.offset(page, size)).query(String.class).list();
      long total = jdbc.sql("select count(*) from (" + select("") + ") as wanted").params(parameters(filter))
          .query(Long.class).single();
      return new Page<>(ids.stream().map(id -> line(id, days, today)).toList(), total, Math.max(0, page), size);
    }
    List<DisputeView.Line> lines = ids(filter, "").query(String.class).list().stream()
        .map(id -> line(id, days, today)).filter(line -> line.overdue() == filter.overdue()).toList();
    return new Page<>(lines.stream().skip(Page.offset(page, size)).limit(size).toList(), lines.size(),
        Math.max(0, page), size);
  }

  private JdbcClient.StatementSpec ids(Filter filter, String window) {
    return jdbc.sql(select(window)).params(parameters(filter));
  }

  private static String select(String window) {
    return """
        select d.id from dispute d
        where (cast(:stage as text) is null or d.stage = :stage) and (cast(:track as text) is null or d.track = :track)
          and (cast(:open as boolean) is null or (d.stage in (:openStages)) = :open)
          and (cast(:overdue as boolean) is distinct from true or d.ended_on is null)
          and (cast(:parcel as text) is null or exists (select 1 from dispute_unit u
            where u.dispute_id = d.id and u.kind = 'PARCEL' and u.code = :parcel))
          and (cast(:district as text) is null or case_in_district(d.id, :district))
        order by d.opened_at desc, d.id desc""" + window;
  }

  private Map<String, @Nullable Object> parameters(Filter filter) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("stage", filter.stage() == null ? null : filter.stage().name());
    parameters.put("track", filter.track() == null ? null : filter.track().name());
    parameters.put("open", filter.open());
    parameters.put("overdue", filter.overdue());
    parameters.put("openStages", Disputes.OPEN);
    parameters.put("parcel", filter.parcel());
    parameters.put("district", current.require().district());
    return parameters;
  }

  private DisputeView.Line line(String id, WorkingDays days, LocalDate today) {
    Dispute dispute = disputes.find(id).orElseThrow();
    List<CaseClock> clocks = Clocks.of(dispute, days, today);
    return new DisputeView.Line(dispute.id(), dispute.number(), dispute.title(), dispute.track(), dispute.stage(),
        dispute.stage().title(), dispute.level(), dispute.date(Milestone.OPENED).orElseThrow(),
        disputes.units(id).stream().map(DisputedUnit::ref).filter(ref -> ref.kind() == UnitKind.PARCEL)
            .map(ref -> ref.code()).toList(),
        clocks.stream().anyMatch(CaseClock::pressing),
        clocks.stream().filter(clock -> clock.state() == ClockState.RUNNING || clock.state() == ClockState.OVERDUE)
            .map(CaseClock::earliestEnd).min(Comparator.naturalOrder()).orElse(null),
        dispute.revision());
  }

  private List<DisputeView.Event> timeline(String id) {
    return jdbc.sql("""
        select e.*, u.display_name from dispute_event e join user_account u on u.username = e.actor
        where e.dispute_id = :id order by e.seq
        """).param("id", id).query((row, number) -> event(row)).list();
  }

  private DisputeView.Event event(ResultSet row) throws SQLException {
    String action = row.getString("action");
    @Nullable String level = row.getString("level");
    @Nullable Bilingual title = DisputeAction.ofPath(action.toLowerCase(Locale.ROOT))
        .map(DisputeAction::title).orElse(null);
    return new DisputeView.Event(row.getInt("seq"), row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("happened_on", LocalDate.class), action, title, DisputeStage.valueOf(row.getString("stage")),
        level == null ? null : LadderLevel.valueOf(level), row.getString("actor"), row.getString("display_name"),
        row.getString("note"), json.readValue(row.getString("detail"), new TypeReference<Map<String, Object>>() {}));
  }

  private List<Settlement> settlements(String id) {
    return jdbc.sql("select * from dispute_settlement where dispute_id = :id order by seq").param("id", id)
        .query((row, number) -> new Settlement(Settlement.Kind.valueOf(row.getString("kind")),
            Outcome.valueOf(row.getString("outcome")), row.getObject("proposal", Integer.class),
            row.getString("document_number"),
            row.getObject("dated_on", LocalDate.class), row.getString("authority"), row.getString("seal"),
            row.getString("body"),
            json.readValue(row.getString("signatures"), new TypeReference<List<DisputeCommand.Signature>>() {}),
            json.readValue(row.getString("handlers"), new TypeReference<List<String>>() {}),
            json.readValue(row.getString("changes"), new TypeReference<List<Settlement.Change>>() {})))
        .list();
  }

  private double[] bbox(String id) {
    Box box = jdbc.sql("select " + Box.SIDES + " from dispute where id = :id").param("id", id)
        .query((row, number) -> Box.of(row)).single();
    return new double[] {box.west(), box.south(), box.east(), box.north()};
  }
}

package org.jieshi.conflicts;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieshi.conflicts.CandidatePairs.Pair;
import org.jieshi.conflicts.Neighbourhood.Outcome;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.OfficeClock;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.PlannerStatistics;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a recomputation found: new pairs, changed ones, and those that are over. */
@Component
class ConflictLedger {

  private static final String INSERT = """
      insert into conflict (id, left_unit, left_version, right_unit, right_version, overlap_class, track, area,
        mean_width, max_width, left_accuracy, right_accuracy, allowed_width, ballpark, left_share, right_share, overlap,
        srid, overlap_4490, bounds, status, rule_version, reason, reason_zh, computed_at) overriding system value
      values (:id, :leftUnit, :leftVersion, :rightUnit, :rightVersion, :class, :track, :area, :meanWidth, :maxWidth,
        :leftAccuracy, :rightAccuracy, :allowedWidth, :ballpark, :leftShare, :rightShare, cast(:overlap as geometry),
        :srid, cast(:degrees as geometry), cast(:bounds as box), :status, :ruleVersion, :reason, :reasonZh, :now)
      """;

  private static final String UPDATE = """
      update conflict set left_version = :leftVersion, right_version = :rightVersion, overlap_class = :class,
        track = :track, area = :area, mean_width = :meanWidth, max_width = :maxWidth, left_accuracy = :leftAccuracy,
        right_accuracy = :rightAccuracy, allowed_width = :allowedWidth, ballpark = :ballpark, left_share = :leftShare,
        right_share = :rightShare, overlap = cast(:overlap as geometry), srid = :srid,
        overlap_4490 = cast(:degrees as geometry), bounds = cast(:bounds as box), status = :status,
        case_number = case when :status = 'OPEN' then null else case_number end, rule_version = :ruleVersion,
        reason = :reason, reason_zh = :reasonZh, computed_at = :now, revision = revision + 1
      where id = :id
      """;

  /** A pair as it is on record. */
  record Known(long id, Pair pair, int leftVersion, int rightVersion, OverlapClass overlapClass, Track track,
      double allowedWidth, ConflictStatus status, String ruleVersion) {

    boolean isStill(JudgedPair found) {
      return status != ConflictStatus.GONE && sameVersions(found) && overlapClass == found.finding().overlapClass()
          && track == found.finding().track() && allowedWidth == found.finding().allowedWidth()
          && ruleVersion.equals(found.finding().judgement().ruleVersion());
    }

    boolean sameVersions(JudgedPair found) {
      return leftVersion == found.left().version() && rightVersion == found.right().version();
    }

    /** A settlement holds for the boundaries it was made for; survey noise does not wake it. */
    boolean comesBack(JudgedPair found) {
      return status == ConflictStatus.GONE || status == ConflictStatus.SETTLED && !sameVersions(found)
          && found.finding().overlapClass() != OverlapClass.NOISE;
    }
  }

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final ConflictHistory history;
  private final OfficeClock clock;
  private final ApplicationEventPublisher events;

  ConflictLedger(JdbcClient jdbc, NamedParameterJdbcTemplate batches, ConflictHistory history, OfficeClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.history = history;
    this.clock = clock;
    this.events = events;
  }

  /**
   * @param unitIds the units whose pairs were recomputed
   * @param found their overlaps
   * @param overlapping all pairs that this recomputation found to overlap so far
   */
  Outcome enter(List<Long> unitIds, List<JudgedPair> found, Set<Pair> overlapping, String why) {
    Map<Pair, Known> known = knownOf(unitIds);
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    List<JudgedPair> fresh = found.stream().filter(each -> !known.containsKey(each.pair())).toList();
    List<Long> appeared = insert(fresh, now);
    List<Long> changed = new ArrayList<>();
    List<MapSqlParameterSource> updates = new ArrayList<>();
    List<Long> back = new ArrayList<>();
    List<Long> reopened = new ArrayList<>();
    for (JudgedPair each : found) {
      Known before = known.get(each.pair());
      if (before == null || before.isStill(each)) {
        continue;
      }
      ConflictStatus status = before.comesBack(each) ? ConflictStatus.OPEN : before.status();
      updates.add(row(before.id(), each, status, now));
      (before.status() == ConflictStatus.GONE ? back : before.comesBack(each) ? reopened : changed).add(before.id());
    }
    batch(UPDATE, updates);
    List<Long> gone = known.values().stream()
        .filter(each -> each.status() != ConflictStatus.GONE && !overlapping.contains(each.pair()))
        .map(Known::id).toList();
    end(gone, now);
    appeared.addAll(back);
    history.enter(appeared, "APPEARED", why, now);
    history.enter(changed, "CHANGED", why, now);
    history.enter(reopened, "REOPENED", why, now);
    history.enter(gone, "GONE", why, now);
    Outcome outcome = new Outcome(appeared.size(), changed.size() + reopened.size(), gone.size());
    if (!outcome.nothing()) {
      events.publishEvent(new ConflictsChanged(outcome.appeared() + outcome.changed() + outcome.gone()));
    }
    return outcome;
  }

  private Map<Pair, Known> knownOf(List<Long> unitIds) {
    return jdbc.sql("""
        select id, left_unit, left_version, right_unit, right_version, overlap_class, track, allowed_width, status,
               rule_version
          from conflict where left_unit = any(:ids)
        union
        select id, left_unit, left_version, right_unit, right_version, overlap_class, track, allowed_width, status,
               rule_version
          from conflict where right_unit = any(:ids)
        """).param("ids", unitIds.toArray(Long[]::new))
        .query((row, number) -> new Known(row.getLong("id"), new Pair(row.getLong("left_unit"),
            row.getLong("right_unit")), row.getInt("left_version"), row.getInt("right_version"),
            OverlapClass.valueOf(row.getString("overlap_class")), Track.valueOf(row.getString("track")),
            row.getDouble("allowed_width"), ConflictStatus.valueOf(row.getString("status")),
            row.getString("rule_version")))
        .list().stream().collect(Collectors.toMap(Known::pair, Function.identity()));
  }

  private List<Long> insert(List<JudgedPair> fresh, OffsetDateTime now) {
    if (fresh.isEmpty()) {
      return new ArrayList<>();
    }
    List<Long> ids = new ArrayList<>(jdbc.sql("""
        select nextval(pg_get_serial_sequence('conflict', 'id')) from generate_series(1, :count)
        """).param("count", fresh.size()).query(Long.class).list());
    List<MapSqlParameterSource> rows = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      rows.add(row(ids.get(i), fresh.get(i), ConflictStatus.OPEN, now));
    }
    batch(INSERT, rows);
    PlannerStatistics.grown(jdbc, "conflict (id, left_unit, right_unit, status, bounds)", rows.size());
    return ids;
  }

  private void end(List<Long> ids, OffsetDateTime now) {
    if (!ids.isEmpty()) {
      jdbc.sql("update conflict set status = 'GONE', computed_at = :now, revision = revision + 1 where id = any(:ids)")
          .param("now", now).param("ids", ids.toArray(Long[]::new)).update();
    }
  }

  private void batch(String sql, List<MapSqlParameterSource> rows) {
    if (!rows.isEmpty()) {
      batches.batchUpdate(sql, rows.toArray(MapSqlParameterSource[]::new));
    }
  }

  private static MapSqlParameterSource row(long id, JudgedPair each, ConflictStatus status, OffsetDateTime now) {
    Finding finding = each.finding();
    Geometry degrees = CoordinateSystems.transformAcceptingBallpark(finding.overlap(), finding.overlap().getSRID(),
        CoordinateSystems.CGCS2000_DEGREES);
    return new MapSqlParameterSource("id", id).addValue("leftUnit", each.left().id())
        .addValue("leftVersion", each.left().version()).addValue("rightUnit", each.right().id())
        .addValue("rightVersion", each.right().version()).addValue("class", finding.overlapClass().name())
        .addValue("track", finding.track().name()).addValue("area", finding.area())
        .addValue("meanWidth", finding.meanWidth()).addValue("maxWidth", finding.maxWidth())
        .addValue("leftAccuracy", finding.left().accuracy()).addValue("rightAccuracy", finding.right().accuracy())
        .addValue("allowedWidth", finding.allowedWidth()).addValue("leftShare", finding.leftShare())
        .addValue("rightShare", finding.rightShare()).addValue("overlap", GeometryCodec.write(finding.overlap()))
        .addValue("srid", finding.overlap().getSRID()).addValue("degrees", GeometryCodec.write(degrees))
        .addValue("bounds", Box.of(degrees.getEnvelopeInternal()).literal()).addValue("status", status.name())
        .addValue("ballpark", finding.judgement().ballpark())
        .addValue("ruleVersion", finding.judgement().ruleVersion()).addValue("reason", finding.reason().en())
        .addValue("reasonZh", finding.reason().zh()).addValue("now", now);
  }
}

package org.jieshi.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.conflicts.rules.OverlapRuleEntered;
import org.jieshi.conflicts.rules.OverlapRules;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.AccuracyCorrected;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Judges overlaps again when the rule or the accuracy of a source changes, from the figures on record: the land has not
 * moved. Runs in the transaction of the change; until it commits, gates wait ({@link OverlapRules#hold}).
 */
@Component
class Rejudgement {

  private static final int AT_A_TIME = 2_000;
  private static final Long[] ALL = {};

  /** A conflict as it is on record, with both sides in the versions that were compared. */
  record OnRecord(long id, Standing left, Standing right, double meanWidth, double leftShare, double rightShare,
      OverlapClass overlapClass, Track track, double allowedWidth, String ruleVersion, Bilingual reason) {

    Judgement judged(OverlapRule rule) {
      return OverlapJudge.assess(left, right, meanWidth, leftShare, rightShare, rule);
    }

    boolean isStill(Judgement now) {
      return !now.differsFrom(overlapClass, track, allowedWidth) && now.ruleVersion().equals(ruleVersion)
          && now.reason().equals(reason);
    }
  }

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final OverlapRules rules;
  private final ConflictHistory history;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final ApplicationEventPublisher publisher;

  Rejudgement(JdbcClient jdbc, NamedParameterJdbcTemplate batches, OverlapRules rules, ConflictHistory history,
      AuditLog audit, OfficeClock clock, ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.rules = rules;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
    this.publisher = publisher;
  }

  @EventListener
  void ruleEntered(OverlapRuleEntered event) {
    Outcome outcome = judge(event.rule(), ALL, "RULE_CHANGED");
    rules.judged(event.rule(), outcome.judged(), outcome.changed());
    audit.record("CONFLICTS_REJUDGED", "overlap-rule", event.rule().version(),
        Map.of("judged", outcome.judged(), "changed", outcome.changed()));
  }

  @EventListener
  void accuracyCorrected(AccuracyCorrected event) {
    Outcome outcome = judge(rules.inForce(), event.unitIds().toArray(Long[]::new), "ACCURACY_CORRECTED");
    audit.record("CONFLICTS_REJUDGED", "conflicts", "*",
        Map.of("why", "ACCURACY_CORRECTED", "judged", outcome.judged(), "changed", outcome.changed()));
  }

  private record Outcome(int judged, int changed) {
  }

  /** @param unitIds whose overlaps; {@link #ALL} */
  private Outcome judge(OverlapRule rule, Long[] unitIds, String why) {
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    int judged = 0;
    int changed = 0;
    long after = 0;
    for (List<OnRecord> part = part(after, unitIds); !part.isEmpty(); part = part(after, unitIds)) {
      List<MapSqlParameterSource> updates = new ArrayList<>();
      List<Long> events = new ArrayList<>();
      for (OnRecord each : part) {
        Judgement judgement = each.judged(rule);
        if (!each.isStill(judgement)) {
          updates.add(row(each, judgement, now));
        }
        if (judgement.differsFrom(each.overlapClass(), each.track(), each.allowedWidth())) {
          events.add(each.id());
        }
      }
      write(updates);
      history.enter(events, "REJUDGED", why, now);
      judged += part.size();
      changed += events.size();
      after = part.get(part.size() - 1).id();
    }
    if (changed > 0) {
      publisher.publishEvent(new ConflictsChanged(changed));
    }
    return new Outcome(judged, changed);
  }

  private void write(List<MapSqlParameterSource> updates) {
    if (!updates.isEmpty()) {
      batches.batchUpdate("""
          update conflict set overlap_class = :class, track = :track, left_accuracy = :leftAccuracy,
            right_accuracy = :rightAccuracy, allowed_width = :allowedWidth, ballpark = :ballpark,
            rule_version = :ruleVersion, reason = :reason, reason_zh = :reasonZh, computed_at = :now,
            revision = revision + 1
          where id = :id
          """, updates.toArray(MapSqlParameterSource[]::new));
    }
  }

  private static MapSqlParameterSource row(OnRecord conflict, Judgement judgement, OffsetDateTime now) {
    return new MapSqlParameterSource("id", conflict.id()).addValue("class", judgement.overlapClass().name())
        .addValue("track", judgement.track().name()).addValue("leftAccuracy", conflict.left().accuracy())
        .addValue("rightAccuracy", conflict.right().accuracy()).addValue("allowedWidth", judgement.allowedWidth())
        .addValue("ballpark", judgement.ballpark()).addValue("ruleVersion", judgement.ruleVersion())
        .addValue("reason", judgement.reason().en()).addValue("reasonZh", judgement.reason().zh())
        .addValue("now", now);
  }

  private List<OnRecord> part(long after, Long[] unitIds) {
    return jdbc.sql("""
        select c.id, c.mean_width, c.left_share, c.right_share, c.overlap_class, c.track, c.allowed_width,
               c.rule_version, c.reason, c.reason_zh, l.kind as left_kind, l.code as left_code, l.status as left_status,
               lv.srid as left_srid, lv.accuracy as left_accuracy, lv.party as left_party, lv.basis as left_basis,
               lv.document as left_document, r.kind as right_kind, r.code as right_code, r.status as right_status,
               rv.srid as right_srid, rv.accuracy as right_accuracy, rv.party as right_party, rv.basis as right_basis,
               rv.document as right_document
          from conflict c
          join spatial_unit l on l.id = c.left_unit
          join spatial_unit_version lv on lv.unit_id = c.left_unit and lv.version = c.left_version
          join spatial_unit r on r.id = c.right_unit
          join spatial_unit_version rv on rv.unit_id = c.right_unit and rv.version = c.right_version
         where c.status <> 'GONE' and c.id > :after
           and (cardinality(:units) = 0 or c.left_unit = any(:units) or c.right_unit = any(:units))
         order by c.id limit :size
        """).param("after", after).param("units", unitIds).param("size", AT_A_TIME)
        .query((row, number) -> new OnRecord(row.getLong("id"), standing(row, "left"), standing(row, "right"),
            row.getDouble("mean_width"), row.getDouble("left_share"), row.getDouble("right_share"),
            OverlapClass.valueOf(row.getString("overlap_class")), Track.valueOf(row.getString("track")),
            row.getDouble("allowed_width"), row.getString("rule_version"),
            new Bilingual(row.getString("reason"), row.getString("reason_zh")))).list();
  }

  private static Standing standing(ResultSet row, String side) throws SQLException {
    return new Standing(UnitKind.valueOf(row.getString(side + "_kind")), row.getString(side + "_code"),
        row.getInt(side + "_srid"), row.getObject(side + "_accuracy", Double.class),
        UnitFacts.NONE.withParty(row.getString(side + "_party"), row.getString(side + "_basis"),
            row.getString(side + "_document")),
        UnitStatus.valueOf(row.getString(side + "_status")) == UnitStatus.CERTIFIED);
  }
}

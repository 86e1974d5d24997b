package org.jieshi.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** How the rows of a case are read. */
final class DisputeRows {

  static final RowMapper<Party> PARTY = (row, number) -> new Party(Party.Side.valueOf(row.getString("side")),
      row.getString("name"), List.of(row.getString("units").split(",")), kind(row.getString("party_kind")));

  static final RowMapper<DisputedUnit> UNIT = (row, number) -> new DisputedUnit(
      new UnitRef(row.getLong("unit_id"), UnitKind.valueOf(row.getString("kind")), row.getString("code"),
          row.getInt("version")), UnitStatus.valueOf(row.getString("status_before")), row.getString("parked_as"),
      row.getString("renumbered_as"));

  static final RowMapper<Recusal> RECUSAL = (row, number) -> new Recusal(row.getString("username"),
      row.getString("reason"), row.getString("asked_by"), row.getString("replacement"),
      row.getObject("recused_on", LocalDate.class));

  private DisputeRows() {
  }

  private static Party.@Nullable Kind kind(@Nullable String name) {
    return name == null ? null : Party.Kind.valueOf(name);
  }

  static Dispute dispute(ResultSet row, List<Party> parties, List<String> handlers, List<Recusal> recusals,
      List<String> documents) throws SQLException {
    Map<Milestone, LocalDate> dates = new EnumMap<>(Milestone.class);
    for (Milestone milestone : Milestone.values()) {
      @Nullable LocalDate date = row.getObject(milestone.column(), LocalDate.class);
      if (date != null) {
        dates.put(milestone, date);
      }
    }
    @Nullable String level = row.getString("level");
    @Nullable String result = row.getString("result");
    return new Dispute(row.getString("id"), row.getString("number"), row.getString("title"),
        new Triage(DisputeTrack.valueOf(row.getString("track")),
            new Bilingual(row.getString("triage_reason"), row.getString("triage_reason_zh")),
            row.getString("triage_note"), documents),
        row.getString("opened_by"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(), parties, handlers,
        recusals.stream().map(Recusal::handler).toList(),
        DisputeStage.valueOf(row.getString("stage")), level == null ? null : LadderLevel.valueOf(level),
        result == null ? null : CaseResult.valueOf(result), dates, row.getInt("revision"));
  }
}
